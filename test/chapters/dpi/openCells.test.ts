import { describe, expect, it, vi } from "vitest";
import { expectRelativelyClose } from "../../support/closeTo.js";
import { golden } from "../../support/golden.js";
import { runCells } from "../../support/openCells.js";

vi.mock("tslab", () => ({ display: {}, newDisplay: () => ({}) }));
vi.resetModules();
const lib = await import("../../../lib/index.js");

const oracle = golden<{
  named: { labelEntropy: number; teacher: number; student: number; distilled: number }[];
  shrinking: number[][];
  unpenalised: number[];
  finiteAlpha: { alpha: number; penaltyOn: "mixed" | "combined"; slopes: number[] }[];
}>("information");
const printed: unknown[] = [];
const scope = {
  ...lib,
  table: (rows: unknown[]) => printed.push(...rows),
  console: { log: (value: unknown) => printed.push(value) },
};

describe("01-dpi's cells in the open", () => {
  it("the learners y → μ → θ leave no gradient, and have NumPy's bits", () => {
    printed.length = 0;
    const names = ["mu", "theta", "student", "pair"];
    const { mu, theta, student, pair } = runCells("01-dpi", ["code-04", "code-04c"], scope, names);
    const sigma = (z: number) => 1 / (1 + Math.exp(-z));
    for (const y of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ]) {
      const [m] = mu(Uint8Array.from(y));
      const [h] = theta(Uint8Array.from(y));
      // The features are 1 and 2 for the teacher and 1 and 1 for the student; both have ridge 1.
      expect(sigma(m) - y[0] + 2 * (sigma(2 * m) - y[1]) + m).toBeCloseTo(0, 12);
      expect(2 * sigma(h) - sigma(m) - sigma(2 * m) + h).toBeCloseTo(0, 12);
    }
    const bits = (learner: (y: Uint8Array) => ArrayLike<number>) =>
      lib.labelInformation(pair, lib.optimaOf(pair, learner)).information;
    const [{ teacher, student: onLabels, distilled }] = oracle.named;
    expect(bits(mu)).toBeCloseTo(teacher, 12);
    expect(bits(theta)).toBeCloseTo(distilled, 12);
    expect(bits((y) => lib.fitLogisticModel(student, y))).toBeCloseTo(onLabels, 12);
    expect(printed).toHaveLength(4);
    expect(printed[0]).toEqual({
      y: "0 0",
      probability: 0.25,
      μ: "-0.715",
      "θ, α = 0": "-0.675",
      "θ, α = ∞": "-0.320",
    });
  });

  const { slopes } = runCells("01-dpi", ["code-26"], scope, ["slopes"]);

  it.each(oracle.finiteAlpha)(
    "the loop has NumPy's slopes at alpha $alpha with the ridge on the $penaltyOn label or loss",
    ({ alpha, penaltyOn, slopes: expected }) => {
      expectRelativelyClose(slopes(1, alpha, penaltyOn), expected, 1e-10);
    },
  );

  it("the loop is selfDistillationRounds, digit for digit, with and without a penalty", () => {
    const { x, y } = lib.TEN_POINTS;
    for (const [lambda, alpha] of [
      [0, 1],
      [1, 1],
      [1, Infinity],
    ]) {
      const rounds = lib.selfDistillationRounds(lib.lineModel(x, lambda), y, 5, { alpha });
      expect(slopes(lambda, alpha)).toEqual(rounds.map(([, slope]) => slope));
    }
    expectRelativelyClose(slopes(0, 1), Array(5).fill(oracle.unpenalised[1]), 1e-10);
  });

  it("exercise 4's cell is the loop at infinity until it is changed, and NumPy's slope after", () => {
    printed.length = 0;
    runCells("01-dpi", ["cell-4"], scope, []);
    expect(printed[0]).toBe(oracle.shrinking[4][1].toFixed(3));
    const quiet = { ...scope, checkAnswer() {} };
    const solved = runCells("solutions/01-dpi", ["code-10"], quiet, ["slopeAfterFive"]);
    const [mixed, combined] = oracle.finiteAlpha.filter(({ alpha }) => alpha === 4);
    expect(solved.slopeAfterFive(1)).toBeCloseTo(mixed.slopes[4], 10);
    expect(solved.slopeAfterFive(1 / 5)).toBeCloseTo(combined.slopes[4], 10);
  });
});
