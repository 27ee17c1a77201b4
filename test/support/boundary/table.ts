import type { Arguments } from "./variants.js";

export type Library = typeof import("../../../lib/index.js");

/** How one function is walked. */
export interface Walk {
  /** One valid, cheap list of arguments under the function's own names; every call makes it anew. */
  args: () => Arguments;
  /** What a caller does with a result that does nothing by itself, such as calling the function returned. */
  use?: (result: never) => unknown;
  /** Infinity is among the documented results, so it may be in the answer to a bad call. */
  infinite?: boolean;
  /** Nothing is refused: no argument, a name that may be any string, or an answer that is then wrong. */
  harmless?: boolean;
  /** Subjects under which a message may speak of an argument besides its own name. */
  says?: readonly string[];
}

/** An export: a function to walk, or what there is no call to. */
export type Entry = Walk | "constant" | "class";
export type Table = Record<string, Entry>;

/** Walks a function whose result needs no further use. */
export const walk = (args: () => Arguments, more: Omit<Walk, "args"> = {}): Walk => ({
  args,
  ...more,
});
