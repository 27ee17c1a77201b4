/** A row of a table: a string or a number for each column head. */
export type Row = Record<string, string | number>;
