import type { Table } from "./table.js";

/** Exports that no walk has been written for yet; each one that gets its walk leaves this list. */
const NAMES: readonly string[] = [];

/** The list as entries of the table. */
export const unwalked = (): Table =>
  Object.fromEntries(NAMES.map((name) => [name, { unwalked: "no walk written yet" }]));
