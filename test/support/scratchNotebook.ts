import { readFileSync, writeFileSync } from "node:fs";

const TSLAB = { kernelspec: { display_name: "TypeScript", language: "typescript", name: "tslab" } };

/** Writes a notebook with these code cells, not run yet, and returns its path. */
export function writeNotebook(
  file: string,
  sources: readonly string[],
  metadata: object = TSLAB,
): string {
  const cells = sources.map((source, i) => ({
    id: `code-${i + 1}`,
    cell_type: "code",
    source,
    metadata: {},
    outputs: [],
    execution_count: null,
  }));
  writeFileSync(file, JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }));
  return file;
}

/** What each code cell of a notebook file printed. */
export const printedBy = (file: string): string[] =>
  JSON.parse(readFileSync(file, "utf8")).cells.map((cell: { outputs: { text?: string[] }[] }) =>
    cell.outputs.flatMap((output) => output.text ?? []).join(""),
  );
