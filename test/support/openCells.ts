import ts from "@tslab/typescript-for-tslab";
import { cellsOf, sourceOf } from "./notebookText.js";

/**
 * Runs code cells of a notebook as they are committed, one after the other in one scope.
 *
 * @param notebook such as "00-setup"
 * @param ids of the cells
 * @param scope what the cells find: the library's functions, and whatever earlier cells would have made
 * @param names of the variables and functions to hand back
 */
export function runCells(
  notebook: string,
  ids: readonly string[],
  scope: Record<string, unknown>,
  names: readonly string[],
  // biome-ignore lint/suspicious/noExplicitAny: a cell's variables have the types that the cell gives them
): Record<string, any> {
  const cells = cellsOf(notebook) as (ReturnType<typeof cellsOf>[number] & { id: string })[];
  const source = ids.map((id) => {
    const cell = cells.find((one) => one.id === id);
    if (!cell) throw new Error(`${notebook} has no cell ${id}`);
    return sourceOf(cell);
  });
  const typed = `${source.join("\n")}\nreturn { ${names.join(", ")} };`;
  const target = ts.ScriptTarget.ES2022;
  const { outputText } = ts.transpileModule(`(() => {\n${typed}\n})()`, {
    compilerOptions: { target },
  });
  return new Function(...Object.keys(scope), `return ${outputText}`)(...Object.values(scope));
}
