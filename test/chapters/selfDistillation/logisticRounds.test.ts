import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { logisticRounds } from "../../../lib/chapters/selfDistillation/logisticRounds.js";
import { TEN_POINTS } from "../../../lib/data/tenPoints.js";
import { fitLogistic } from "../../../lib/models/logistic.js";

const slopes = (options: Parameters<typeof logisticRounds>[1]) =>
  logisticRounds(TEN_POINTS, options).map(({ slope }) => slope);

describe("logisticRounds", () => {
  // Half a unit of the last digit published.
  it("shrinks to the claim's slopes with ridge 1", () => {
    const claimed = [0.514, 0.403, 0.319, 0.255, 0.205];
    slopes({ rounds: 5, l2: 1 }).forEach((slope, k) => {
      expect(Math.abs(slope - claimed[k])).toBeLessThan(5e-4);
    });
  });

  it.each([0, 0.5, 1, 4, Infinity])("stays where it is without a penalty, alpha = %d", (alpha) => {
    const [first, ...later] = slopes({ rounds: 4, l2: 0, alpha });
    for (const slope of later) expect(slope).toBeCloseTo(first, 13);
  });

  it("does not move at alpha = 0: there is no teacher", () => {
    const [first, ...later] = slopes({ rounds: 3, l2: 1, alpha: 0 });
    for (const slope of later) expect(slope).toBe(first);
  });

  it("stops shrinking at a finite alpha, where the labels hold on: fixed point of alpha = 1", () => {
    const rounds = slopes({ rounds: 60, l2: 1, alpha: 1 });
    expect(rounds[59]).toBeCloseTo(rounds[58], 12);
    // There l2 w = sum x ((y + p)/2 - p) = sum x (y - p)/2: one fit with twice the ridge.
    const single = fitLogistic(Matrix.columnVector(TEN_POINTS.x), TEN_POINTS.y, { l2: 2 });
    expect(rounds[59]).toBeCloseTo(single.weights[0], 10);
  });

  it.each([1, 3, Infinity])("is one fit with the equivalent ridge, alpha = %d", (alpha) => {
    for (const { slope, intercept, equivalentL2 } of logisticRounds(TEN_POINTS, {
      rounds: 6,
      l2: 1,
      alpha,
    })) {
      const single = fitLogistic(Matrix.columnVector(TEN_POINTS.x), TEN_POINTS.y, {
        l2: equivalentL2,
      });
      expect(single.weights[0]).toBeCloseTo(slope, 11);
      expect(single.intercept).toBeCloseTo(intercept, 11);
    }
  });
});
