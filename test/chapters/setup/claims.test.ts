import { describe, expect, it } from "vitest";
import { pinwheelData, pinwheelPopulation } from "../../../lib/chapters/setup/pinwheel.js";
import {
  alphaGains,
  pinwheelAlphaTrials,
} from "../../../lib/chapters/setup/pinwheelAlphaTrials.js";
import {
  distilStudent,
  fitPlaneTeacher,
  planeClassifier,
  planeFeatures,
  planeLoss,
} from "../../../lib/chapters/setup/planeClassifier.js";
import { firstExamples, planePoints } from "../../../lib/chapters/setup/planeData.js";
import { temperatureGradients } from "../../../lib/chapters/setup/temperatureGradientFigure.js";
import { combinedLoss } from "../../../lib/losses/combinedLoss.js";
import { crossEntropyGradient, klDivergence } from "../../../lib/losses/crossEntropy.js";
import { softmax } from "../../../lib/losses/softmax.js";
import { fitSoftmax } from "../../../lib/models/softmaxRegression.js";
import { seededStream } from "../../../lib/random/seededStream.js";
import { numericalGradient } from "../../support/gradient.js";

// What the prose of 00-setup says about its own outputs.
const data = pinwheelData(seededStream("00-setup/data"), 1000);
const few = firstExamples(data, 30);
const teacher = fitPlaneTeacher(data);
const [student, half, distilled] = [0, 1, Infinity].map((alpha) =>
  distilStudent(few, teacher, alpha),
);
const population = pinwheelPopulation();
const sureness = (model: typeof student) =>
  model
    .probabilities(population)
    .reduce((sum, p, i) => sum + population.weights[i] * Math.max(...p), 0);

describe("00-setup says that", () => {
  it("the teacher is out of the student's reach: its loss is below the best student's", () => {
    const best = fitSoftmax(planeFeatures(population), population.eta, {
      sampleWeights: population.weights,
    });
    expect(planeLoss(teacher, population)).toBeLessThan(
      planeLoss(planeClassifier(planeFeatures, best), population),
    );
  });

  it("the distilled student loses less than the student on this data set", () => {
    const losses = [student, half, distilled].map((model) => planeLoss(model, population));
    expect(losses[1]).toBeLessThan(losses[0]);
    expect(losses[2]).toBeLessThan(losses[1]);
  });

  it("the student becomes less sure as alpha grows", () => {
    expect(sureness(half)).toBeLessThan(sureness(student));
    expect(sureness(distilled)).toBeLessThan(sureness(half));
  });

  it("the distilled student comes closer to the teacher at the peak of class B, not opposite it", () => {
    const at = (model: typeof student, degrees: number) => {
      const angle = (degrees * Math.PI) / 180;
      const point = planePoints([1.5 * Math.cos(angle), 1.5 * Math.sin(angle)]);
      return model.probabilities(point)[0][1];
    };
    const gap = (model: typeof student, degrees: number) =>
      Math.abs(at(model, degrees) - at(teacher, degrees));
    expect(gap(distilled, 80)).toBeLessThan(gap(student, 80));
    expect(gap(distilled, -100)).toBeGreaterThan(gap(student, -100));
  });

  it("a teacher of many labels helps by many standard errors, one of the student's own does not", async () => {
    // A quarter of the notebook's trials: its 12 and 4 standard errors become about 6 and 2.
    const run = { trials: 25, workers: 0 };
    const rich = alphaGains(await pinwheelAlphaTrials({ ...run, teacherExamples: 500 }));
    expect(rich[2].gain).toBeGreaterThan(4 * rich[2].standardError);
    const frugal = alphaGains(await pinwheelAlphaTrials({ ...run, teacherExamples: 30 }));
    expect(Math.abs(frugal[2].gain)).toBeLessThan(3 * frugal[2].standardError);
    expect(frugal[1].gain).toBeLessThan(rich[1].gain / 2);
  });

  it("the weights jump at alpha = Infinity where the penalty is on the combined loss", () => {
    const length = (alpha: number, l2: number) =>
      Math.hypot(
        ...distilStudent(few, teacher, alpha, { l2 }).model.weights.flatMap((row) => [...row]),
      );
    expect(length(99, 1 / 100) - length(Infinity, 1)).toBeGreaterThan(0.3);
    expect(Math.abs(length(99, 1) - length(Infinity, 1))).toBeLessThan(0.01);
  });

  it("the gradient without the factor falls by four from temperature 10 to 20", () => {
    const [ten, twenty, hot] = temperatureGradients(
      teacher.logits(few),
      student.logits(few),
      [10, 20, 1e4],
    );
    expect(ten.plain / twenty.plain).toBeCloseTo(4, 1);
    // The length of the difference of the centred logits over d = 3, averaged over the examples.
    const z = student.logits(few);
    const lengths = teacher.logits(few).map((row, i) => {
      const gaps = [0, 1, 2].map((k) => z[i][k] - row[k]);
      const centre = (gaps[0] + gaps[1] + gaps[2]) / 3;
      return Math.hypot(...gaps.map((gap) => gap - centre)) / 3;
    });
    expect(hot.rescaled).toBeCloseTo(lengths.reduce((a, b) => a + b) / few.y.length, 4);
  });

  it("cross-entropy and forward divergence have the same gradients, the reverse one has not", () => {
    const [target] = teacher.probabilities(planePoints([1, 0.9]));
    const [logits] = student.logits(planePoints([1, 0.9]));
    const forward = numericalGradient((z) => klDivergence(target, softmax(z)), logits);
    const reverse = numericalGradient((z) => klDivergence(softmax(z), target), logits);
    const slopes = crossEntropyGradient(target, logits);
    slopes.forEach((slope, k) => {
      expect(Math.abs(slope - forward[k])).toBeLessThan(1e-9);
    });
    expect(Math.max(...reverse.map((slope, k) => Math.abs(slope - slopes[k])))).toBeGreaterThan(
      0.01,
    );
  });

  it("the combined loss of the worked example is log(2 + e) plus H(T, S) times alpha", () => {
    // Logits (0, 1, 0): -log S is log(2 + e) less the logit, and H(T, S) = log(2 + e) - 0.2.
    const total = Math.log(2 + Math.E);
    const loss = (alpha: number) => combinedLoss(0, [0.7, 0.2, 0.1], [0, 1, 0], alpha);
    expect(loss(0)).toBeCloseTo(total, 14);
    expect(loss(4)).toBeCloseTo(total + 4 * (total - 0.2), 13);
    expect(loss(Infinity)).toBeCloseTo(total - 0.2, 14);
  });
});
