/** A row of a table: a text or a number for each column head. */
export type Row = Record<string, string | number>;
