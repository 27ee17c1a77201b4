import { Matrix } from "ml-matrix";

/** Named arguments of one valid, cheap call, in the function's order. */
export type Arguments = Record<string, unknown>;

/** Where a value stands in the arguments: `["rows", 0, "label"]`. */
type Path = readonly (string | number)[];

/** One bad argument of the right type: what the compiler lets pass. */
export interface Variant {
  name: string;
  /** Puts the bad value into a fresh copy of the valid arguments. */
  spoil(args: Arguments): void;
}

type Typed = Float64Array | Uint8Array | Int32Array;

const NUMBERS = [NaN, Infinity, -Infinity, -1, 0.5, 1e308];

const isTyped = (value: unknown): value is Typed =>
  ArrayBuffer.isView(value) && !(value instanceof DataView);
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value));

/** A place as the library writes it: `rows[0].label`, `result["soft@10"]`. */
const pathName = (path: Path) =>
  path
    .map((key, i) => {
      if (typeof key === "number") return `[${key}]`;
      if (!/^\w+$/.test(key)) return `["${key}"]`;
      return i ? `.${key}` : key;
    })
    .join("");

const variant = (path: Path, written: string, value: unknown): Variant => ({
  name: `${pathName(path)} = ${written}`,
  spoil(args) {
    let node = args as Record<string | number, unknown>;
    for (const key of path.slice(0, -1)) node = node[key] as Record<string | number, unknown>;
    node[path[path.length - 1]] = value;
  },
});

/** The first and the last place of a list, once each. */
const ends = (length: number) => [...new Set([0, length - 1])].filter((i) => i >= 0);

function* ofList(path: Path, list: readonly unknown[] | Typed): Generator<Variant> {
  const { length } = list;
  const copy = (n: number) => Array.from({ length: n }, (_, i) => list[i % length]);
  const typed = (values: unknown[]) =>
    isTyped(list)
      ? (list.constructor as typeof Float64Array).from(values as number[])
      : (values as unknown);
  for (const n of new Set([0, length - 1, length + 1])) {
    yield variant(path, `${n} of ${length} elements`, typed(copy(n)));
  }
  for (const i of ends(length)) {
    if (list instanceof Uint8Array) yield variant([...path, i], "255", 255);
    else yield* variantsOf(list[i], [...path, i]);
  }
}

function* ofMatrix(path: Path, matrix: Matrix): Generator<Variant> {
  const { rows, columns } = matrix;
  yield variant(path, "no row", new Matrix(0, columns));
  yield variant(path, "no column", new Matrix(rows, 0));
  yield variant(path, "a row more", new Matrix([...matrix.to2DArray(), matrix.getRow(0)]));
  yield variant(path, "a column more", matrix.clone().addColumn(matrix.getColumn(0)));
  for (const bad of NUMBERS) yield variant(path, `${bad} first`, matrix.clone().set(0, 0, bad));
}

/** Everything of the right type that is tried in the place of a valid value, and in the places inside it. */
function* variantsOf(value: unknown, path: Path): Generator<Variant> {
  if (typeof value === "number") {
    for (const bad of NUMBERS) if (bad !== value) yield variant(path, `${bad}`, bad);
  } else if (isTyped(value) || Array.isArray(value)) yield* ofList(path, value);
  else if (Matrix.isMatrix(value)) yield* ofMatrix(path, value as Matrix);
  else if (isPlain(value)) {
    for (const [key, field] of Object.entries(value)) yield* variantsOf(field, [...path, key]);
  }
}

/** All variants of a call, one argument spoilt at a time. */
export function* badCalls(args: Arguments): Generator<Variant> {
  for (const [name, value] of Object.entries(args)) yield* variantsOf(value, [name]);
}
