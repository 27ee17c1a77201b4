import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { networkKernel, type Precision } from "../../lib/models/networkKernel.js";
import { fillTargets, placeTargets, softmaxGradient } from "../../lib/models/softmaxGradient.js";

const STRIDE = 8;

/** The derivatives for two rows of logits with the targets of the rows asked for, each behind four numbers that are not its own. */
function gradientOf(
  precision: Precision,
  logits: number[][],
  { targets, rows }: { targets: number[][]; rows: number[] },
  temperature = 1,
) {
  const kernel = networkKernel(precision);
  const classes = targets[0].length;
  const flat = Float64Array.from(targets.flat());
  const placed = kernel.layOut(({ real, double, whole }) => ({
    units: real(logits.length * STRIDE + 4),
    delta: real(logits.length * STRIDE + 4),
    targets: placeTargets({ double, whole }, flat, classes, rows.length),
  }));
  placed.units.fill(9);
  placed.delta.fill(7);
  logits.forEach((row, i) => {
    placed.units.set(row, 4 + i * STRIDE);
  });
  fillTargets(placed.targets, flat);
  softmaxGradient(kernel, { ...placed, stride: STRIDE }, 4, rows, placed.targets, temperature);
  return placed;
}

describe.each(["single", "double"] as const)("softmaxGradient, %s", (precision) => {
  const digits = precision === "double" ? 15 : 7;

  it("gives softmax minus target, of the rows asked for, and touches nothing else", () => {
    const targets = {
      targets: [
        [0, 1],
        [9, 9],
        [1, 0],
      ],
      rows: [2, 0],
    };
    const { delta } = gradientOf(
      precision,
      [
        [Math.log(3), 0],
        [0, 0],
      ],
      targets,
    );
    const expected = [7, 7, 7, 7, -0.125, 0.125, 7, 7, 7, 7, 7, 7, 0.25, -0.25, 7, 7, 7, 7, 7, 7];
    delta.forEach((value, i) => {
      expect(value, `${i}`).toBeCloseTo(expected[i], digits);
    });
  });

  it("takes an odd number of classes, with a 0 behind the last", () => {
    const targets = { targets: [[0, 0, 1]], rows: [0] };
    const { delta } = gradientOf(precision, [[Math.log(4), Math.log(2), 0]], targets, 1);
    [4 / 7, 2 / 7, 1 / 7 - 1, 0].forEach((value, c) => {
      expect(delta[4 + c], `${c}`).toBeCloseTo(value, digits);
    });
  });

  it("is temperature times softmax(logits / temperature) minus target, from Math.exp, to the last bit", () => {
    const logit = fc.double({ min: -1000, max: 1000, noNaN: true });
    const near = fc.double({ min: -1e-8, max: 1e-8, noNaN: true });
    const property = fc.property(
      fc.array(fc.oneof(logit, near, fc.constant(0)), { minLength: 2, maxLength: 4 }),
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      (row, temperature) => {
        const target = row.map((_, c) => (c === 0 ? 1 : 0));
        const targets = { targets: [target], rows: [0] };
        const { units, delta } = gradientOf(precision, [row], targets, temperature);
        const own = [...units.subarray(4, 4 + row.length)];
        const most = Math.max(...own);
        const powers = own.map((z) => Math.exp((z - most) / temperature));
        const normal = powers.map((p) => (p < 1e-307 ? 0 : p));
        const total = normal.reduce((sum, p) => sum + p, 0);
        const rounded = (v: number) => (precision === "single" ? Math.fround(v) : v);
        normal.forEach((p, c) => {
          const expected = rounded(temperature * (rounded(p) / total - target[c]));
          if (powers[c] === 0 || powers[c] > 1e-307) expect(delta[4 + c]).toBe(expected);
        });
      },
    );
    fc.assert(property, { numRuns: 2000 });
  });
});
