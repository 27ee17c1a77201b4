import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { TEN_POINTS } from "../../lib/data/tenPoints.js";
import {
  fitLogisticModel,
  lineModel,
  logisticProbabilities,
  selfDistillationRounds,
} from "../../lib/models/logisticModel.js";
import { expectRelativelyClose } from "../support/closeTo.js";
import { golden } from "../support/golden.js";

interface Students {
  X: number[][];
  y: number[];
  T: number[];
  l2: number[];
  infinity: number[];
  [alpha: string]: number[] | number[][];
}
const { students } = golden<{ students: Students }>("information");
const model = { features: new Matrix(students.X), l2: students.l2 };

describe("fitLogisticModel", () => {
  it.each(["0", "0.5", "4"])(
    "agrees with NumPy on labels and teacher at alpha %s, to 1e-10",
    (alpha) => {
      const fit = fitLogisticModel(model, students.y, {
        teacher: students.T,
        alpha: Number(alpha),
        penaltyOn: "combined",
      });
      expectRelativelyClose(fit, students[alpha] as number[], 1e-10);
    },
  );

  it("agrees with NumPy on the teacher alone, and then does not depend on the labels", () => {
    const fit = fitLogisticModel(model, students.y, { teacher: students.T, alpha: Infinity });
    expectRelativelyClose(fit, students.infinity, 1e-10);
    const others = students.y.map((y) => 1 - y);
    expect(fitLogisticModel(model, others, { teacher: students.T, alpha: Infinity })).toEqual(fit);
  });

  it("fits the labels without a teacher, as at alpha 0", () => {
    expectRelativelyClose(fitLogisticModel(model, students.y), students["0"] as number[], 1e-10);
  });

  it("comes near the student of the teacher alone as alpha grows, at the rate 1 / alpha", () => {
    const at = (alpha: number) =>
      fitLogisticModel(model, students.y, {
        teacher: students.T,
        alpha,
        penaltyOn: "combined",
      })[0];
    // The ridge stays as it is in all of them, so the limit is the teacher's term without it.
    const limit = fitLogisticModel({ ...model, l2: 0 }, students.T)[0];
    const [near, nearer] = [1e4, 1e5].map((alpha) => Math.abs(at(alpha) - limit));
    expect(near / nearer).toBeGreaterThan(9.9);
    expect(near / nearer).toBeLessThan(10.1);
  });

  it("has no intercept of its own: all weights are penalised as told", () => {
    const constant = { features: new Matrix([[1], [1]]), l2: 1 };
    const [weight] = fitLogisticModel(constant, [1, 1]);
    // 2 (1 - sigmoid(w)) = w
    expect(2 / (1 + Math.exp(weight))).toBeCloseTo(weight, 12);
  });
});

describe("logisticProbabilities", () => {
  it("is the sigmoid of features times weights", () => {
    const p = logisticProbabilities(
      new Matrix([
        [1, 0],
        [1, 2],
      ]),
      Float64Array.of(0, Math.log(3)),
    );
    expect(p[0]).toBe(0.5);
    expect(p[1]).toBeCloseTo(0.9, 14);
  });
});

describe("selfDistillationRounds", () => {
  const slopes = (options: Parameters<typeof selfDistillationRounds>[3]) =>
    selfDistillationRounds(lineModel(TEN_POINTS.x, 1), TEN_POINTS.y, 5, options).map(([, slope]) =>
      slope.toFixed(3),
    );

  it("shrinks the slope of ten points with the ridge on the mixed label", () => {
    expect(slopes({ alpha: 4 })).toEqual(["0.514", "0.424", "0.370", "0.337", "0.316"]);
  });

  it("leaves it where it is with the ridge on the combined loss", () => {
    expect(slopes({ alpha: 4, penaltyOn: "combined" })).toEqual(Array(5).fill("0.514"));
  });

  it("does the same for both at alpha = Infinity, where the combined loss is the teacher's term", () => {
    expect(slopes({})).toEqual(slopes({ penaltyOn: "combined" }));
  });
});
