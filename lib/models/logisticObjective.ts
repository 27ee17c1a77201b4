import { logisticCode } from "./logisticCode.js";
import type { Objective } from "./newton.js";
import { double } from "./wasmCode.js";
import { instantiate, type KernelMemory } from "./wasmKernel.js";

/** Functions of {@link logisticCode}. All arguments but the width, in bytes, are addresses. */
interface LogisticKernel extends KernelMemory {
  move(
    features: number,
    parameters: number,
    parametersEnd: number,
    logits: number,
    decays: number,
    end: number,
  ): void;
  derive(
    features: number,
    width: number,
    logits: number,
    decays: number,
    targets: number,
    weights: number,
    sums: number,
    end: number,
  ): void;
}

let kernel: LogisticKernel | undefined;
/** What is in the kernel's memory: fits of the same columns in a row place them once. */
let inMemory: Placed | undefined;

/**
 * The penalised log-loss of a logistic regression as a function of its parameters, with gradient and Hessian. Its inner loops
 * are in WebAssembly, two examples at a time, a third as long as in TypeScript, with the same bits.
 *
 * @param columns k columns of n features, the intercept's 1 included
 * @param weights n weights of the examples
 * @param penalties k ridges
 * @returns a function of n probabilities of label 1 that gives their objective; the next one that is made takes its place
 */
export function logisticObjective(
  columns: readonly Float64Array[],
  weights: Float64Array,
  penalties: Float64Array,
): (softTargets: ArrayLike<number>) => Objective {
  const [n, k] = [weights.length, columns.length];
  const hessian = new Float64Array(k * k);
  let placed: Placed | undefined;
  return (softTargets) => {
    kernel ??= instantiate<LogisticKernel>(logisticCode(), double);
    if (!placed || inMemory !== placed) placed = place(columns, weights, kernel);
    inMemory = placed;
    const { move, derive } = kernel;
    const { parameters: point, logits, decays, targets, sums } = placed;
    targets.set(softTargets);
    const [featuresAt, parametersAt, logitsAt, decaysAt, targetsAt, weightsAt, sumsAt] =
      placed.addresses;
    const logitsEnd = logitsAt + logits.byteLength;
    let current: Float64Array | undefined;
    /** A line search asks for the value and then the derivatives at the same parameters: exponentials are taken once. */
    const moveTo = (parameters: Float64Array) => {
      if (parameters === current || k === 0) return;
      current = parameters;
      point.set(parameters);
      move(featuresAt, parametersAt, parametersAt + 8 * k, logitsAt, decaysAt, logitsEnd);
    };
    return {
      value(parameters) {
        moveTo(parameters);
        let total = 0;
        for (let i = 0; i < n; i++) {
          const softplus = Math.max(logits[i], 0) + Math.log1p(decays[i]);
          total += weights[i] * (softplus - targets[i] * logits[i]);
        }
        for (let j = 0; j < k; j++) total += (penalties[j] * parameters[j] * parameters[j]) / 2;
        return total;
      },
      derivatives(parameters) {
        moveTo(parameters);
        sums.fill(0);
        if (k > 0)
          derive(featuresAt, 16 * k, logitsAt, decaysAt, targetsAt, weightsAt, sumsAt, logitsEnd);
        const gradient = new Float64Array(k);
        for (let j = 0, at = 0; j < k; j++) {
          gradient[j] = penalties[j] * parameters[j] + sums[at++];
          for (let l = 0; l <= j; l++) hessian[j * k + l] = sums[at++];
          hessian[j * k + j] += penalties[j];
        }
        return { gradient, hessian };
      },
      gradientTerms(parameters) {
        moveTo(parameters);
        const sizes = new Float64Array(n);
        for (let i = 0; i < n; i++) {
          const rare = decays[i] / (1 + decays[i]);
          sizes[i] = weights[i] * (rare + (logits[i] >= 0 ? 1 - targets[i] : targets[i]));
        }
        const terms = new Float64Array(k);
        for (let j = 0; j < k; j++) {
          const column = columns[j];
          let sum = penalties[j] * Math.abs(parameters[j]);
          for (let i = 0; i < n; i++) sum += sizes[i] * Math.abs(column[i]);
          terms[j] = sum;
        }
        return terms;
      },
    };
  };
}

type Placed = ReturnType<typeof place>;

/** Lays out the kernel's memory for these columns and weights. */
function place(
  columns: readonly Float64Array[],
  weights: Float64Array,
  { layOut }: LogisticKernel,
) {
  const k = columns.length;
  const examples = 2 * Math.ceil(weights.length / 2);
  const placed = layOut((arrays) => ({
    features: arrays.double(examples * k),
    parameters: arrays.double(k),
    logits: arrays.double(examples),
    decays: arrays.double(examples),
    targets: arrays.double(examples),
    weights: arrays.double(examples),
    sums: arrays.double(k + (k * (k + 1)) / 2),
  }));
  placeInPairs(columns, placed.features);
  placed.weights.set(weights);
  // What logits of 0 have, where there are no parameters to move.
  placed.decays.fill(1);
  return { ...placed, addresses: Object.values(placed).map(({ byteOffset }) => byteOffset) };
}

/** Examples in pairs: of each two, both values in column 0, both in column 1, and so on; of an odd number the last has zeros beside it. */
function placeInPairs(columns: readonly Float64Array[], pairs: Float64Array): void {
  const width = 2 * columns.length;
  columns.forEach((column, j) => {
    for (let i = 0; i < column.length; i++) pairs[(i >> 1) * width + 2 * j + (i & 1)] = column[i];
  });
}
