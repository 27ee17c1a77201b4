import { describe, expect, it } from "vitest";
import {
  pinwheelData,
  pinwheelPopulation,
  pinwheelTruth,
} from "../../../lib/chapters/setup/pinwheel.js";
import {
  distilStudent,
  fitPlaneTeacher,
  planeClassifier,
  planeFeatures,
  planeLoss,
} from "../../../lib/chapters/setup/planeClassifier.js";
import {
  firstExamples,
  type PlanePoints,
  planePoints,
} from "../../../lib/chapters/setup/planeData.js";
import { crossEntropyOfLogits } from "../../../lib/losses/crossEntropy.js";
import { lossScale, oneHot } from "../../../lib/losses/targets.js";
import { fitSoftmax, type SoftmaxOptions } from "../../../lib/models/softmaxRegression.js";
import { seededStream } from "../../../lib/random/seededStream.js";
import { combinedLossGradient } from "../../support/gradient.js";

const data = pinwheelData(seededStream("test/planeClassifier"), 200);
const few = firstExamples(data, 30);
const teacher = fitPlaneTeacher(data);
const fitStudent = (points: PlanePoints, targets: Float64Array[], options: SoftmaxOptions) =>
  planeClassifier(planeFeatures, fitSoftmax(planeFeatures(points), targets, options));
const population = pinwheelPopulation();
const best = fitStudent(population, population.eta, { sampleWeights: population.weights });
const weightsOf = (fit: { model: { weights: Float64Array[] } }) =>
  fit.model.weights.flatMap((row) => [...row]);

describe("fitPlaneTeacher and planeClassifier", () => {
  it("have 25 and 2 features for each of three classes", () => {
    expect(teacher.weightCount).toBe(75);
    expect(fitStudent(few, oneHot(few.y, 3), { l2: 1 }).weightCount).toBe(6);
  });

  it("give probabilities at a temperature that flatten as it rises", () => {
    const [cold] = teacher.probabilities(planePoints([1.2, 0]));
    const [hot] = teacher.probabilities(planePoints([1.2, 0]), { temperature: 5 });
    expect(Math.max(...hot)).toBeLessThan(Math.max(...cold));
  });
});

describe("distilStudent", () => {
  it("is the student of the labels at alpha = 0, and of the teacher at Infinity", () => {
    const onLabels = fitStudent(few, oneHot(few.y, 3), { l2: 1 });
    expect(weightsOf(distilStudent(few, teacher, 0))).toEqual(weightsOf(onLabels));
    const onTeacher = fitStudent(few, teacher.probabilities(few), { l2: 1 });
    weightsOf(distilStudent(few, teacher, Infinity)).forEach((w, i) => {
      expect(w).toBeCloseTo(weightsOf(onTeacher)[i], 12);
    });
  });

  it.each([0, 0.5, 4, 99])(
    "with its ridge divided by c_alpha stops the gradient of the combined loss with the ridge, alpha %d",
    (alpha) => {
      const l2 = 2;
      const student = distilStudent(few, teacher, alpha, { l2: l2 / lossScale(alpha) });
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
});

describe("planeLoss", () => {
  it("puts the truth below the best student below the constant", () => {
    const [bayes, student] = [pinwheelTruth, best].map((model) => planeLoss(model, population));
    expect(bayes).toBeLessThan(student);
    expect(student).toBeLessThan(Math.log(3));
  });

  it("agrees with the mean loss on a large sample, within four standard errors", () => {
    const sample = pinwheelData(seededStream("test/planeLoss"), 40000);
    const losses = teacher
      .logits(sample)
      .map((z, i) => crossEntropyOfLogits(oneHot([sample.y[i]], 3)[0], z));
    const mean = losses.reduce((a, b) => a + b) / losses.length;
    const variance = losses.reduce((sum, v) => sum + (v - mean) ** 2, 0) / losses.length;
    const gap = Math.abs(planeLoss(teacher, population) - mean);
    expect(gap).toBeLessThan(4 * Math.sqrt(variance / losses.length));
  });

  it("does not depend on the fineness of the grid beyond 1e-4 at 60 intervals and 1e-5 at 100", () => {
    const [coarse, fine] = [60, 150].map(pinwheelPopulation);
    const bayes = planeLoss(pinwheelTruth, fine);
    expect(Math.abs(planeLoss(pinwheelTruth, coarse) - bayes)).toBeLessThan(1e-4);
    expect(Math.abs(planeLoss(pinwheelTruth, population) - bayes)).toBeLessThan(1e-5);
    expect(Math.abs(planeLoss(teacher, coarse) - planeLoss(teacher, fine))).toBeLessThan(1e-4);
  });

  it("of the best student is what a large sample's fit has, within four standard errors", () => {
    const sample = pinwheelData(seededStream("test/planeFloor"), 40000);
    const fitted = fitStudent(sample, oneHot(sample.y, 3), {});
    const excess = planeLoss(fitted, population) - planeLoss(best, population);
    expect(excess).toBeGreaterThan(0);
    // Six free parameters on n examples cost about 6 / (2 n) nats.
    expect(excess).toBeLessThan((10 * 6) / (2 * 40000));
  });

  it("is for no student less than the best student's", () => {
    for (const alpha of [0, 1, Infinity]) {
      const loss = planeLoss(distilStudent(few, teacher, alpha), population);
      expect(loss).toBeGreaterThan(planeLoss(best, population));
    }
  });
});
