import { describe, expect, it } from "vitest";
import {
  informationOverRounds,
  SLOPE_LABELS,
  singleFits,
  slopeClass,
} from "../../../lib/chapters/dpi/rounds.js";
import { slopeRows } from "../../../lib/chapters/dpi/slopeRows.js";
import { selfDistillationRounds } from "../../../lib/models/logisticModel.js";
import { expectStated } from "../../support/claims.js";
import { expectRelativelyClose } from "../../support/closeTo.js";
import { golden } from "../../support/golden.js";

const oracle = golden<{
  shrinking: number[][];
  unpenalised: number[];
  rounds: { bits: number; loss: number }[];
  single: { l2: number; loss: number }[];
}>("information");

describe("selfDistillationRounds", () => {
  it("agrees with NumPy over five rounds with ridge 1 at alpha = Infinity", () => {
    const rounds = selfDistillationRounds(slopeClass(1), SLOPE_LABELS, 5);
    for (const [r, weights] of rounds.entries()) {
      expectRelativelyClose(weights, oracle.shrinking[r], 1e-10);
    }
  });

  it.each([0, 0.5, 1, 100, Infinity])(
    "is a fixed point without a penalty at alpha %s: claim 6",
    (alpha) => {
      const rounds = selfDistillationRounds(slopeClass(0), SLOPE_LABELS, 6, { alpha });
      for (const weights of rounds) expectRelativelyClose(weights, oracle.unpenalised, 1e-11);
    },
  );

  it.each([0, 0.5, 4, 1000])(
    "is a fixed point with a ridge on the combined loss too, at every finite alpha, %s",
    (alpha) => {
      const rounds = selfDistillationRounds(slopeClass(1), SLOPE_LABELS, 6, {
        alpha,
        penaltyOn: "combined",
      });
      for (const weights of rounds) expectRelativelyClose(weights, oracle.shrinking[0], 1e-10);
    },
  );

  it("shrinks where the ridge counts 1 + alpha times, so that the constant of the loss is not free", () => {
    // Labels and teacher weighed 1/2 each under ridge 1 are the combined loss at alpha 1 under ridge 2.
    const [first] = selfDistillationRounds(slopeClass(1), SLOPE_LABELS, 1);
    const [, second] = selfDistillationRounds(slopeClass(2), SLOPE_LABELS, 2, {
      alpha: 1,
      penaltyOn: "combined",
    });
    expect(second[1]).toBeLessThan(first[1] - 0.05);
  });

  it("shrinks the slope to .514, .403, .319, .255, .205: claim 6", () => {
    const slopes = selfDistillationRounds(slopeClass(1), SLOPE_LABELS, 5).map(([, slope]) => slope);
    expectStated(6, "slopes", slopes);
    expectStated(
      6,
      "slopes",
      oracle.shrinking.map(([, slope]) => slope),
    );
  });

  it("refuses no rounds", () => {
    expect(() => selfDistillationRounds(slopeClass(1), SLOPE_LABELS, 0)).toThrow(/rounds.*got 0/);
  });
});

describe("slopeRows", () => {
  it("has a row a pair and a column a round", () => {
    const rows = slopeRows([0, 1], [1, Infinity], 2);
    expect(rows.map((row) => [row.λ, row.α])).toEqual([
      ["0", "1"],
      ["0", "∞"],
      ["1", "1"],
      ["1", "∞"],
    ]);
    expect(rows[3]["round 2"]).toBeCloseTo(oracle.shrinking[1][1], 10);
    const [, [, mixed]] = selfDistillationRounds(slopeClass(1), SLOPE_LABELS, 2, {
      alpha: 1,
      penaltyOn: "combined",
    });
    expect(rows[2]["round 2"]).toBe(mixed);
    expect(Object.keys(rows[0])).toEqual(["λ", "α", "round 1", "round 2"]);
  });
});

describe("informationOverRounds", () => {
  const { labelEntropy, rounds } = informationOverRounds(5);

  it("agrees with NumPy's enumeration", () => {
    for (const [r, { bits, loss }] of oracle.rounds.entries()) {
      expect(rounds[r].information).toBeCloseTo(bits, 10);
      expect(rounds[r].testLoss).toBeCloseTo(loss, 10);
      expect(rounds[r].round).toBe(r + 1);
    }
  });

  it("keeps I = H(y) = 7.742 bits while the loss falls .779, .727, .708, .698, .693: claim 7", () => {
    for (const { information } of rounds) expect(information).toBeCloseTo(labelEntropy, 12);
    expectStated(7, "bits", labelEntropy);
    expectStated(
      7,
      "losses",
      rounds.map(({ testLoss }) => testLoss),
    );
    expectStated(
      7,
      "losses",
      oracle.rounds.slice(0, 5).map(({ loss }) => loss),
    );
  });

  it("refuses no rounds", () => {
    expect(() => informationOverRounds(0)).toThrow(/rounds.*got 0/);
  });
});

describe("singleFits", () => {
  it("agrees with NumPy at every ridge", () => {
    const rows = singleFits(oracle.single.map(({ l2 }) => l2));
    for (const [i, { l2, loss }] of oracle.single.entries()) {
      expect(rows[i].λ).toBe(`${l2}`);
      expect(rows[i].testLoss).toBeCloseTo(loss, 10);
    }
  });

  it("comes within .0005 nats of the best of 14 rounds with one good ridge, and not below it", () => {
    const rounds = informationOverRounds(14).rounds.map(({ testLoss }) => testLoss);
    const best = Math.min(...rounds);
    expect(rounds.indexOf(best)).toBe(8);
    const [{ testLoss }] = singleFits([7]);
    expect(testLoss - best).toBeGreaterThan(0.0004);
    expect(testLoss - best).toBeLessThan(0.0005);
  });

  it("refuses a negative ridge", () => {
    expect(() => singleFits([-1])).toThrow(/^penalties\[0\].*-1/);
  });
});
