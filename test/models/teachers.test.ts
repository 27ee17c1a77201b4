import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { drawDesign, NARROW_DESIGN } from "../../lib/chapters/whatTransfers/designs.js";
import { postEta } from "../../lib/data/postData.js";
import { logit, sigmoid } from "../../lib/losses/softplus.js";
import { fitLogistic } from "../../lib/models/logistic.js";
import {
  fitTeacher,
  harmonicsTeacher,
  kernelTeacher,
  sineTeacher,
  TEACHER_NAMES,
} from "../../lib/models/teachers.js";
import { seededStream } from "../../lib/random/seededStream.js";

const data = drawDesign(NARROW_DESIGN, seededStream("test/teachers"), 40);
const elsewhere = [-9, -1, 0.2, 7];

describe("fitTeacher(name, data)", () => {
  it.each(TEACHER_NAMES)("gives a probability everywhere, %s", (name) => {
    const probabilities = fitTeacher(name, data)(elsewhere);
    expect(probabilities).toHaveLength(4);
    for (const p of probabilities) expect(p >= 0 && p <= 1).toBe(true);
  });

  it("has the truth as bayes", () => {
    expect([...fitTeacher("bayes", data)(elsewhere)]).toEqual(elsewhere.map(postEta));
  });

  it("has period 2 pi for sine and harmonics, and symmetric log-odds about the intercept for sine", () => {
    for (const name of ["sine", "harmonics"] as const) {
      const [here, there] = fitTeacher(name, data)([0.7, 0.7 + 2 * Math.PI]);
      expect(there).toBeCloseTo(here, 12);
    }
    const [middle, up, down] = fitTeacher("sine", data)([0, 1, -1]).map(logit);
    expect(up - middle).toBeCloseTo(middle - down, 10);
  });

  it("matches the mean label at its inputs, where the intercept is free", () => {
    const mean = (values: ArrayLike<number>) => Array.from(values).reduce((s, v) => s + v, 0) / 40;
    for (const name of ["sine", "harmonics"] as const) {
      expect(mean(fitTeacher(name, data)(data.x))).toBeCloseTo(mean(data.y), 10);
    }
  });

  it("comes closer to the truth from smoother and harmonics to sine", () => {
    const large = drawDesign(NARROW_DESIGN, seededStream("test/large"), 400);
    const error = (name: (typeof TEACHER_NAMES)[number]) =>
      fitTeacher(name, large)(large.x).reduce((s, p, i) => s + (p - postEta(large.x[i])) ** 2, 0);
    expect(error("sine")).toBeLessThan(error("harmonics"));
    expect(error("sine")).toBeLessThan(error("smoother"));
  });

  it("is a function of the training set, whatever was fitted before: other labels, and inputs that changed in place", () => {
    const x = data.x.slice();
    fitTeacher("harmonics", { x, y: data.y });
    const flipped = { x, y: data.y.map((label) => 1 - label) };
    const up = fitTeacher("harmonics", data)(elsewhere);
    fitTeacher(
      "harmonics",
      flipped,
    )(elsewhere).forEach((p, i) => {
      expect(p).toBeCloseTo(1 - up[i], 10);
    });
    x.reverse();
    const moved = fitTeacher("harmonics", { x, y: data.y })(elsewhere);
    expect(moved).toEqual(harmonicsTeacher()({ x, y: data.y })(elsewhere));
  });

  it("gives the one class where there is one", () => {
    const alike = { x: data.x, y: data.y.map(() => 1) };
    for (const name of ["smoother", "harmonics", "sine"] as const) {
      expect([...fitTeacher(name, alike)(elsewhere)]).toEqual([1, 1, 1, 1]);
    }
  });
});

describe("sineTeacher, harmonicsTeacher, kernelTeacher", () => {
  it("give the probabilities of a ridge logistic regression on sin x", () => {
    const features = new Matrix(Array.from(data.x, (x) => [Math.sin(x)]));
    const { weights, intercept } = fitLogistic(features, data.y, { l2: 2 });
    const labels = sineTeacher(2)(data)(data.x);
    data.x.forEach((x, i) => {
      expect(labels[i]).toBeCloseTo(sigmoid(intercept + weights[0] * Math.sin(x)), 12);
    });
  });

  it("come near to the labels themselves with as many features as examples", () => {
    const few = { x: data.x.slice(0, 12), y: data.y.slice(0, 12) };
    const labels = harmonicsTeacher(6, 1e-4)(few)(few.x);
    few.y.forEach((y, i) => {
      expect(Math.abs(labels[i] - y)).toBeLessThan(0.1);
    });
  });

  it("pass on a lone label and average two at the same place", () => {
    const sample = { x: Float64Array.of(0, 0, 100), y: Uint8Array.of(1, 0, 1) };
    expect([...kernelTeacher()(sample)(sample.x)]).toEqual([0.5, 0.5, 1]);
  });
});
