import { describe, expect, it } from "vitest";
import { pinwheelData, pinwheelTruth } from "../../../lib/chapters/setup/pinwheel.js";
import { pinwheelPopulation } from "../../../lib/chapters/setup/pinwheelPopulation.js";
import {
  distilStudent,
  fitPlaneStudent,
  fitPlaneTeacher,
  planeLoss,
  probabilityRows,
} from "../../../lib/chapters/setup/planeClassifier.js";
import { firstExamples, planePoints } from "../../../lib/chapters/setup/planeData.js";
import { planeFloor } from "../../../lib/chapters/setup/planeFloor.js";
import { combinedLossGradient } from "../../../lib/losses/combinedLoss.js";
import { crossEntropyOfLogits } from "../../../lib/losses/crossEntropy.js";
import { oneHot } from "../../../lib/losses/targets.js";
import { seededStream } from "../../../lib/random/seededStream.js";

const data = pinwheelData(seededStream("test/planeClassifier"), 200);
const few = firstExamples(data, 30);
const teacher = fitPlaneTeacher(data);
const weightsOf = (fit: { model: { weights: Float64Array[] } }) =>
  fit.model.weights.flatMap((row) => [...row]);

describe("fitPlaneTeacher and fitPlaneStudent", () => {
  it("have 25 and 2 features for each of three classes", () => {
    expect(teacher.weightCount).toBe(75);
    expect(fitPlaneStudent(few, oneHot(few.y, 3)).weightCount).toBe(6);
  });

  it("give probabilities at a temperature that flatten as it rises", () => {
    const [cold] = teacher.probabilities(planePoints([1.2, 0]));
    const [hot] = teacher.probabilities(planePoints([1.2, 0]), { temperature: 5 });
    expect(Math.max(...hot)).toBeLessThan(Math.max(...cold));
  });
});

describe("distilStudent", () => {
  it("is the student of the labels at alpha = 0, and of the teacher at Infinity", () => {
    const onLabels = fitPlaneStudent(few, oneHot(few.y, 3));
    expect(weightsOf(distilStudent(few, teacher, 0))).toEqual(weightsOf(onLabels));
    const onTeacher = fitPlaneStudent(few, teacher.probabilities(few));
    weightsOf(distilStudent(few, teacher, Infinity)).forEach((w, i) => {
      expect(w).toBeCloseTo(weightsOf(onTeacher)[i], 12);
    });
  });

  it.each([0, 0.5, 4, 99])(
    "with the penalty on the combined loss stops its gradient, alpha %d",
    (alpha) => {
      const l2 = 2;
      const student = distilStudent(few, teacher, alpha, { l2, penaltyOn: "combined" });
      const logits = student.logits(few);
      const targets = teacher.probabilities(few);
      for (let k = 0; k < 3; k++) {
        const slopes = logits.map(
          (z, i) => combinedLossGradient(few.y[i], targets[i], z, alpha)[k],
        );
        const [w1, w2] = student.model.weights[k];
        const along = (x: Float64Array, w: number) =>
          slopes.reduce((sum, slope, i) => sum + slope * x[i], l2 * w);
        expect(Math.abs(along(few.x1, w1))).toBeLessThan(1e-10 * (1 + alpha));
        expect(Math.abs(along(few.x2, w2))).toBeLessThan(1e-10 * (1 + alpha));
        expect(Math.abs(slopes.reduce((a, b) => a + b))).toBeLessThan(1e-10 * (1 + alpha));
      }
    },
  );

  it("does not care what the penalty is on where alpha is 0 or Infinity", () => {
    for (const alpha of [0, Infinity]) {
      const other = distilStudent(few, teacher, alpha, { penaltyOn: "combined" });
      expect(weightsOf(other)).toEqual(weightsOf(distilStudent(few, teacher, alpha)));
    }
  });

  it.each([
    ["a negative alpha", () => distilStudent(few, teacher, -1), /alpha.*got -1/],
    ["a negative penalty", () => distilStudent(few, teacher, 1, { l2: -1 }), /l2.*got -1/],
    [
      "a penalty on something else",
      () => distilStudent(few, teacher, 1, { penaltyOn: "label" as never }),
      /penaltyOn must be.*got "label"/,
    ],
  ])("refuses %s", (_, call, message) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });
});

describe("planeLoss and planeFloor", () => {
  it("put the truth below the best student below the constant", () => {
    const floor = planeFloor();
    expect(floor.constant).toBe(Math.log(3));
    expect(floor.bayes).toBeLessThan(floor.student);
    expect(floor.student).toBeLessThan(floor.constant);
  });

  it("agree with the mean loss on a large sample, within four standard errors", () => {
    const sample = pinwheelData(seededStream("test/planeLoss"), 40000);
    const losses = teacher
      .logits(sample)
      .map((z, i) => crossEntropyOfLogits(oneHot([sample.y[i]], 3)[0], z));
    const mean = losses.reduce((a, b) => a + b) / losses.length;
    const variance = losses.reduce((sum, v) => sum + (v - mean) ** 2, 0) / losses.length;
    const gap = Math.abs(planeLoss(teacher, pinwheelPopulation()) - mean);
    expect(gap).toBeLessThan(4 * Math.sqrt(variance / losses.length));
  });

  it("do not depend on the fineness of the grid beyond 1e-4 at 60 intervals and 1e-5 at 100", () => {
    const coarse = pinwheelPopulation(60);
    const fine = pinwheelPopulation(150);
    expect(Math.abs(planeFloor(coarse).bayes - planeFloor(fine).bayes)).toBeLessThan(1e-4);
    expect(Math.abs(planeFloor().bayes - planeFloor(fine).bayes)).toBeLessThan(1e-5);
    expect(Math.abs(planeLoss(teacher, coarse) - planeLoss(teacher, fine))).toBeLessThan(1e-4);
  });

  it("find as the best student what a large sample fits, within four standard errors of its loss", () => {
    const population = pinwheelPopulation();
    const sample = pinwheelData(seededStream("test/planeFloor"), 40000);
    const fitted = fitPlaneStudent(sample, oneHot(sample.y, 3), { l2: 0 });
    const excess = planeLoss(fitted, population) - planeFloor(population).student;
    expect(excess).toBeGreaterThan(0);
    // Six free parameters on n examples cost about 6 / (2 n) nats.
    expect(excess).toBeLessThan((10 * 6) / (2 * 40000));
  });

  it("give no student less than the best student's loss", () => {
    const floor = planeFloor();
    for (const alpha of [0, 1, Infinity]) {
      const loss = planeLoss(distilStudent(few, teacher, alpha), pinwheelPopulation());
      expect(loss).toBeGreaterThan(floor.student);
    }
  });
});

describe("probabilityRows", () => {
  it("names the classes and keeps the coordinates", () => {
    const [row] = probabilityRows(pinwheelTruth, [[0, 0]]);
    expect(row).toEqual({ x1: 0, x2: 0, A: 1 / 3, B: 1 / 3, C: 1 / 3 });
  });
});
