import { describe, expect, it } from "vitest";
import {
  counterexamplePath,
  crossingLogit,
  sureAndCoin,
} from "../../../lib/chapters/varianceReduction/counterexamplePath.js";
import { lossVariances } from "../../../lib/chapters/varianceReduction/lossVariances.js";

describe("counterexamplePath", () => {
  it("passes through claim 10's counterexample at -10", () => {
    const path = counterexamplePath([-10]);
    expect(path.hard[0].toFixed(3)).toBe("20.183");
    expect(path.postFormula[0].toFixed(3)).toBe("21.655");
    expect(path.soft[0].toFixed(3)).toBe("19.683");
  });

  it("goes from 3 to the counterexample's -10 unless told otherwise", () => {
    const { logits, hard } = counterexamplePath();
    expect([logits[0], logits[1], logits[65]]).toEqual([3, 2.8, -10]);
    expect(hard).toHaveLength(66);
  });

  it("keeps the logits and gives one number for each", () => {
    const path = counterexamplePath([2, 0, -4]);
    expect([...path.logits]).toEqual([2, 0, -4]);
    expect([path.hard, path.postFormula, path.soft].map((v) => v.length)).toEqual([3, 3, 3]);
  });

  it("has the inequality on one side of the crossing and its reverse on the other", () => {
    const { crossing } = counterexamplePath([0]);
    const { hard, postFormula } = counterexamplePath([crossing + 0.01, crossing - 0.01]);
    expect(hard[0]).toBeGreaterThan(postFormula[0]);
    expect(hard[1]).toBeLessThan(postFormula[1]);
  });
});

describe("crossingLogit", () => {
  it.each([0.1, 1, 2, 5, -3])("is where both sides are equal, coin at %d", (coin) => {
    const crossing = crossingLogit(coin);
    const v = lossVariances(sureAndCoin, (x) => [crossing, coin][x]);
    expect(Math.abs(v.hard - v.postFormula)).toBeLessThan(1e-10 * (1 + v.hard));
  });

  it("is -3.17 for the coin of the counterexample", () => {
    // By hand: M = 1.1269, A = (2 / (M - log 2) + M + log 2) / 2 = 3.2153, and -log(e^A - 1) = -3.1744.
    const coin = (Math.log(1 + Math.exp(-2)) + Math.log(1 + Math.exp(2))) / 2;
    const loss = (2 / (coin - Math.LN2) + coin + Math.LN2) / 2;
    expect(crossingLogit(2)).toBeCloseTo(-Math.log(Math.exp(loss) - 1), 10);
    expect(crossingLogit(2)).toBeCloseTo(-3.174, 3);
  });
});
