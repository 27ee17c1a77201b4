import { describe, expect, it } from "vitest";
import {
  constantStudent,
  constantStudentLosses,
} from "../../../lib/chapters/setup/constantStudentFigure.js";
import { pinwheelData } from "../../../lib/chapters/setup/pinwheel.js";
import {
  distilStudent,
  fitPlaneTeacher,
  planeFeatures,
} from "../../../lib/chapters/setup/planeClassifier.js";
import { firstExamples } from "../../../lib/chapters/setup/planeData.js";
import { temperatureGradients } from "../../../lib/chapters/setup/temperatureGradientFigure.js";
import { combinedLoss } from "../../../lib/losses/combinedLoss.js";
import { crossEntropyOfLogits } from "../../../lib/losses/crossEntropy.js";
import { mixedTarget } from "../../../lib/losses/targets.js";
import { fitSoftmax } from "../../../lib/models/softmaxRegression.js";
import { seededStream } from "../../../lib/random/seededStream.js";
import { stated, statedList } from "../../support/claims.js";
import { expectRelativelyClose } from "../../support/closeTo.js";

describe("constantStudent", () => {
  it("is .70 forward and .75 in reverse for a teacher of .9 and .5 (claim 2)", () => {
    const { forward, reverse } = constantStudent(statedList(2, "teacher"));
    expect(forward).toBeCloseTo(stated(2, "forward"), 14);
    expect(reverse).toBeCloseTo(stated(2, "reverse"), 14);
    // The mean of .9 and .5; the odds 9 and 1, whose geometric mean is 3.
    expect([forward, reverse].map((p) => p.toFixed(12))).toEqual(
      [0.7, 3 / 4].map((p) => p.toFixed(12)),
    );
  });

  it("lies where a fine search finds the lowest losses", () => {
    const teacher = [0.9, 0.2, 0.65];
    const students = Array.from({ length: 999 }, (_, i) => (i + 1) / 1000);
    const losses = constantStudentLosses(teacher, students);
    const lowest = (values: Float64Array) => students[values.indexOf(Math.min(...values))];
    const { forward, reverse } = constantStudent(teacher);
    // The search is to thousandths.
    expect(Math.abs(lowest(losses.crossEntropy) - forward)).toBeLessThan(6e-4);
    expect(Math.abs(lowest(losses.forwardKl) - forward)).toBeLessThan(6e-4);
    expect(Math.abs(lowest(losses.reverseKl) - reverse)).toBeLessThan(6e-4);
  });

  it("answers the same both ways where the teacher does not vary", () => {
    const { forward, reverse } = constantStudent([0.3, 0.3]);
    expect(reverse).toBeCloseTo(forward, 14);
  });
});

describe("constantStudentLosses", () => {
  it("is the mean over the inputs: log 2 for three coins and a student that knows them", () => {
    const { crossEntropy, forwardKl } = constantStudentLosses([0.5, 0.5, 0.5], [0.5]);
    expect(crossEntropy[0]).toBeCloseTo(Math.LN2, 14);
    expect(forwardKl[0]).toBe(0);
  });

  it("hold the hand-worked values of an even teacher and student", () => {
    const losses = constantStudentLosses([0.5], [0.5]);
    expect(losses.crossEntropy[0]).toBeCloseTo(Math.LN2, 15);
    expect([losses.forwardKl[0], losses.reverseKl[0]]).toEqual([0, 0]);
  });
});

describe("the constant of the combined loss", () => {
  it.each(statedList(1, "alphas").map((alpha, k) => [alpha, statedList(1, "constants")[k]]))(
    "has at alpha = %d the constant %d, by which a penalty is divided (claim 1)",
    (alpha, constant) => {
      const [T, z] = [
        [0.7, 0.2, 0.1],
        [0, 1, 0],
      ];
      const mixed = T.map((p, k) => ((k === 0 ? 1 : 0) + alpha * p) / (1 + alpha));
      const ratio = combinedLoss(0, T, z, alpha) / crossEntropyOfLogits(mixed, z);
      expect(ratio).toBeCloseTo(constant, 12);
      const data = pinwheelData(seededStream("test/constant"), 200);
      const teacher = fitPlaneTeacher(data);
      const few = firstExamples(data, 30);
      // The ridge on the combined loss: each example counts 1 + alpha times, the ridge once.
      const targets = teacher.probabilities(few).map((p, i) => mixedTarget(few.y[i], p, alpha));
      const combined = fitSoftmax(planeFeatures(few), targets, {
        l2: 1,
        sampleWeights: new Float64Array(30).fill(1 + alpha),
      });
      const student = distilStudent(few, teacher, alpha, { l2: 1 / constant });
      const flat = (rows: Float64Array[]) => rows.flatMap((row) => Array.from(row));
      expectRelativelyClose(flat(student.model.weights), flat(combined.weights), 1e-6);
    },
  );
});

describe("temperatureGradients", () => {
  const teacher = [[Math.log(3), 0]];
  const student = [[0, 0]];

  it("is the difference of probabilities at temperature 1: (1/4, -1/4)", () => {
    const [row] = temperatureGradients(teacher, student, [1]);
    expect(row.plain).toBeCloseTo(Math.SQRT2 / 4, 14);
    expect(row.rescaled).toBe(row.plain);
  });

  it("multiplies by τ²", () => {
    const [row] = temperatureGradients(teacher, student, [3]);
    expect(row.rescaled / row.plain).toBeCloseTo(9, 12);
  });

  it("tends to the length of the difference of the centred logits, over d", () => {
    const [row] = temperatureGradients(teacher, student, [1e4]);
    // Centred logits ±log(3)/2, over d = 2: a length of √2 log(3)/4.
    expect(row.rescaled).toBeCloseTo((Math.SQRT2 * Math.log(3)) / 4, 6);
  });

  it("averages over the examples", () => {
    const rows = [...teacher, [0, 0]];
    const [both] = temperatureGradients(rows, [...student, [0, 0]], [1]);
    expect(both.plain).toBeCloseTo(Math.SQRT2 / 8, 14);
  });
});
