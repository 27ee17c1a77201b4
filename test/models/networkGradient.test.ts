import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { initialNetwork } from "../../lib/models/network.js";
import { seededStream } from "../../lib/random/seededStream.js";
import { networkCases as cases, type NetworkCase } from "../support/networkCases.js";
import { networkGradient } from "../support/networkGradients.js";

const typed = (c: NetworkCase) => ({
  network: { sizes: c.sizes, parameters: Float64Array.from(c.parameters) },
  inputs: Float64Array.from(c.inputs),
  softTargets: Float64Array.from(c.softTargets),
});

describe("networkGradient", () => {
  it.each(cases)("agrees with complex-step derivatives in NumPy, case %#", (c) => {
    const { network, inputs, softTargets } = typed(c);
    const largest = Math.max(...c.gradient.map(Math.abs));
    for (const [precision, tolerance] of [
      ["double", 1e-13],
      ["single", 1e-6],
    ] as const) {
      const options = { ...c, precision };
      const { loss, gradient } = networkGradient(network, inputs, softTargets, options);
      expect(Math.abs(loss - c.loss), precision).toBeLessThan(tolerance * Math.abs(c.loss));
      c.gradient.forEach((expected, i) => {
        const error = Math.abs(gradient[i] - expected);
        expect(error, `${precision}, parameter ${i}`).toBeLessThan(tolerance * largest);
      });
    }
  });

  it("agrees with central differences for any temperature, ridge and soft targets", () => {
    const property = fc.property(
      fc.double({ min: 0.3, max: 10, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
      fc.string({ minLength: 1 }),
      (temperature, l2, raw, name) => {
        const stream = seededStream(name);
        const network = initialNetwork([3, 4, 3], stream);
        const inputs = stream.normal(6);
        const softTargets = Float64Array.from(raw, (v, i) => {
          const row = 3 * Math.floor(i / 3);
          return v / (raw[row] + raw[row + 1] + raw[row + 2]);
        });
        const at = (step: number, i: number) => {
          const parameters = network.parameters.slice();
          parameters[i] += step;
          return networkGradient({ ...network, parameters }, inputs, softTargets, {
            temperature,
            l2,
            precision: "double",
          });
        };
        const { gradient } = at(0, 0);
        const step = 1e-6;
        for (let i = 0; i < gradient.length; i++) {
          const [above, below] = [at(step, i), at(-step, i)];
          const slope = (above.loss - below.loss) / (2 * step);
          const kink = above.gradient.some((g, k) => Math.abs(g - below.gradient[k]) > 1e-3);
          if (!kink)
            expect(Math.abs(gradient[i] - slope)).toBeLessThan(2e-7 * (1 + temperature ** 2));
        }
      },
    );
    fc.assert(property, { numRuns: 20, seed: 5 });
  });

  it("is log 10 for a network that says nothing about 10 classes", () => {
    const network = { sizes: [1, 10], parameters: new Float64Array(20) };
    const flatOneHot = new Float64Array(10);
    flatOneHot[3] = 1;
    const { loss, gradient } = networkGradient(network, Float64Array.of(1), flatOneHot, {
      precision: "double",
    });
    expect(loss).toBeCloseTo(Math.log(10), 14);
    expect(gradient[3]).toBeCloseTo(0.1 - 1, 14);
    expect(gradient[4]).toBeCloseTo(0.1, 14);
  });

  it("tends, as the temperature grows, to least squares on centred logits: (z - z̄ - v)² / (2 · classes)", () => {
    // Hinton et al. 2015, section 2.1: logits z = 2, -1, 0 against the teacher's v = 0, 0, 0 of mean 0.
    const network = { sizes: [1, 3], parameters: Float64Array.of(2, -1, 0, 0, 0, 0) };
    const third = new Float64Array(3).fill(1 / 3);
    const { gradient } = networkGradient(network, Float64Array.of(1), third, { temperature: 1e4 });
    const centred = [2 - 1 / 3, -1 - 1 / 3, -1 / 3];
    centred.forEach((z, c) => {
      expect(gradient[c]).toBeCloseTo(z / 3, 3);
    });
  });

  it("stays finite for logits of ±1e300", () => {
    const network = { sizes: [1, 2], parameters: Float64Array.of(1e300, -1e300, 0, 0) };
    const { loss, gradient } = networkGradient(network, Float64Array.of(1), Float64Array.of(1, 0), {
      precision: "double",
    });
    expect(loss).toBe(0);
    expect([...gradient]).toEqual([0, 0, 0, 0]);
  });
});
