import { Matrix } from "ml-matrix";

/** Named arguments of one valid, cheap call, in the function's order. */
export type Arguments = Record<string, unknown>;

/** One spoilt argument: which, and what it was replaced by. */
export interface Variant {
  name: string;
  value: unknown;
  /** It stands in the place of a whole structure: options, a matrix, a stream, a callback. */
  whole: boolean;
  /** Puts the bad value into a fresh copy of the valid arguments. */
  spoil(args: Arguments): void;
}

/** Where a value stands in the arguments: `["rows", 0, "label"]`. */
export type Path = readonly (string | number)[];
type Typed = Float64Array | Uint8Array | Int32Array;

const NUMBERS = [NaN, Infinity, -Infinity, -1, 0.5, 1e308, "5", "", null, []];
const TEXTS = ["", "no such thing", 5, NaN, null, []];
const FUNCTIONS = [() => NaN, () => Infinity, () => "5", 5, null];
const OBJECTS = [null, 5, "", []];

const isTyped = (value: unknown): value is Typed =>
  ArrayBuffer.isView(value) && !(value instanceof DataView);
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value));

/** How the test writes a bad value: short, and telling "5" from 5. */
export function written(value: unknown): string {
  if (typeof value === "function") return `() => ${written(value())}`;
  if (isTyped(value)) return `${value.constructor.name} of ${value.length}`;
  if (Matrix.isMatrix(value)) return `${value.rows} × ${value.columns} Matrix`;
  if (typeof value === "number") return String(value);
  return (JSON.stringify(value) ?? String(value)).slice(0, 40);
}

/** A place as the library writes it: `rows[0].label`, `result["soft@10"]`. */
export const pathName = (path: Path) =>
  path
    .map((key, i) => {
      if (typeof key === "number") return `[${key}]`;
      if (!/^\w+$/.test(key)) return `["${key}"]`;
      return i ? `.${key}` : key;
    })
    .join("");

function put(args: Arguments, path: Path, value: unknown): void {
  let node = args as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) node = node[key] as Record<string | number, unknown>;
  node[path[path.length - 1]] = value;
}

const variant = (path: Path, value: unknown, whole = false): Variant => ({
  name: `${pathName(path)} = ${written(value)}`,
  value,
  whole,
  spoil: (args) => put(args, path, value),
});

/** The first and the last place of a list, once each. */
const ends = (length: number) => [...new Set([0, length - 1])].filter((i) => i >= 0);

function* ofTyped(path: Path, list: Typed): Generator<Variant> {
  const copy = (length: number) =>
    (list.constructor as typeof Float64Array).from({ length }, (_, i) => list[i % list.length]);
  for (const value of [null, 5, "", copy(0), copy(list.length - 1), copy(list.length + 1)]) {
    yield variant(path, value);
  }
  const elements = list instanceof Float64Array ? [NaN, Infinity, -1, 0.5, 1e308] : [-1, 255];
  for (const i of ends(list.length)) {
    for (const value of elements) yield variant([...path, i], value);
  }
}

function* ofList(path: Path, list: readonly unknown[]): Generator<Variant> {
  const longer = [...list, list[list.length - 1]];
  for (const value of [null, 5, "", [], list.slice(0, -1), longer]) {
    const { spoil } = variant(path, value);
    const name = `${pathName(path)} = ${Array.isArray(value) ? `${value.length} of ${list.length} elements` : written(value)}`;
    yield { name, value, whole: false, spoil };
  }
  for (const i of ends(list.length)) yield* variantsOf(list[i], [...path, i]);
}

function* ofMatrix(path: Path, matrix: Matrix): Generator<Variant> {
  const { rows, columns } = matrix;
  for (const value of [null, 5, "", []]) yield variant(path, value, true);
  for (const value of [new Matrix(0, columns), new Matrix(rows, 0)]) yield variant(path, value);
  yield variant(path, new Matrix([...matrix.to2DArray(), matrix.getRow(0)]));
  yield variant(path, matrix.clone().addColumn(matrix.getColumn(0)));
  for (const bad of [NaN, Infinity, -1, 0.5, 1e308]) {
    const name = `${pathName(path)}[0][0] = ${bad}`;
    const spoilt = matrix.clone().set(0, 0, bad);
    yield { name, value: bad, whole: false, spoil: (args) => put(args, path, spoilt) };
  }
}

/** Everything that this test tries in the place of a valid value, and in the places inside it. */
export function* variantsOf(value: unknown, path: Path): Generator<Variant> {
  const each = function* (bad: readonly unknown[], whole = false) {
    for (const b of bad) yield variant(path, b, whole);
  };
  if (typeof value === "number") yield* each(NUMBERS.filter((b) => !Object.is(b, value)));
  else if (typeof value === "string") yield* each(TEXTS);
  else if (typeof value === "function") yield* each(FUNCTIONS, true);
  else if (typeof value === "boolean") yield* each([NaN, "5", null, []]);
  else if (isTyped(value)) yield* ofTyped(path, value);
  else if (Array.isArray(value)) yield* ofList(path, value);
  else if (Matrix.isMatrix(value)) yield* ofMatrix(path, value as Matrix);
  else if (typeof value === "object" && value !== null) {
    yield* each(OBJECTS, true);
    if (!isPlain(value)) return;
    for (const [key, field] of Object.entries(value)) yield* variantsOf(field, [...path, key]);
  }
}

/** All variants of a call, one argument spoilt at a time. */
export function* badCalls(args: Arguments): Generator<Variant> {
  for (const [name, value] of Object.entries(args)) yield* variantsOf(value, [name]);
}
