import { describe, expect, it } from "vitest";
import { activation } from "../../../lib/chapters/manyViews/activation.js";
import { patchLogits } from "../../../lib/chapters/manyViews/students.js";
import { expectRelativelyClose } from "../../support/closeTo.js";
import { patchGradient } from "../../support/networkGradients.js";
import { type PatchCase, patchOracle } from "./patchOracle.js";

const typed = ({ classes, units, views, patches, dimensions, ...c }: PatchCase) => ({
  network: { classes, units, dimensions, weights: Float64Array.from(c.weights) },
  data: {
    classes,
    views,
    patches,
    dimensions,
    inputs: Float64Array.from(c.inputs),
    labels: Int32Array.from(c.labels),
    shown: new Int32Array(c.labels.length).fill(-1),
  },
  softTargets: Float64Array.from(c.softTargets),
});

describe("activation", () => {
  it.each([
    [-1, 0],
    [0, 0],
    // By hand: 0.003³⁄…: z³ / 0.27 below 0.3, and there 0.1 from either side; then slope 1.
    [0.15, 0.0125],
    [0.3, 0.1],
    [1.3, 1.1],
  ])("of %f is %f", (z, value) => expect(activation(z)).toBeCloseTo(value, 14));
});

describe("patchLogits", () => {
  it.each(patchOracle.cases)("agrees with NumPy, case %#", (c) => {
    const { network, data } = typed(c);
    expectRelativelyClose(patchLogits(network, data), c.logits, 1e-4);
  });
});

describe("patchGradient", () => {
  it.each(patchOracle.cases)("agrees with complex-step derivatives in NumPy, case %#", (c) => {
    const { network, data, softTargets } = typed(c);
    const largest = Math.max(...c.gradient.map(Math.abs));
    for (const [precision, tolerance] of [
      ["double", 1e-13],
      ["single", 1e-5],
    ] as const) {
      const { loss, gradient } = patchGradient(network, data, softTargets, { ...c, precision });
      expect(Math.abs(loss - c.loss), precision).toBeLessThan(tolerance * Math.abs(c.loss));
      c.gradient.forEach((expected, i) => {
        const error = Math.abs(gradient[i] - expected);
        expect(error, `${precision}, weight ${i}`).toBeLessThan(tolerance * largest);
      });
    }
  });
});
