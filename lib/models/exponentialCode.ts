import { LOG2_HIGH, LOG2_LOW, POLYNOMIAL } from "../losses/fdlibm.js";
import {
  absolute,
  type Code,
  double,
  get,
  less,
  select,
  set,
  shiftLeft,
  subtractBits,
  truncate,
} from "./wasmCode.js";

const { constant, add: plus, subtract: minus, multiply: times, divide: over } = double;
const { LOG2E } = Math;
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
