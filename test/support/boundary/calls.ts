import { readdirSync } from "node:fs";
import { sharedCalls } from "./sharedCalls.js";
import type { Library, Table } from "./table.js";

const CHAPTERS = new URL("../../chapters/", import.meta.url);

/** A valid call of each export: the shared folders' and those in each chapter's `calls.ts`. */
export async function allCalls(lib: Library): Promise<Table> {
  const tables = [sharedCalls(lib)];
  for (const file of readdirSync(CHAPTERS, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith("calls.ts")) continue;
    const chapter: { calls(lib: Library): Table } = await import(new URL(file, CHAPTERS).href);
    tables.push(chapter.calls(lib));
  }
  return Object.assign({}, ...tables);
}
