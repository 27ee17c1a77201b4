import { Matrix } from "ml-matrix";
import type { Library, Table, Walk } from "./table.js";
import { type Arguments, type Path, pathName } from "./variants.js";

export type Node = Record<string | number, unknown>;

/** One place in the arguments of one function of the library. */
export interface Place {
  /** Function and place: `gainFigure, many[0].curves`. */
  title: string;
  path: Path;
  argsOf(): Arguments;
  call(args: Arguments): unknown;
}

/** What holds values of its own; streams, functions and matrices are one value each. */
function isTree(value: unknown): value is Node {
  if (typeof value !== "object" || value === null || Matrix.isMatrix(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return ArrayBuffer.isView(value) || [Object.prototype, Array.prototype, null].includes(prototype);
}

/** Every place inside, branches and leaves; of a list, its first element. */
function placesIn(node: unknown, path: Path = []): Path[] {
  if (typeof node === "function") return [];
  if (!isTree(node)) return [path];
  const keys = Array.isArray(node) || ArrayBuffer.isView(node) ? [0] : Object.keys(node);
  const inside = (node.length === 0 ? [] : keys).flatMap((key) =>
    placesIn(node[key], [...path, key]),
  );
  return path.length > 0 ? [path, ...inside] : inside;
}

/** All places in the arguments of the named functions, as the table calls them. */
export function placesOf(lib: Library, table: Table, names: readonly string[]): Place[] {
  return names.flatMap((name) => {
    if (typeof table[name] !== "object") return [];
    const { args, use = (result: unknown) => result } = table[name] as Walk;
    const f = (lib as unknown as Record<string, (...args: unknown[]) => unknown>)[name];
    return placesIn(args()).map((path) => ({
      title: `${name}, ${pathName(path)}`,
      path,
      argsOf: args,
      call: async (given: Arguments) => use((await f(...Object.values(given))) as never),
    }));
  });
}

/** What stands in a place of fresh arguments. */
export const valueAt = ({ path, argsOf }: Place): unknown =>
  path.reduce((node: unknown, key) => (node as Node)[key], argsOf());

/** What a function says with something else in a place, "" where it takes it. */
export async function saidOf(
  { path, argsOf, call }: Place,
  spoil: (parent: Node, key: string | number) => void,
): Promise<string> {
  const args = argsOf();
  const parent = path.slice(0, -1).reduce((node, key) => node[key] as Node, args as Node);
  spoil(parent, path[path.length - 1]);
  try {
    await call(args);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}

/** Puts what cannot be meant: nothing at all, or where an array holds bytes or doubles, the nearest to it. */
export function leaveOut(parent: Node, key: string | number): void {
  parent[key] = parent instanceof Uint8Array ? 255 : ArrayBuffer.isView(parent) ? NaN : null;
}
