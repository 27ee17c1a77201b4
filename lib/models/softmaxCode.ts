import {
  absolute,
  add,
  add64,
  atMost,
  below,
  type Code,
  choose,
  double,
  doWhile,
  F64,
  f64,
  get,
  I32,
  i32,
  increase,
  lane,
  less,
  load32,
  max64,
  multiply,
  type RealType,
  select,
  set,
  shiftLeft,
  subtract,
  subtractBits,
  truncate,
  V128,
  type WasmFunction,
  withLane,
} from "./wasmCode.js";

const { constant, splat, add: plus, subtract: minus, multiply: times, divide: over } = double;

// fdlibm's e_exp.c, which is V8's Math.exp too: log 2 in two parts, and x - (P1 x² + … ) = x (e^x + 1) / (e^x - 1) - 2 up to 2^-59.
const { LOG2E } = Math;
const LOG2_HIGH = 0.6931471803691238;
const LOG2_LOW = 1.9082149292705877e-10;
const POLYNOMIAL = [
  0.16666666666666602, -0.0027777777777015593, 6.613756321437934e-5, -1.6533902205465252e-6,
  4.1381367970572385e-8,
];
/** Below it the exponential is less than the smallest normal number. */
const LEAST = -708;
/** Up to here 1 + x is the exponential. */
const TINY = 2 ** -28;
/** Added to a whole number, it leaves that number in its own last bits. */
const WHOLE = 1.5 * 2 ** 52;

export const CONSTANTS = [
  LOG2E,
  0.5,
  LOG2_HIGH,
  -LOG2_LOW,
  ...POLYNOMIAL,
  1,
  2,
  WHOLE,
  TINY,
  LEAST,
];

/**
 * Sets local x, two numbers not above 0, to their exponentials, to the bit Math.exp's, but 0 below -708. {@link CONSTANTS} are held in locals from
 * the first of `constants` on: the compiler would make each anew for every pair. The locals in `others` are overwritten.
 */
export function exponentials(x: number, constants: number, others: readonly number[]): Code {
  const of = (value: number) => get(constants + CONSTANTS.indexOf(value));
  const [t, h, r, c] = others;
  const square = c;
  const polynomial = POLYNOMIAL.slice(0, -1).reduceRight(
    (sum, coefficient) => plus(of(coefficient), times(get(square), sum)),
    of(POLYNOMIAL[POLYNOMIAL.length - 1]),
  );
  const low = times(get(t), of(-LOG2_LOW));
  const quotient = over(times(get(r), get(c)), minus(of(2), get(c)));
  const power = subtractBits(of(1), shiftLeft(plus(get(t), of(WHOLE)), 52));
  const large = times(minus(of(1), minus(minus(low, quotient), get(h))), power);
  const value = select(plus(of(1), get(x)), large, less(absolute(get(x)), of(TINY)));
  return [
    ...set(t, truncate(minus(of(0.5), times(of(LOG2E), get(x))))),
    ...set(h, plus(get(x), times(get(t), of(LOG2_HIGH)))),
    ...set(r, minus(get(h), low)),
    ...set(square, times(get(r), get(r))),
    ...set(c, minus(get(r), times(get(square), polynomial))),
    ...set(x, select(constant(0), value, less(get(x), of(LEAST)))),
  ];
}

/** The gradient of a softmax's cross-entropy by the logits of some rows; NetworkKernel says more. */
export function softmaxGradient(real: RealType): WasmFunction {
  const [logits, delta, stride, bytes, rows, end, targets, targetBytes] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [temperature, factor] = [8, 9];
  const [at, out, target, last, total, most, x, heat, size, ...others] = [
    10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22,
  ];
  const constants = 23;
  const number = i32(real.bytes);
  const pair = i32(2 * real.bytes);
  const isPair = below(get(at), get(last));
  const overPairs = (body: Code, goesOn: Code) => [
    ...[...set(at, get(logits)), ...set(out, get(delta))],
    ...doWhile([...body, ...increase(at, pair), ...increase(out, pair)], goesOn),
  ];
  const largest = (address: Code) => set(most, double.pmax(get(most), real.loadPair(address)));
  const slope = minus(over(real.loadPair(get(out)), get(x)), double.loadPair(get(target)));
  const row = [
    // Of an odd number of logits the last one stands before a number that counts for nothing.
    ...set(last, subtract(add(get(logits), get(bytes)), number)),
    ...set(most, real.loadPair(get(logits))),
    ...overPairs(largest(get(at)), isPair),
    ...largest(subtract(get(last), number)),
    ...set(most, splat(max64(lane(get(most), 0), lane(get(most), 1)))),
    ...set(total, f64(0)),
    ...overPairs(
      [
        ...set(x, over(minus(real.loadPair(get(at)), get(most)), get(heat))),
        ...exponentials(x, constants, others),
        ...set(x, withLane(get(x), 1, choose(lane(get(x), 1), f64(0), isPair))),
        ...set(total, add64(add64(get(total), lane(get(x), 0)), lane(get(x), 1))),
        ...real.storePair(get(out), get(x)),
      ],
      atMost(get(at), get(last)),
    ),
    ...set(x, splat(get(total))),
    ...set(target, add(get(targets), multiply(get(targetBytes), load32(get(rows))))),
    ...overPairs(
      [...real.storePair(get(out), times(get(size), slope)), ...increase(target, i32(16))],
      atMost(get(at), get(last)),
    ),
    ...[
      ...increase(logits, get(stride)),
      ...increase(delta, get(stride)),
      ...increase(rows, i32(4)),
    ],
  ];
  return {
    parameters: [...new Array(8).fill(I32), F64, F64],
    locals: [I32, I32, I32, I32, F64, ...new Array(8 + CONSTANTS.length).fill(V128)],
    body: [
      ...CONSTANTS.flatMap((value, k) => set(constants + k, constant(value))),
      ...set(heat, splat(get(temperature))),
      ...set(size, splat(get(factor))),
      ...doWhile(row, below(get(rows), get(end))),
    ],
  };
}
