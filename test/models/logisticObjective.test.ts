import { describe, expect, it } from "vitest";
import { logisticObjective } from "../../lib/models/logisticObjective.js";
import { seededStream } from "../../lib/random/seededStream.js";

/** The definition in plain loops, with every sum over the examples in their order. */
function plain(
  columns: readonly Float64Array[],
  weights: Float64Array,
  penalties: Float64Array,
  targets: Float64Array,
  parameters: Float64Array,
) {
  const k = columns.length;
  const gradient = new Float64Array(k);
  const hessian = new Float64Array(k * k);
  let value = 0;
  weights.forEach((weight, i) => {
    let z = 0;
    for (let j = 0; j < k; j++) z += parameters[j] * columns[j][i];
    const decay = Math.exp(-Math.abs(z));
    const rare = decay / (1 + decay);
    value += weight * (Math.max(z, 0) + Math.log1p(decay) - targets[i] * z);
    const residual = weight * (z >= 0 ? 1 - targets[i] - rare : rare - targets[i]);
    const curvature = weight * rare * (1 - rare);
    for (let j = 0; j < k; j++) {
      gradient[j] += columns[j][i] * residual;
      for (let l = 0; l <= j; l++) hessian[j * k + l] += curvature * columns[j][i] * columns[l][i];
    }
  });
  for (let j = 0; j < k; j++) {
    value += (penalties[j] * parameters[j] ** 2) / 2;
    gradient[j] = penalties[j] * parameters[j] + gradient[j];
    hessian[j * k + j] += penalties[j];
  }
  return { value, gradient, hessian };
}

function problem(n: number, k: number, size = 1) {
  const rng = seededStream(`logistic objective/${n}/${k}`);
  const columns = Array.from({ length: k }, () => rng.normal(n).map((v) => size * v));
  return {
    columns,
    weights: Float64Array.from({ length: n }, (_, i) => (i % 3 === 1 ? 0.5 : 1)),
    penalties: Float64Array.from({ length: k }, (_, j) => j / 2),
    targets: Float64Array.from({ length: n }, (_, i) => [0, 1, 0.25][i % 3]),
    parameters: rng.normal(k),
  };
}

describe("logisticObjective", () => {
  it.each([
    [1, 1],
    [2, 1],
    [7, 2],
    [20, 4],
    [501, 7],
  ])("gives what plain loops give, to the bit: %i examples, %i columns", (n, k) => {
    const { columns, weights, penalties, targets, parameters } = problem(n, k);
    const objective = logisticObjective(columns, weights, penalties)(targets);
    const expected = plain(columns, weights, penalties, targets, parameters);
    expect(objective.value(parameters)).toBe(expected.value);
    expect(objective.derivatives(parameters)).toEqual({
      gradient: expected.gradient,
      hessian: expected.hessian,
    });
    // At other parameters nothing of the first ones is left.
    const others = parameters.map((p) => 1 - p);
    const then = plain(columns, weights, penalties, targets, others);
    expect(objective.derivatives(others).hessian).toEqual(then.hessian);
    expect(objective.value(others)).toBe(then.value);
  });

  it("is exact for logits in the hundreds of either sign, where one label is as good as certain", () => {
    const { columns, weights, penalties, targets, parameters } = problem(40, 2, 300);
    const objective = logisticObjective(columns, weights, penalties)(targets);
    const expected = plain(columns, weights, penalties, targets, parameters);
    expect(objective.value(parameters)).toBe(expected.value);
    expect(objective.derivatives(parameters).gradient).toEqual(expected.gradient);
    expect(objective.derivatives(parameters).hessian).toEqual(expected.hessian);
  });

  it("is what a model without parameters loses: log 2 an example", () => {
    const objective = logisticObjective(
      [],
      Float64Array.of(1, 1, 1),
      new Float64Array(0),
    )([0, 1, 1]);
    expect(objective.value(new Float64Array(0))).toBeCloseTo(3 * Math.LN2, 15);
    expect(objective.derivatives(new Float64Array(0)).gradient).toHaveLength(0);
  });
});
