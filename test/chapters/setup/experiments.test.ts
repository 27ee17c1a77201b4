import { describe, expect, it } from "vitest";
import {
  constantStudent,
  constantStudentLosses,
} from "../../../lib/chapters/setup/constantStudent.js";
import { identityCheck } from "../../../lib/chapters/setup/identityCheck.js";
import { klGap } from "../../../lib/chapters/setup/klGap.js";
import { penaltyOfAlpha } from "../../../lib/chapters/setup/penaltyOfAlpha.js";
import { pinwheelData } from "../../../lib/chapters/setup/pinwheel.js";
import { distilStudent, fitPlaneTeacher } from "../../../lib/chapters/setup/planeClassifier.js";
import { firstExamples } from "../../../lib/chapters/setup/planeData.js";
import {
  hotLimit,
  temperatureGradients,
} from "../../../lib/chapters/setup/temperatureGradients.js";
import { combinedLoss } from "../../../lib/losses/combinedLoss.js";
import { crossEntropyOfLogits } from "../../../lib/losses/crossEntropy.js";
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

  it.each([
    ["no input", [], /teacher must not be empty/],
    ["certainty", [0.5, 1], /teacher\[1\].*got 1/],
    ["impossibility", [0], /teacher\[0\].*got 0/],
  ])("refuses %s", (_, teacher, message) => {
    expect(() => constantStudent(teacher)).toThrow(message);
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

  it("refuse a student outside [0, 1]", () => {
    expect(() => constantStudentLosses([0.5], [1.5])).toThrow(/students\[0\].*1\.5/);
  });
});

describe("identityCheck", () => {
  const { cases, largestError } = identityCheck(seededStream("test/identity"), 300);

  it("finds both sides equal to rounding (claim 1)", () => {
    expect(largestError).toBeLessThan(1e-13);
    expect(largestError).toBe(Math.max(...cases.map((c) => c.relativeError)));
  });

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
      const weights = (l2: number, penaltyOn: "combined" | "mixed") =>
        distilStudent(few, teacher, alpha, { l2, penaltyOn }).model.weights.flatMap((row) =>
          Array.from(row),
        );
      expectRelativelyClose(weights(1, "combined"), weights(1 / constant, "mixed"), 1e-6);
    },
  );

  it("covers 2 to 12 classes and alpha from 0.01 to 100", () => {
    const classes = cases.map((c) => c.classes);
    expect([Math.min(...classes), Math.max(...classes)]).toEqual([2, 12]);
    const alphas = cases.map((c) => c.alpha);
    expect(Math.min(...alphas)).toBeLessThan(0.02);
    expect(Math.max(...alphas)).toBeGreaterThan(50);
    expect(Math.min(...alphas)).toBeGreaterThanOrEqual(0.01);
    expect(Math.max(...alphas)).toBeLessThanOrEqual(100);
  });

  it("refuses no case", () => {
    expect(() => identityCheck(seededStream("a"), 0)).toThrow(/count.*got 0/);
  });
});

describe("klGap", () => {
  it("differs by the teacher's entropy for every student", () => {
    const rows = klGap([0.5, 0.25, 0.25], { even: [1 / 3, 1 / 3, 1 / 3], skew: [0.1, 0.1, 0.8] });
    expect(rows.map((row) => row.student)).toEqual(["even", "skew"]);
    for (const row of rows) expect(row.difference).toBeCloseTo(1.5 * Math.LN2, 14);
    expect(rows[0].crossEntropy).toBeCloseTo(Math.log(3), 14);
  });
});

describe("penaltyOfAlpha", () => {
  const data = pinwheelData(seededStream("test/penalty"), 60);
  const teacher = fitPlaneTeacher(data);
  const rowsOf = () => penaltyOfAlpha(data, teacher, [0, 1, 99, Infinity], { l2: 2 });

  it("divides the penalty by 1 + alpha, and by 1 at Infinity", () => {
    const rows = rowsOf();
    expect(rows.map((row) => row.scale)).toEqual([1, 2, 100, 1]);
    expect(rows.map((row) => row.effectiveL2)).toEqual([2, 1, 0.02, 2]);
  });

  it("leaves the weights longer where less penalty is left", () => {
    const rows = rowsOf();
    expect(rows[0].combinedWeights).toBe(rows[0].mixedWeights);
    expect(rows[1].combinedWeights).toBeGreaterThan(rows[1].mixedWeights);
    expect(rows[2].combinedWeights).toBeGreaterThan(rows[2].mixedWeights);
    expect(rows[3].combinedWeights).toBe(rows[3].mixedWeights);
  });

  it("approaches Infinity steadily with the penalty on the mixed target, and jumps otherwise", () => {
    const rows = rowsOf();
    expect(Math.abs(rows[2].mixedWeights / rows[3].mixedWeights - 1)).toBeLessThan(0.02);
    expect(rows[2].combinedWeights / rows[3].combinedWeights).toBeGreaterThan(1.1);
  });

  it("fits both students with the ridge that it is told", () => {
    const [, row] = rowsOf();
    const lengthOf = (l2: number) =>
      Math.hypot(...distilStudent(data, teacher, 1, { l2 }).model.weights.flatMap((w) => [...w]));
    expect(row.mixedWeights).toBeCloseTo(lengthOf(2), 12);
    expect(row.combinedWeights).toBeCloseTo(lengthOf(1), 12);
  });

  it("refuses no alpha", () => {
    expect(() => penaltyOfAlpha(data, teacher, [])).toThrow(/alphas must not be empty/);
  });
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

  it("tends to hotLimit", () => {
    const [row] = temperatureGradients(teacher, student, [1e4]);
    expect(row.rescaled).toBeCloseTo(hotLimit(teacher, student), 6);
    // Centred logits ±log(3)/2, over d = 2: a length of √2 log(3)/4.
    expect(hotLimit(teacher, student)).toBeCloseTo((Math.SQRT2 * Math.log(3)) / 4, 14);
  });

  it("averages over the examples", () => {
    const rows = [...teacher, [0, 0]];
    const [both] = temperatureGradients(rows, [...student, [0, 0]], [1]);
    expect(both.plain).toBeCloseTo(Math.SQRT2 / 8, 14);
  });

  it.each([
    ["no example", () => temperatureGradients([], [], [1]), /teacherLogits must not be empty/],
    ["rows that differ", () => temperatureGradients(teacher, [], [1]), /logits.*\(1\), got 0/],
    ["no temperature", () => temperatureGradients(teacher, student, []), /temperatures must not/],
    ["temperature 0", () => temperatureGradients(teacher, student, [0]), /temperature.*got 0/],
    ["ragged rows", () => hotLimit(teacher, [[0]]), /logits\[0\] must have.*\(2\), got 1/],
  ])("refuses %s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});
