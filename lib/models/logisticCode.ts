import { CONSTANTS, exponentials } from "./exponentialCode.js";
import {
  absolute,
  add,
  add64,
  below,
  type Code,
  double,
  doWhile,
  get,
  I32,
  i32,
  increase,
  lane,
  less,
  load,
  load64,
  select,
  set,
  store,
  store64,
  V128,
  type WasmFunction,
} from "./wasmCode.js";

const { constant, loadSplat, add: plus, subtract: minus, multiply: times, divide: over } = double;

/** logits = features · parameters and decays = exp(-|logits|), for pair after pair of examples. */
function move(): WasmFunction {
  const [features, parameters, parametersEnd, logits, decays, end] = [0, 1, 2, 3, 4, 5];
  const [at, z, x, ...others] = [6, 7, 8, 9, 10, 11, 12];
  const constants = 13;
  return {
    parameters: new Array(6).fill(I32),
    locals: [I32, ...new Array(6 + CONSTANTS.length).fill(V128)],
    body: [
      ...CONSTANTS.flatMap((value, k) => set(constants + k, constant(value))),
      ...doWhile(
        [
          ...[...set(z, constant(0)), ...set(at, get(parameters))],
          ...doWhile(
            [
              ...set(z, plus(get(z), times(loadSplat(get(at)), load(get(features))))),
              ...[...increase(at, i32(8)), ...increase(features, i32(16))],
            ],
            below(get(at), get(parametersEnd)),
          ),
          ...store(get(logits), get(z)),
          ...set(x, minus(constant(0), absolute(get(z)))),
          ...exponentials(x, constants, others),
          ...store(get(decays), get(x)),
          ...[...increase(logits, i32(16)), ...increase(decays, i32(16))],
        ],
        below(get(logits), get(end)),
      ),
    ],
  };
}

/**
 * Adds to the sums, parameter after parameter, its gradient and its row of the Hessian's lower triangle. With r the probability of the
 * less likely label, an example's residual is weight · (probability - target), its curvature weight · r (1 - r).
 */
function derive(): WasmFunction {
  const [features, width, logits, decays, targets, weights, sums, end] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [rowEnd, j, l, at, rare, residual, curvature, bent] = [8, 9, 10, 11, 12, 13, 14, 15];
  /** One example after the other, as a loop over examples would. */
  const addBoth = (pair: Code) => [
    ...set(rare, pair),
    ...store64(get(at), add64(add64(load64(get(at)), lane(get(rare), 0)), lane(get(rare), 1))),
    ...increase(at, i32(8)),
  ];
  const one = constant(1);
  const whenUnlikely = minus(get(rare), load(get(targets)));
  const whenLikely = minus(minus(one, load(get(targets))), get(rare));
  const difference = select(whenUnlikely, whenLikely, less(load(get(logits)), constant(0)));
  return {
    parameters: new Array(8).fill(I32),
    locals: [I32, I32, I32, I32, V128, V128, V128, V128],
    body: doWhile(
      [
        ...set(rare, over(load(get(decays)), plus(one, load(get(decays))))),
        ...set(residual, times(load(get(weights)), difference)),
        ...set(curvature, times(times(load(get(weights)), get(rare)), minus(one, get(rare)))),
        ...[...set(at, get(sums)), ...set(j, get(features))],
        ...set(rowEnd, add(get(features), get(width))),
        ...doWhile(
          [
            ...addBoth(times(load(get(j)), get(residual))),
            ...set(bent, times(get(curvature), load(get(j)))),
            ...set(l, get(features)),
            ...increase(j, i32(16)),
            ...doWhile(
              [...addBoth(times(get(bent), load(get(l)))), ...increase(l, i32(16))],
              below(get(l), get(j)),
            ),
          ],
          below(get(j), get(rowEnd)),
        ),
        ...set(features, get(rowEnd)),
        ...[...increase(logits, i32(16)), ...increase(decays, i32(16))],
        ...[...increase(targets, i32(16)), ...increase(weights, i32(16))],
      ],
      below(get(logits), get(end)),
    ),
  };
}

/** The inner loops of a logistic regression; every sum is over the examples in their order. */
export const logisticCode = (): Record<string, WasmFunction> => ({
  move: move(),
  derive: derive(),
});
