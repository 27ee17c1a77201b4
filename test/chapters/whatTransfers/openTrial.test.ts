import { describe, expect, it, vi } from "vitest";
import { golden } from "../../support/golden.js";
import { runCells } from "../../support/openCells.js";

vi.mock("tslab", () => ({ display: {}, newDisplay: () => ({}) }));
vi.resetModules();
const lib = await import("../../../lib/index.js");

const oracle = golden<{
  x: number[];
  y: number[];
  order: number[];
  teacher: number[];
  losses: Record<string, number>;
}>("transferTrial");

interface Row {
  student: string;
  "test loss": number;
  "by softeningTrial": number;
}

/** What the cells of 04, sections 2 and 3, find with the streams given, and the last table that they print. */
function openTrial(seededStream: typeof lib.seededStream) {
  let printed: Row[] = [];
  const table = (rows: Row[]) => {
    printed = rows;
  };
  const scope = { ...lib, seededStream, table, show() {} };
  const cells = ["code-06", "code-first-five", "code-08", "code-one-trial"];
  const T: Float64Array = runCells("04-what-transfers", cells, scope, ["T"]).T;
  return { T, rows: printed };
}

describe("one trial of the control, as the cells of 04 write it out", () => {
  it("is the trial that the studies repeat", () => {
    const { rows } = openTrial(lib.seededStream);
    expect(rows).toHaveLength(5);
    for (const row of rows) expect(row["test loss"]).toBeCloseTo(row["by softeningTrial"], 12);
  });

  it("has SciPy's losses on SciPy's training set, and so has softeningTrial", () => {
    const { x, y, order } = oracle;
    // Draws SciPy's training set: inputs in standard deviations, labels and order as they are.
    const { T, rows } = openTrial((name) => ({
      ...lib.seededStream(name),
      normal: () => Float64Array.from(x, (v) => v / lib.NARROW_DESIGN.inputScale),
      bernoulli: () => Uint8Array.from(y),
      permutation: () => Int32Array.from(order),
    }));
    T.forEach((p, i) => {
      expect(p).toBeCloseTo(oracle.teacher[i], 10);
    });
    expect(rows.map(({ student }) => student).sort()).toEqual(Object.keys(oracle.losses).sort());
    for (const row of rows) {
      expect(row["test loss"], row.student).toBeCloseTo(oracle.losses[row.student], 6);
      expect(row["by softeningTrial"], row.student).toBeCloseTo(oracle.losses[row.student], 6);
    }
  });
});
