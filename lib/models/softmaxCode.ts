import { CONSTANTS, exponentials } from "./exponentialCode.js";
import {
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
  load32,
  max64,
  multiply,
  type RealType,
  set,
  subtract,
  V128,
  type WasmFunction,
  withLane,
} from "./wasmCode.js";

const { constant, splat, subtract: minus, multiply: times, divide: over } = double;

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
