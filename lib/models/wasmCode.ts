/** Bytes of WebAssembly. The instructions below put their operands first, as the stack machine wants them. */
export type Code = readonly number[];

/** A number in LEB128; as signed it is read with the seventh bit as its sign. */
const unsigned = (n: number): Code => (n < 128 ? [n] : [(n & 127) | 128, ...unsigned(n >>> 7)]);
const signed = (n: number): Code => (n < 64 ? [n] : [(n & 127) | 128, ...signed(n >>> 7)]);
const vector = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const sized = (code: Code): Code => [...unsigned(code.length), ...code];
const binary =
  (...opcode: number[]) =>
  (a: Code, b: Code): Code => [...a, ...b, ...opcode];

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];
/** A whole number from 0. */
export const i32 = (n: number): Code => [0x41, ...signed(n)];
export const add = binary(0x6a);
export const subtract = binary(0x6b);
/** local += by. */
export const increase = (local: number, by: Code): Code => set(local, add(get(local), by));
export const multiply = binary(0x6c);
export const below = binary(0x49);
export const atMost = binary(0x4d);
export const load32 = (address: Code, offset = 0): Code => [
  ...[...address, 0x28, 2],
  ...unsigned(offset),
];
export const load = (address: Code, offset = 0): Code => [
  ...address,
  ...[0xfd, 0, 0],
  ...unsigned(offset),
];
export const store = (address: Code, value: Code, offset = 0): Code => [
  ...[...address, ...value, 0xfd, 11, 0],
  ...unsigned(offset),
];

const EMPTY = 0x40;
/** Repeats `body` for as long as `condition` holds after it. */
export const doWhile = (body: Code, condition: Code): Code => [
  ...[0x03, EMPTY, ...body, ...condition],
  ...[0x0d, 0, 0x0b],
];
/** Repeats `body` for as long as `condition` holds before it. */
export const whileDo = (condition: Code, body: Code): Code => [
  ...[0x03, EMPTY, ...condition, 0x04, EMPTY, ...body],
  ...[0x0c, 1, 0x0b, 0x0b],
];

export const I32 = 0x7f;
export const F64 = 0x7c;
export const V128 = 0x7b;

const simd = (opcode: number): Code => [0xfd, ...unsigned(opcode)];
const unary =
  (...opcode: number[]) =>
  (a: Code): Code => [...a, ...opcode];

/** Scalars in double precision. */
export const f64 = (value: number): Code => [
  0x44,
  ...new Uint8Array(Float64Array.of(value).buffer),
];
export const load64 = (address: Code): Code => [...address, 0x2b, 3, 0];
export const store64 = (address: Code, value: Code): Code => [...address, ...value, 0x39, 3, 0];
export const add64 = binary(0xa0);
export const max64 = binary(0xa5);
/** a if the condition holds, else b. */
export const choose = (a: Code, b: Code, condition: Code): Code => [...a, ...b, ...condition, 0x1b];

/** What the kernel needs of single (f32x4) and double precision (f64x2). */
export interface RealType {
  type: number;
  bytes: number;
  /** A constant as a vector of equal numbers, and such a vector from memory or from a parameter of {@link type}. */
  constant(value: number): Code;
  loadSplat(address: Code): Code;
  splat(value: Code): Code;
  add(a: Code, b: Code): Code;
  subtract(a: Code, b: Code): Code;
  multiply(a: Code, b: Code): Code;
  divide(a: Code, b: Code): Code;
  squareRoot(a: Code): Code;
  /** a where b is not below a, else b. */
  pmin(a: Code, b: Code): Code;
  /** a where a is not below b, else b. */
  pmax(a: Code, b: Code): Code;
  /** a where b is above 0, else 0. */
  whereAbove0(a: Code, b: Code): Code;
  /** Two numbers in a row, as doubles. */
  loadPair(address: Code): Code;
  storePair(address: Code, pair: Code): Code;
}

const ZERO: Code = [0xfd, 12, ...new Array(16).fill(0)];

function realType(
  values: Float32Array | Float64Array,
  opcodes: { type: number; splat: number; loadSplat: number; greater: number },
  squareRoot: number,
  pairs: Pick<RealType, "loadPair" | "storePair">,
): RealType {
  return {
    ...pairs,
    type: opcodes.type,
    bytes: values.BYTES_PER_ELEMENT,
    constant: (value) => [...simd(12), ...new Uint8Array(values.fill(value).buffer)],
    splat: unary(...simd(opcodes.splat)),
    loadSplat: (address) => [...address, ...simd(opcodes.loadSplat), 0, 0],
    squareRoot: (a) => [...a, ...simd(squareRoot)],
    add: binary(...simd(squareRoot + 1)),
    subtract: binary(...simd(squareRoot + 2)),
    multiply: binary(...simd(squareRoot + 3)),
    divide: binary(...simd(squareRoot + 4)),
    pmin: binary(...simd(squareRoot + 7)),
    pmax: binary(...simd(squareRoot + 8)),
    whereAbove0: (a, b) => [...a, ...b, ...ZERO, ...simd(opcodes.greater), ...simd(0x4e)],
  };
}

export const single = realType(
  new Float32Array(4),
  { type: 0x7d, splat: 0x13, loadSplat: 0x09, greater: 0x44 },
  0xe3,
  {
    loadPair: (address) => [...address, ...simd(0x5d), 0, 0, ...simd(0x5f)],
    storePair: (address, pair) => [...address, ...pair, ...simd(0x5e), ...simd(0x5b), 0, 0, 0],
  },
);
export const double = realType(
  new Float64Array(2),
  { type: F64, splat: 0x14, loadSplat: 0x0a, greater: 0x4a },
  0xef,
  {
    loadPair: (address) => load(address),
    storePair: (address, pair) => store(address, pair),
  },
);

/** More for two doubles at a time. */
export const truncate = unary(...simd(0x7a));
export const absolute = unary(...simd(0xec));
export const less = binary(...simd(0x49));
/** The bits of a where those of the mask are set, else the bits of b. */
export const select = (a: Code, b: Code, mask: Code): Code => [...a, ...b, ...mask, ...simd(0x52)];
/** The bits of two whole numbers of 64 bits, shifted left; and a difference of such numbers. */
export const shiftLeft = (a: Code, bits: number): Code => [...a, ...i32(bits), ...simd(0xcb)];
export const subtractBits = binary(...simd(0xd1));
export const lane = (pair: Code, k: 0 | 1): Code => [...pair, ...simd(0x21), k];
export const withLane = (pair: Code, k: 0 | 1, value: Code): Code => [
  ...[...pair, ...value],
  ...[...simd(0x22), k],
];

/** An exported function without a result. Its locals are numbered on from its parameters. */
export interface WasmFunction {
  parameters: readonly number[];
  locals: readonly number[];
  body: Code;
}

/**
 * A module with one memory, `memory`, and the functions under their names.
 *
 * @see https://www.w3.org/TR/wasm-core-2/#binary-format
 */
export function wasmModule(functions: Record<string, WasmFunction>): WebAssembly.Module {
  const section = (id: number, items: readonly Code[]) => [id, ...sized(vector(items))];
  const name = (text: string) => sized([...new TextEncoder().encode(text)]);
  const list = Object.values(functions);
  const bytes = [
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      list.map(({ parameters }) => [0x60, ...vector(parameters.map((p) => [p])), 0]),
    ),
    ...section(
      3,
      list.map((_, k) => [k]),
    ),
    ...section(5, [[0, 1]]),
    ...section(7, [
      [...name("memory"), 2, 0],
      ...Object.keys(functions).map((key, k) => [...name(key), 0, k]),
    ]),
    ...section(
      10,
      list.map(({ locals, body }) =>
        sized([...vector(locals.map((type) => [1, type])), ...body, 0x0b]),
      ),
    ),
  ];
  return new WebAssembly.Module(Uint8Array.from(bytes));
}
