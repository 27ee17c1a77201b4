import { describe, expect, it } from "vitest";
import {
  prepareData,
  runPostTrial,
  runPreparedTrial,
  type TrialResult,
} from "../../../lib/chapters/linearDemo/postExperiment.js";
import type { BinaryData } from "../../../lib/data/dataset.js";
import { postData } from "../../../lib/data/postData.js";
import { SKLEARN_CLIP } from "../../../lib/losses/logLoss.js";
import { sigmoid, softplus } from "../../../lib/losses/softplus.js";
import { horner } from "../../../lib/models/polynomialAt.js";
import { fitPostModels, MODEL_NAMES } from "../../../lib/models/postModels.js";
import { legacyPermutation } from "../../../lib/random/legacyPermutation.js";
import { numpyRng } from "../../../lib/random/numpyRng.js";
import { golden } from "../../support/golden.js";

interface Case {
  x: number[];
  y: number[];
  trainingExamples: number;
  degree: number;
  splitSeed: number;
  losses: TrialResult;
}
const { trials } = golden<{ trials: Case[] }>("trial");
const dataOf = ({ x, y }: { x: number[]; y: number[] }): BinaryData => ({
  x: Float64Array.from(x),
  y: Uint8Array.from(y),
});

describe("runPostTrial(data, options)", () => {
  // Both sides are converged; scikit-learn's least squares on the unscaled cubic leaves about ten digits.
  it.each(trials)("agrees with NumPy and scikit-learn on small data, degree $degree", (c) => {
    const { trainingExamples, degree, splitSeed } = c;
    const result = runPostTrial(dataOf(c), { trainingExamples, degree, splitSeed });
    for (const name of MODEL_NAMES) {
      for (const split of ["train", "test"] as const) {
        const relative = Math.abs(result[name][split] / c.losses[name][split] - 1);
        expect(relative, `${name}, ${split}`).toBeLessThan(1e-9);
      }
    }
  });

  it("has the post's defaults: a cubic, split seed 42, scikit-learn's clip", () => {
    const data = postData(numpyRng(1234), 10_000);
    const explicit = { trainingExamples: 10, degree: 3, splitSeed: 42, clip: SKLEARN_CLIP };
    expect(runPostTrial(data, { trainingExamples: 10 })).toEqual(runPostTrial(data, explicit));
  });

  it("is the same as on prepared data, and can use that again for another size", () => {
    const data = dataOf(trials[0]);
    const prepared = prepareData(data, legacyPermutation(3, 60));
    for (const trainingExamples of [20, 30, 20]) {
      expect(runPreparedTrial(prepared, { trainingExamples })).toEqual(
        runPostTrial(data, { trainingExamples, splitSeed: 3 }),
      );
    }
  });

  it("leaves its data as they were", () => {
    const data = dataOf(trials[0]);
    runPostTrial(data, { trainingExamples: 20 });
    expect(data).toEqual(dataOf(trials[0]));
  });

  it("lets no loss exceed -log clip", () => {
    const data = postData(numpyRng(1234), 10_000);
    const result = runPostTrial(data, { trainingExamples: 10, clip: 0.25 });
    for (const name of MODEL_NAMES) {
      for (const loss of [result[name].train, result[name].test]) {
        expect(loss).toBeLessThanOrEqual(Math.log(4));
        expect(loss).toBeGreaterThanOrEqual(Math.log(4 / 3));
      }
    }
  });
});

describe("prepareData(data, order)", () => {
  const data = dataOf({ x: [10, 20, 30], y: [0, 1, 1] });

  it("puts the rows in the order given, with their sines", () => {
    const { x, y, sinX } = prepareData(data, Int32Array.of(2, 0, 1));
    expect(Array.from(x)).toEqual([30, 10, 20]);
    expect(Array.from(y)).toEqual([1, 0, 1]);
    expect(Array.from(sinX)).toEqual([30, 10, 20].map(Math.sin));
  });
});

describe("fitPostModels(data)", () => {
  // Four points at ±π/2: sine and slope are proportional, so the teacher's logits lie on a line in x.
  const half = Math.PI / 2;
  const data = dataOf({ x: [half, half, half, half, -half, -half], y: [1, 1, 1, 0, 0, 1] });
  const { student, teacher, distilled } = fitPostModels(data, { degree: 1 });

  it("distils a line exactly where the teacher is one", () => {
    expect(distilled.weights[0]).toBeCloseTo(teacher.weights[0] / half, 13);
    expect(distilled.intercept).toBeCloseTo(teacher.intercept, 13);
  });

  it.each([
    ["teacher", teacher, Math.sin],
    ["student", student, (x: number) => x],
  ] as const)(
    "puts the %s where slope and intercept have no gradient, with ridge 1 on the slope",
    (_, model, feature) => {
      const { x, y } = data;
      const [w, b] = [model.weights[0], model.intercept];
      const residuals = Array.from(x, (v, i) => sigmoid(w * feature(v) + b) - y[i]);
      const sum = (values: number[]) => values.reduce((total, v) => total + v, 0);
      expect(sum(residuals)).toBeCloseTo(0, 13);
      expect(sum(residuals.map((r, i) => r * feature(x[i]))) + w).toBeCloseTo(0, 13);
    },
  );

  it("gives students of lower training loss than any other line near them has", () => {
    const penalised = (w: number, b: number) =>
      data.x.reduce(
        (total, v, i) => total + softplus((1 - 2 * data.y[i]) * (w * v + b)),
        (w * w) / 2,
      );
    const best = penalised(student.weights[0], student.intercept);
    for (const [dw, db] of [
      [1e-3, 0],
      [-1e-3, 0],
      [0, 1e-3],
      [0, -1e-3],
    ]) {
      expect(penalised(student.weights[0] + dw, student.intercept + db)).toBeGreaterThan(best);
    }
  });

  it("has cubics unless told otherwise", () => {
    const models = fitPostModels(postData(numpyRng(7), 20));
    expect(MODEL_NAMES.map((name) => models[name].weights.length)).toEqual([3, 1, 3]);
  });
});

describe("horner(model, inputs)", () => {
  it("is the polynomial without its constant, plus the intercept: 1·2 + 2·4 + 3", () => {
    const model = { weights: Float64Array.of(1, 2), intercept: 3 };
    expect(horner(model, Float64Array.of(2, 0, -1))).toEqual(Float64Array.of(13, 3, 4));
  });

  it("writes where it is told to", () => {
    const room = new Float64Array(3);
    const model = { weights: Float64Array.of(2), intercept: 1 };
    expect(horner(model, Float64Array.of(1, 2), room)).toBe(room);
    expect(room).toEqual(Float64Array.of(3, 5, 0));
  });

  it("is the intercept where there are no weights", () => {
    const model = { weights: new Float64Array(), intercept: 5 };
    expect(horner(model, Float64Array.of(9))).toEqual(Float64Array.of(5));
  });
});
