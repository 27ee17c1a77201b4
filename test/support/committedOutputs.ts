import { readFileSync } from "node:fs";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot } from "../../scripts/project.mjs";
import { notebookFiles } from "./notebooks.js";

type Text = string | string[];
export interface Output {
  output_type: string;
  name?: string;
  text?: Text;
  data?: Record<string, Text>;
}

/** A notebook's file holds a text as one or as a list of its lines. */
export const joined = (text: Text): string => (Array.isArray(text) ? text.join("") : text);

/** All outputs that a notebook was committed with. */
export function committedOutputs(file: string): Output[] {
  const { cells } = JSON.parse(readFileSync(inRoot("notebooks", file), "utf8"));
  return cells.flatMap((cell: { outputs?: Output[] }) => cell.outputs ?? []);
}

const FIGURE = /data:image\/svg\+xml,([^"]+)/g;

/** The SVG documents inside an HTML output, decoded. */
export const figuresIn = (html: string): string[] =>
  Array.from(html.matchAll(FIGURE), ([, data]) => decodeURIComponent(data));

/** Every figure of the collection, as decoded SVG. */
export const committedFigures = (): { file: string; figure: number; svg: string }[] =>
  notebookFiles.flatMap((file) =>
    committedOutputs(file)
      .flatMap((output) => figuresIn(joined(output.data?.["text/html"] ?? "")))
      .map((svg, k) => ({ file, figure: k + 1, svg })),
  );
