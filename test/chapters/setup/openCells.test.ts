import { describe, expect, it, vi } from "vitest";
import { golden } from "../../support/golden.js";
import { runCells } from "../../support/openCells.js";

vi.mock("tslab", () => ({ display: {}, newDisplay: () => ({}) }));
vi.resetModules();
const lib = await import("../../../lib/index.js");

type Rows = number[][];
const oracle = golden<{
  few: { x1: number[]; x2: number[]; y: number[] };
  teacherLogits: Rows;
  students: { alpha: number; tau: number; W: Rows; loss: number }[];
  onlyTeacher: Rows;
}>("distillation");

/** SciPy stops at gradients of 1e-9, and the loss is strictly convex: parameters are as close as that, or nearly. */
const CLOSE = 1e-7;
const few = {
  x1: Float64Array.from(oracle.few.x1),
  x2: Float64Array.from(oracle.few.x2),
  y: Uint8Array.from(oracle.few.y),
};
const t = oracle.teacherLogits.map((row) => Float64Array.from(row));
/** SciPy's teacher, at the thirty inputs that it was asked about. */
const teacher = { logits: () => t, probabilities: () => t.map((row) => lib.softmax(row)) };
const library = { ...lib, console };

/** Weights and intercepts as rows; adding one number to all intercepts changes no probability. */
function expectSameModel(found: Rows, expected: Rows) {
  const centred = (rows: Rows) => {
    const centre = rows.reduce((sum, row) => sum + row[2], 0) / rows.length;
    return rows.map(([a, b, c]) => [a, b, c - centre]);
  };
  for (const [k, row] of centred(found).entries()) {
    for (const [j, value] of row.entries()) {
      expect(Math.abs(value - centred(expected)[k][j])).toBeLessThan(CLOSE);
    }
  }
}

describe("00-setup's cells in the open", () => {
  it("have the thirty examples that SciPy was given, and its teacher", () => {
    const own = runCells("00-setup", ["code-13", "code-15"], { ...library, table() {} }, [
      "few",
      "teacher",
    ]);
    expect(own.few).toEqual(few);
    for (const [i, row] of own.teacher.logits(few).entries()) {
      for (const [k, z] of row.entries()) expect(Math.abs(z - t[i][k])).toBeLessThan(1e-5);
    }
  });

  it("distil(alpha) is SciPy's student at alpha 0, 1, 4 and Infinity, and the library's", () => {
    const { distil } = runCells("00-setup", ["code-36"], { ...library, few, teacher }, ["distil"]);
    const rows = (alpha: number) => {
      const { weights, intercepts } = distil(alpha).model as ReturnType<typeof lib.fitSoftmax>;
      const library = lib.distilStudent(few, teacher, alpha).model;
      expect([weights, intercepts]).toEqual([library.weights, library.intercepts]);
      return weights.map(([a, b], k) => [a, b, intercepts[k]]);
    };
    for (const { alpha, W } of oracle.students.slice(0, 3)) expectSameModel(rows(alpha), W);
    expectSameModel(rows(Infinity), oracle.onlyTeacher);
  });

  it.each(oracle.students.slice(1))(
    "step(W, $alpha, $tau) descends to SciPy's optimum, and lossOf is its loss there",
    ({ alpha, tau, W: expected, loss }) => {
      const scope = { ...library, few, teacher };
      const { step, lossOf } = runCells("00-setup", ["code-58b", "code-58d", "code-58f"], scope, [
        "step",
        "lossOf",
      ]);
      let W = [0, 1, 2].map(() => [0, 0, 0]);
      const before = lossOf(W, alpha, tau);
      for (let i = 0; i < 400; i++) W = step(W, alpha, tau);
      expectSameModel(
        W.map(([intercept, a, b]) => [a, b, intercept]),
        expected,
      );
      expect(lossOf(W, alpha, tau)).toBeCloseTo(loss, 9);
      expect(before).toBeGreaterThan(loss + 1);
    },
  );

  it("the loop over random cases finds the two sides equal to rounding", () => {
    const quiet = { ...lib, console: { log() {} } };
    const { largest } = runCells("00-setup", ["code-33"], quiet, ["largest"]);
    expect(largest).toBeGreaterThan(0);
    expect(largest).toBeLessThan(1e-13);
  });

  it("the one trial is the first of pinwheelAlphaTrials", async () => {
    const scope = { ...lib, six: () => [], console: { log() {} } };
    const { oneTrial } = runCells("00-setup", ["code-40c"], scope, ["oneTrial"]);
    const { losses } = await lib.pinwheelAlphaTrials({ trials: 1, workers: 0 });
    expect(oneTrial).toEqual(losses.map(([first]) => first));
  });
});
