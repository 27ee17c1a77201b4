import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import {
  bayesLabels,
  hardLabels,
  harmonicsTeacher,
  kernelTeacher,
  LABELLERS,
  type LabelledSample,
  sineTeacher,
} from "../../../lib/chapters/varianceReduction/softLabellers.js";
import { postEta } from "../../../lib/data/postData.js";
import { sigmoid } from "../../../lib/losses/softplus.js";
import { fitLogistic } from "../../../lib/models/logistic.js";
import { seededStream } from "../../../lib/random/seededStream.js";

function sampleOf(n: number): LabelledSample {
  const stream = seededStream(`test/labellers/${n}`);
  const x = stream.normal(n).map((z) => 10 * z);
  const eta = x.map(postEta);
  return { x, y: stream.bernoulli(eta), eta };
}

describe("hardLabels and bayesLabels", () => {
  it("pass on the labels and the true probabilities", () => {
    const sample = sampleOf(5);
    expect(hardLabels(sample)).toBe(sample.y);
    expect(bayesLabels(sample)).toBe(sample.eta);
  });
});

describe("sineTeacher", () => {
  it("gives the probabilities of a ridge logistic regression on sin x", () => {
    const sample = sampleOf(30);
    const labels = sineTeacher(2)(sample);
    const features = new Matrix(Array.from(sample.x, (x) => [Math.sin(x)]));
    const { weights, intercept } = fitLogistic(features, sample.y, { l2: 2 });
    sample.x.forEach((x, i) => {
      expect(labels[i]).toBeCloseTo(sigmoid(intercept + weights[0] * Math.sin(x)), 12);
    });
  });

  it("has the mean of the labels: the free intercept sees to it", () => {
    const sample = sampleOf(30);
    const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);
    expect(sum(sineTeacher()(sample))).toBeCloseTo(sum(sample.y), 9);
  });

  it("is nearer to the truth with more examples", () => {
    const errorOf = (n: number) => {
      const sample = sampleOf(n);
      const labels = sineTeacher()(sample);
      return sample.eta.reduce((sum, p, i) => sum + (labels[i] - p) ** 2, 0) / n;
    };
    expect(errorOf(4000)).toBeLessThan(errorOf(20));
    expect(errorOf(4000)).toBeLessThan(1e-3);
  });
});

describe("harmonicsTeacher", () => {
  it("comes near to the labels themselves where it has as many features as examples", () => {
    const sample = sampleOf(12);
    const labels = harmonicsTeacher(6, 1e-4)(sample);
    sample.y.forEach((y, i) => {
      expect(Math.abs(labels[i] - y)).toBeLessThan(0.1);
    });
  });

  it("gives probabilities", () => {
    const labels = Array.from(harmonicsTeacher()(sampleOf(40)));
    expect(Math.min(...labels)).toBeGreaterThan(0);
    expect(Math.max(...labels)).toBeLessThan(1);
  });
});

describe("kernelTeacher", () => {
  it("passes on a lone label and averages two at the same place", () => {
    const sample = {
      x: Float64Array.of(0, 0, 100),
      y: Uint8Array.of(1, 0, 1),
      eta: Float64Array.of(0.5, 0.5, 0.5),
    };
    expect(Array.from(kernelTeacher()(sample))).toEqual([0.5, 0.5, 1]);
  });
});

describe("every labeller of LABELLERS", () => {
  it.each(Object.entries(LABELLERS))("%s gives one class where there is one", (name, labeller) => {
    const sample = { ...sampleOf(6), y: Uint8Array.of(1, 1, 1, 1, 1, 1) };
    const expected = name === "Bayes labels" ? [...sample.eta] : [1, 1, 1, 1, 1, 1];
    expect(Array.from(labeller(sample))).toEqual(expected);
  });

  it("begins with the hard labels, which the others are compared with", () => {
    expect(Object.keys(LABELLERS)[0]).toBe("hard labels");
  });
});
