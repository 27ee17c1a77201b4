import { describe, expect, it } from "vitest";
import { distillationGradient, distillationTerm } from "../../lib/losses/distillationTerm.js";
import { classGolden } from "../support/classGolden.js";
import { expectRelativelyClose } from "../support/closeTo.js";
import { expectCloseWithin } from "../support/closeWithin.js";
import { numericalGradient } from "../support/gradient.js";

const teacher = [2, 0.5, -1];
const student = [-0.3, 0.4, 0.2];

describe("distillationTerm", () => {
  it.each(classGolden.losses)("agrees with SciPy, gradient included, case %#", (c) => {
    const { teacherLogits, logits, temperature } = c;
    const term = distillationTerm(teacherLogits, logits, { temperature });
    expectRelativelyClose([term], [c.distillation], 1e-12);
    const slopes = distillationGradient(teacherLogits, logits, { temperature });
    const tolerance = { relative: 1e-9, absolute: 1e-15 * temperature };
    expectCloseWithin(slopes, c.distillationGradient, tolerance);
  });

  it("is τ² log 2 for an even teacher and student", () => {
    expect(distillationTerm([0, 0], [0, 0], { temperature: 2 })).toBe(4 * Math.LN2);
    expect(distillationTerm([0, 0], [0, 0], { temperature: 2, rescale: false })).toBe(Math.LN2);
  });

  it("takes a temperature whose square overflows where nothing is multiplied by it", () => {
    const options = { temperature: 1e200, rescale: false };
    expect(distillationTerm([3, 0], [0, 0], options)).toBe(Math.LN2);
    expect([...distillationGradient([3, 0], [0, 0], options)]).toEqual([0, 0]);
  });
});

describe("distillationGradient", () => {
  it.each([1, 2, 5])("agrees with central differences at temperature %d", (temperature) => {
    for (const rescale of [true, false]) {
      const options = { temperature, rescale };
      const slopes = distillationGradient(teacher, student, options);
      const numeric = numericalGradient((z) => distillationTerm(teacher, z, options), student);
      numeric.forEach((slope, k) => {
        expect(Math.abs(slopes[k] - slope)).toBeLessThan(1e-8);
      });
    }
  });

  it("tends to the difference of the centred logits over d as the temperature grows", () => {
    const centred = (z: number[]) => z.map((v) => v - z.reduce((a, b) => a + b) / z.length);
    const limit = centred(student).map((v, k) => (v - centred(teacher)[k]) / 3);
    const slopes = distillationGradient(teacher, student, { temperature: 1e5 });
    slopes.forEach((slope, k) => {
      expect(Math.abs(slope - limit[k])).toBeLessThan(1e-4);
    });
  });

  it("without the factor shrinks by four where a high temperature doubles", () => {
    const lengthAt = (temperature: number) =>
      Math.hypot(...distillationGradient(teacher, student, { temperature, rescale: false }));
    expect(lengthAt(100) / lengthAt(200)).toBeCloseTo(4, 1);
  });
});
