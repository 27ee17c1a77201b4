import { describe, expect, it } from "vitest";
import { informationOverRounds } from "../../../lib/chapters/dpi/roundsFigures.js";
import { TEN_POINTS } from "../../../lib/data/tenPoints.js";
import { sigmoid } from "../../../lib/losses/softplus.js";
import {
  lineModel,
  type PenaltyOn,
  selfDistillationRounds,
} from "../../../lib/models/logisticModel.js";
import { expectStated } from "../../support/claims.js";
import { expectRelativelyClose } from "../../support/closeTo.js";
import { golden } from "../../support/golden.js";

const oracle = golden<{
  shrinking: number[][];
  unpenalised: number[];
  finiteAlpha: { alpha: number; penaltyOn: PenaltyOn; slopes: number[] }[];
  rounds: { bits: number; loss: number }[];
  single: { l2: number; loss: number }[];
}>("information");
const { x, y } = TEN_POINTS;
const slopesOf = (rounds: Float64Array[]) => rounds.map(([, slope]) => slope);

describe("self-distillation on the ten points", () => {
  it("agrees with NumPy over five rounds with ridge 1 at alpha = Infinity", () => {
    const rounds = selfDistillationRounds(lineModel(x, 1), y, 5);
    for (const [r, weights] of rounds.entries()) {
      expectRelativelyClose(weights, oracle.shrinking[r], 1e-10);
    }
  });

  it.each([0, 0.5, 1, 100, Infinity])(
    "is a fixed point without a penalty at alpha %s: claim 6",
    (alpha) => {
      const rounds = selfDistillationRounds(lineModel(x, 0), y, 6, { alpha });
      for (const weights of rounds) expectRelativelyClose(weights, oracle.unpenalised, 1e-11);
    },
  );

  it.each(oracle.finiteAlpha)(
    "has NumPy's slopes at alpha $alpha with the ridge on the $penaltyOn label or loss: claim 6",
    ({ alpha, penaltyOn, slopes }) => {
      const rounds = selfDistillationRounds(lineModel(x, 1), y, 5, { alpha, penaltyOn });
      expectRelativelyClose(slopesOf(rounds), slopes, 1e-10);
      if (penaltyOn === "combined") for (const slope of slopes) expectStated(6, "fixed", slope);
      else if (alpha === 1) expectStated(6, "mixed", slopes);
    },
  );

  it("shrinks the slope to .514, .403, .319, .255, .205 at alpha = Infinity: claim 6", () => {
    expectStated(6, "slopes", slopesOf(selfDistillationRounds(lineModel(x, 1), y, 5)));
    expectStated(
      6,
      "slopes",
      oracle.shrinking.map(([, slope]) => slope),
    );
  });
});

// The notebook's problem of section 6.
const inputs = [-2.1, -1.37, -0.8, -0.31, 0.45, 0.92, 1.66, 2.4];
const eta = (input: number) => sigmoid(0.3 * input);

describe("informationOverRounds", () => {
  const { labelEntropy, rounds } = informationOverRounds(inputs, eta, 5);

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

  it("agrees with NumPy on single fits at every ridge", () => {
    for (const { l2, loss } of oracle.single) {
      const [{ testLoss }] = informationOverRounds(inputs, eta, 1, { l2 }).rounds;
      expect(testLoss).toBeCloseTo(loss, 10);
    }
  });

  it("has at best .0005 nats less in 14 rounds than in one fit with one good ridge", () => {
    const losses = informationOverRounds(inputs, eta, 14).rounds.map((round) => round.testLoss);
    const best = Math.min(...losses);
    expect(losses.indexOf(best)).toBe(8);
    const [{ testLoss }] = informationOverRounds(inputs, eta, 1, { l2: 7 }).rounds;
    expect(testLoss - best).toBeGreaterThan(0.0004);
    expect(testLoss - best).toBeLessThan(0.0005);
  });
});
