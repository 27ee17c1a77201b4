import { describe, expect, it } from "vitest";
import { codistil } from "../../../lib/chapters/manyViews/codistillation.js";
import {
  labelTargets,
  learnViews,
  patchTargets,
} from "../../../lib/chapters/manyViews/students.js";
import { drawViews } from "../../../lib/chapters/manyViews/viewData.js";
import { conditionStudy } from "../../../lib/chapters/manyViews/viewStudies.js";
import { seededStream } from "../../../lib/random/seededStream.js";
import { meanAndStandardError } from "../../../lib/statistics/estimate.js";
import { pairedDifference } from "../../../lib/statistics/paired.js";
import { runStudy } from "../../../lib/studies/study.js";
import { patchOracle } from "./patchOracle.js";

const data = drawViews(60, {}, seededStream("students"));
const labels = labelTargets(data);

describe("learnViews", () => {
  const learn = (name: string, options = {}) =>
    learnViews(data, labels, { steps: 20, ...options }, seededStream(name)).weights;

  it("is the same for the same stream and another for another", () => {
    expect(learn("a")).toEqual(learn("a"));
    expect(learn("a")).not.toEqual(learn("b"));
  });

  it("starts from normal weights of the size asked for, and a step goes against the gradient", () => {
    const start = learn("a", { steps: 1, learningRate: 0, start: 0.1 });
    const variance = start.reduce((sum, w) => sum + w * w, 0) / start.length;
    // 960 squares: the standard error of their mean is 0.01 · sqrt(2 / 960) = 4.6e-4.
    expect(Math.abs(variance - 0.01)).toBeLessThan(1.9e-3);
    expect(learn("a", { steps: 1, learningRate: 1, start: 0.1 })).not.toEqual(start);
  });

  it("shrinks to nothing under a ridge of 1 at rate 1: w - (g + w) = -g", () => {
    const size = (w: Float64Array) => Math.max(...w.map(Math.abs));
    expect(size(learn("a", { l2: 1 }))).toBeLessThan(0.1);
  });
});

describe("patchTargets", () => {
  it("is softer when it is hotter", () => {
    const teacher = learnViews(data, labels, { steps: 200 }, seededStream("teacher"));
    const top = (temperature: number) =>
      Math.max(...patchTargets(teacher, data, { temperature }).subarray(0, 10));
    expect(top(4)).toBeLessThan(top(1));
  });
});

describe("codistil", () => {
  it("lets nobody teach at a share of 0: then what the other half holds changes nothing", () => {
    const other = {
      ...data,
      inputs: data.inputs.map((x, i) => (2 * i < data.inputs.length ? x : -x)),
    };
    const options = { share: 0, temperature: 4 };
    const first = (set: typeof data, share: number) =>
      codistil(set, seededStream("c"), { ...options, share })[0].weights;
    expect(first(other, 0)).toEqual(first(data, 0));
    expect(first(other, 0.5)).not.toEqual(first(data, 0.5));
  });
});

describe("self-distillation on the many-views problem", () => {
  it("agrees with an independent NumPy program, mean by mean, within four standard errors", async () => {
    const result = await runStudy(conditionStudy([{}], 8), { workers: 0 });
    const { means } = patchOracle;
    const gain = (arm: string) => pairedDifference(result[`${arm}@0`], result["plain@0"]);
    for (const [ours, theirs] of [
      [meanAndStandardError(result["plain@0"]), means.plain],
      [meanAndStandardError(result["self@0"]), means.self],
      [meanAndStandardError(result["labels@0"]), means.labels],
      [gain("self"), means.selfGain],
      [gain("labels"), means.labelsGain],
    ]) {
      const error = Math.hypot(ours.standardError, theirs.standardError);
      expect(Math.abs(ours.value - theirs.value)).toBeLessThan(4 * error);
    }
    // What is compared is there in either program: a gain several standard errors from 0.
    expect(means.selfGain.value).toBeGreaterThan(5 * means.selfGain.standardError);
  }, 120_000);
});
