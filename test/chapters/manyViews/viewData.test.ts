import { describe, expect, it } from "vitest";
import { drawViews } from "../../../lib/chapters/manyViews/viewData.js";
import { seededStream } from "../../../lib/random/seededStream.js";

const draw = (n: number, problem = {}) => drawViews(n, problem, seededStream("views"));

describe("drawViews", () => {
  const clean = draw(1000, { noise: 0, single: 0.5 });
  const { patches, dimensions, inputs, labels, shown } = clean;
  /** The strength of a coordinate in an example: each stands in one patch at most. */
  const strength = (i: number, coordinate: number) => {
    let sum = 0;
    for (let p = 0; p < patches; p++) sum += inputs[(i * patches + p) * dimensions + coordinate];
    return sum;
  };

  it("shows all views of the class at 0.8 to 1.2, or one of them and the other at 0.05 to 0.15", () => {
    for (let i = 0; i < labels.length; i++) {
      for (let v = 0; v < 2; v++) {
        const full = shown[i] < 0 || shown[i] === v;
        expect(strength(i, 2 * labels[i] + v)).toBeGreaterThanOrEqual(full ? 0.8 : 0.05);
        expect(strength(i, 2 * labels[i] + v)).toBeLessThan(full ? 1.2 : 0.15);
      }
    }
  });

  it("shows both views of two other classes at 0.12 to 0.4, and of no others", () => {
    for (let i = 0; i < labels.length; i++) {
      const others = Array.from({ length: 10 }, (_, c) => c).filter(
        (c) => c !== labels[i] && strength(i, 2 * c) > 0,
      );
      expect(others).toHaveLength(2);
      const elsewhere = Array.from({ length: dimensions }, (_, k) => k).filter(
        (k) => strength(i, k) !== 0 && Math.floor(k / 2) !== labels[i],
      );
      expect(elsewhere).toEqual(others.flatMap((c) => [2 * c, 2 * c + 1]));
      for (const k of elsewhere) {
        expect(strength(i, k)).toBeGreaterThanOrEqual(0.12);
        expect(strength(i, k)).toBeLessThan(0.4);
      }
    }
  });

  it("has every class, view and kind about equally often", () => {
    // 1000 draws with probability 1/10: standard deviation 9.5; with 1/2: 15.8; with 1/4: 13.7.
    for (let c = 0; c < 10; c++) {
      expect(Math.abs(labels.filter((label) => label === c).length - 100)).toBeLessThan(38);
    }
    expect(Math.abs(shown.filter((v) => v < 0).length - 500)).toBeLessThan(64);
    expect(Math.abs(shown.filter((v) => v === 0).length - 250)).toBeLessThan(55);
  });

  it("adds noise of the size asked for", () => {
    const noisy = draw(500, { noise: 0.05 });
    const spare = noisy.inputs.filter((_, k) => k % dimensions >= 20);
    const variance = spare.reduce((sum, z) => sum + z * z, 0) / spare.length;
    // 8000 squares: the standard error of their mean is 0.0025 · sqrt(2 / 8000) = 4e-5.
    expect(Math.abs(variance - 0.0025)).toBeLessThan(1.6e-4);
  });

  it("is the same for the same stream", () => expect(draw(5)).toEqual(draw(5)));
});
