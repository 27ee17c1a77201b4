import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { softmaxRows } from "../../lib/losses/softmax.js";

describe("softmaxRows", () => {
  it("gives 1/4 and 3/4 for logits log 3 apart, row by row", () => {
    const rows = softmaxRows([0, Math.log(3), 5 + Math.log(3), 5], 2);
    [0.25, 0.75, 0.75, 0.25].forEach((p, i) => {
      expect(rows[i]).toBeCloseTo(p, 15);
    });
  });

  it("takes roots of the odds: 9 to 1 at temperature 2 is 3 to 1", () =>
    expect(softmaxRows([Math.log(9), 0], 2, { temperature: 2 })[0]).toBeCloseTo(0.75, 15));

  it("is a distribution for any finite logits and temperature", () => {
    const logit = fc.double({ min: -1e300, max: 1e300, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(logit, { minLength: 3, maxLength: 3 }),
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        (z, temperature) => {
          const p = softmaxRows(z, 3, { temperature });
          expect(p.every((value) => value >= 0 && value <= 1)).toBe(true);
          expect(p[0] + p[1] + p[2]).toBeCloseTo(1, 12);
        },
      ),
    );
  });
});
