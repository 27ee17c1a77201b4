import { describe, expect, it } from "vitest";
import { knownViews, viewStrengths } from "../../../lib/chapters/manyViews/knownViews.js";
import { drawViews } from "../../../lib/chapters/manyViews/viewData.js";
import { scoreViews } from "../../../lib/chapters/manyViews/viewScore.js";
import { seededStream } from "../../../lib/random/seededStream.js";

/** Three classes of two views: class 0 knows both, class 1 its first, class 2 its second and the first at 0.4 of it. */
function network() {
  const weights = new Float64Array(3 * 2 * 10);
  const set = (unit: number, view: number, w: number) => {
    weights[unit * 10 + view] = w;
  };
  set(0, 0, 1.2);
  set(1, 1, 1.7);
  set(2, 2, 1.2);
  set(3, 3, 0.15);
  set(4, 4, 0.6);
  set(5, 5, 1.2);
  return { classes: 3, units: 2, dimensions: 10, weights };
}

describe("viewStrengths", () => {
  it("is the class's logit for a view alone, by hand", () => {
    const expected = [1, 1.5, 1, 0.0125, 0.4, 1];
    for (const [k, z] of viewStrengths(network(), 2).entries()) {
      expect(z).toBeCloseTo(expected[k], 14);
    }
  });
});

describe("knownViews", () => {
  it("is what reaches half of the class's strongest view, or another share", () => {
    expect([...knownViews(network(), 2)]).toEqual([1, 1, 1, 0, 0, 1]);
    expect([...knownViews(network(), 2, 0.3)]).toEqual([1, 1, 1, 0, 1, 1]);
  });

  it("knows nothing in a network of zeros", () => {
    const zero = { ...network(), weights: new Float64Array(60) };
    expect([...knownViews(zero, 2)]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe("scoreViews", () => {
  const problem = { classes: 3, single: 0.5, noise: 0, others: 0.1, faint: 0 };
  const data = drawViews(400, problem, seededStream("score"));
  const only = (...views: number[]) => {
    const weights = new Float64Array(3 * 1 * 10);
    for (const view of views) weights[Math.floor(view / 2) * 10 + view] = 1.5;
    return { classes: 3, units: 1, dimensions: 10, weights };
  };

  it("is 1 on both halves for a network that knows all views", () => {
    expect(scoreViews([only(0, 1, 2, 3, 4, 5)], data)).toEqual({ single: 1, several: 1 });
  });

  it("fails on the missing view alone: class 0's second", () => {
    const { single, several } = scoreViews([only(0, 2, 3, 4, 5)], data);
    const hidden = data.labels.filter((label, i) => label === 0 && data.shown[i] === 1).length;
    const all = data.shown.filter((v) => v >= 0).length;
    expect(several).toBe(1);
    expect(single).toBeCloseTo(1 - hidden / all, 12);
  });

  it("is mended by an ensemble whose members know each other's missing views", () => {
    const networks = [only(0, 2, 3, 4, 5), only(1, 2, 3, 4, 5)];
    expect(scoreViews(networks, data).single).toBe(1);
  });
});
