import { describe, expect, it, vi } from "vitest";
import { runCells } from "../../support/openCells.js";
import { patchOracle } from "./patchOracle.js";

vi.mock("tslab", () => ({ display: {}, newDisplay: () => ({}) }));
vi.resetModules();
const lib = await import("../../../lib/index.js");

const CELLS = ["open-logits", "open-step"];
/** NumPy's case whose loss has neither temperature nor ridge, as the step of the notebook. */
const [numpy] = patchOracle.cases;

describe("06-many-views' cells in the open", () => {
  const { classes, units, patches, dimensions } = numpy;
  const data = { ...numpy, inputs: Float64Array.from(numpy.inputs) };
  const { logitsOf, step } = runCells("06-many-views", CELLS, { ...lib, data }, [
    "logitsOf",
    "step",
  ]);
  const W = Array.from({ length: classes }, (_, k) =>
    Array.from({ length: units }, (_, r) => {
      const at = (k * units + r) * dimensions;
      return Float64Array.from(numpy.weights.slice(at, at + dimensions));
    }),
  );
  const batch = Int32Array.from(numpy.labels.keys());

  it("are shown NumPy's problem", () => {
    expect([numpy.temperature, numpy.l2]).toEqual([1, 0]);
    expect(data.inputs).toHaveLength(batch.length * patches * dimensions);
  });

  it("logitsOf gives NumPy's logits", () => {
    const logits = Array.from(batch, (i) => Array.from(logitsOf(W, i) as number[])).flat();
    for (const [i, z] of logits.entries()) expect(z).toBeCloseTo(numpy.logits[i], 12);
  });

  it("step goes against NumPy's gradient, by complex steps", () => {
    const next: Float64Array[][] = step(W, Float64Array.from(numpy.softTargets), batch, 0.5);
    const moved = next.flat().flatMap((w) => Array.from(w));
    for (const [i, w] of moved.entries()) {
      expect((numpy.weights[i] - w) / 0.5).toBeCloseTo(numpy.gradient[i], 12);
    }
  });

  it("the loop trains learnViews' network from the same stream", () => {
    const printed: unknown[] = [];
    const console = { log: (value: unknown) => printed.push(value) };
    const cells = ["code-06", ...CELLS, "open-training", "open-check"];
    const { W } = runCells("06-many-views", cells, { ...lib, console }, ["W"]);
    expect(printed).toEqual([true]);
    expect(Math.max(...(W as Float64Array[][]).flat().map((w) => Math.max(...w)))).toBeGreaterThan(
      0.3,
    );
  });
});
