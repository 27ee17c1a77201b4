import { describe, expect, it } from "vitest";
import { drawDesign, NARROW_DESIGN } from "../../../lib/chapters/whatTransfers/designs.js";
import { studentFeatures, studentRisk } from "../../../lib/chapters/whatTransfers/studentRisk.js";
import { softeningTrial } from "../../../lib/chapters/whatTransfers/trials.js";
import { sigmoid } from "../../../lib/losses/softplus.js";
import { sineFeatures } from "../../../lib/models/features.js";
import { fitLeastSquares } from "../../../lib/models/leastSquares.js";
import { decisionFunction } from "../../../lib/models/linearModel.js";
import { fitLogistic } from "../../../lib/models/logistic.js";
import { type SeededStream, seededStream } from "../../../lib/random/seededStream.js";
import { golden } from "../../support/golden.js";

const oracle = golden<{
  x: number[];
  y: number[];
  order: number[];
  teacher: number[];
  losses: Record<string, number>;
}>("transferTrial");

/** What the cells of 04, sections 2 and 3, do with a training set and an order. */
function openTrial(x: ArrayLike<number>, y: ArrayLike<number>, order: ArrayLike<number>) {
  const teacher = fitLogistic(sineFeatures(x), y, { l2: 1 });
  const T = decisionFunction(teacher, sineFeatures(x)).map(sigmoid);
  const shuffledT = Array.from(order, (i) => T[i]);
  const features = studentFeatures(NARROW_DESIGN, x);
  const studentOn = (targets: ArrayLike<number>) =>
    fitLogistic(features, targets, { l2: NARROW_DESIGN.studentL2 });
  const logits = decisionFunction(teacher, sineFeatures(x));
  const smoothed = Array.from(y, (label) => (1 - 0.9) * label + 0.9 / 2);
  const students = {
    onLabels: studentOn(y),
    logitMatching: fitLeastSquares(features, logits),
    distilled: studentOn(T),
    shuffled: studentOn(shuffledT),
    smoothed: studentOn(smoothed),
  };
  const { lossOf } = studentRisk(NARROW_DESIGN);
  const losses = Object.entries(students).map(([name, model]) => [name, lossOf(model)]);
  return { T, losses: Object.fromEntries(losses) as Record<string, number> };
}

describe("one trial of the control, as the cells of 04 write it out", () => {
  it("is the trial that the studies repeat", () => {
    const stream = seededStream("test/open");
    const { x, y } = drawDesign(NARROW_DESIGN, stream, 45);
    const { losses } = openTrial(x, y, stream.permutation(45));
    const parameters = { design: NARROW_DESIGN, sizes: [45], epsilon: 0.9 };
    const trial = softeningTrial(parameters, seededStream("test/open"));
    expect(Object.keys(trial)).toHaveLength(5);
    for (const [name, loss] of Object.entries(losses)) {
      expect(trial[`${name}@45`]).toBeCloseTo(loss, 12);
    }
  });

  it("has SciPy's losses on SciPy's training set, and so has softeningTrial", () => {
    const { x, y, order } = oracle;
    const { T, losses } = openTrial(x, y, order);
    T.forEach((p, i) => {
      expect(p).toBeCloseTo(oracle.teacher[i], 10);
    });
    // Draws SciPy's training set: inputs in standard deviations, labels and order as they are.
    const given: SeededStream = {
      ...seededStream("test/given"),
      normal: () => Float64Array.from(x, (v) => v / NARROW_DESIGN.inputScale),
      bernoulli: () => Uint8Array.from(y),
      permutation: () => Int32Array.from(order),
    };
    const trial = softeningTrial({ design: NARROW_DESIGN, sizes: [45], epsilon: 0.9 }, given);
    for (const [name, loss] of Object.entries(oracle.losses)) {
      expect(losses[name], name).toBeCloseTo(loss, 6);
      expect(trial[`${name}@45`], name).toBeCloseTo(loss, 6);
    }
  });
});
