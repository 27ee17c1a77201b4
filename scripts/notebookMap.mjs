// The README's map of the notebooks, from docs/notebooks.json, and one thumbnail a notebook: a figure that the
// notebook's committed outputs hold, so that it is what the code draws as long as the notebook reproduces.
import { readFileSync } from "node:fs";
import { inRoot } from "./project.mjs";

export const notebooks = () => JSON.parse(readFileSync(inRoot("docs", "notebooks.json"), "utf8"));

export const thumbnailOf = (notebook) => `docs/figures/${notebook}.svg`;

const textOf = (lines) => [lines].flat().join("");

/** All figures that a notebook's outputs hold: their SVG and alternative text. */
export function figuresIn(notebook) {
  const { cells } = JSON.parse(readFileSync(inRoot("notebooks", `${notebook}.ipynb`), "utf8"));
  return cells
    .flatMap(({ outputs = [] }) => outputs)
    .filter(({ data }) => data?.["image/svg+xml"])
    .map(({ data }) => ({
      svg: textOf(data["image/svg+xml"]),
      alt: textOf(data["text/plain"]),
    }));
}

/** The one figure whose alternative text begins with these words. */
export function figureOf({ notebook, figure }) {
  const found = figuresIn(notebook).filter(({ alt }) => alt.startsWith(figure));
  if (found.length === 1) return found[0];
  throw new Error(
    `figure of ${notebook} in docs/notebooks.json must be how one alternative text begins, ` +
      `${found.length} begin with ${JSON.stringify(figure)}`,
  );
}

export function mapTable() {
  const rows = notebooks().map(({ notebook, title, question, minutes, shows }) => {
    const page = `notebooks/${notebook}.ipynb`;
    const image = `<img src="${thumbnailOf(notebook)}" width="240" alt="${shows}">`;
    return `| [${title}](${page}) | ${question} | ${minutes} | ${image} |`;
  });
  return ["| notebook | the question | minutes | |", "| --- | --- | --: | --- |", ...rows];
}
