// Writes the claims ledger and the map of the notebooks into the README, each between its two markers, and the map's
// thumbnails into docs/figures/.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { figureOf, mapTable, notebooks, thumbnailOf } from "./notebookMap.mjs";
import { inRoot } from "./project.mjs";

const VERDICTS = {
  holds: "holds",
  "holds if": "holds under a condition",
  half: "half of it holds",
  open: "not confirmed here, open",
  false: "**false as stated**",
};

export const claims = () => JSON.parse(readFileSync(inRoot("docs", "claims.json"), "utf8"));

/** Numbers as the ledger prints them: without a leading zero, with a true minus. */
function printed(value, sign, digits) {
  const text = Math.abs(value).toFixed(digits).replace(/^0\./, ".");
  return `${value < 0 ? "−" : sign}${text}`;
}

/** A claim's number in words: `{name:3}` in its text is values.name with three digits, `{name:+2}` with its sign. */
export function numberText({ claim, number, values }) {
  return number.replace(/\{(\w+):(\+?)(\d)\}/g, (_, name, sign, digits) => {
    if (!(name in values)) throw new Error(`values of "${claim}" must hold ${name}`);
    return [values[name]]
      .flat()
      .map((value) => printed(value, sign, Number(digits)))
      .join(", ");
  });
}

/** A table's cells must not hold a bare vertical bar. */
const cell = (text) => text.replaceAll("|", "\\|");

function claimTable() {
  const rows = claims().map((row, k) => {
    const { claim, verdict, notebook, section, test } = row;
    const place = `[${notebook.slice(0, 2)}](notebooks/${notebook}.ipynb), ${section}`;
    const pin = `[${test.file.split("/").pop().replace(".test.ts", "")}](${test.file})`;
    const number = cell(numberText(row));
    return `| ${k + 1} | ${cell(claim)} | ${VERDICTS[verdict]} | ${number} | ${place} | ${pin} |`;
  });
  return [
    "| | the post's claim | verdict | the number | where | test |",
    "| --: | --- | --- | --- | --- | --- |",
    ...rows,
  ];
}

const TABLES = [
  {
    begin: "<!-- ledger: written by `npm run ledger` from docs/claims.json -->",
    end: "<!-- end of ledger -->",
    lines: claimTable,
  },
  {
    begin: "<!-- map: written by `npm run ledger` from docs/notebooks.json -->",
    end: "<!-- end of map -->",
    lines: mapTable,
  },
];

/** The README with both tables as the data files have them now. */
export function readmeWithLedger(readme) {
  return TABLES.reduce((text, { begin, end, lines }) => {
    const [before, rest] = text.split(begin);
    const after = rest?.split(end)[1];
    if (after === undefined) throw new Error(`README.md must hold ${begin} and ${end}`);
    return [before, begin, "\n", lines().join("\n"), "\n", end, after].join("");
  }, readme);
}

function write(file, text) {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(inRoot("docs", "figures"), { recursive: true });
  for (const entry of notebooks()) write(inRoot(thumbnailOf(entry.notebook)), figureOf(entry).svg);
  const file = inRoot("README.md");
  write(file, readmeWithLedger(readFileSync(file, "utf8")));
  console.log(`README.md: ${claims().length} claims, ${notebooks().length} notebooks`);
}
