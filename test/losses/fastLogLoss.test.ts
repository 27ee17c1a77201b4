import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decay, fastLogLoss } from "../../lib/losses/fastLogLoss.js";
import { logLoss, SKLEARN_CLIP } from "../../lib/losses/logLoss.js";
import { numpyRng } from "../../lib/random/numpyRng.js";

/** Rounding of 1 + exp(-size) costs a term up to 1.2e-16 absolutely, so small losses have that floor. */
function expectSameLoss(labels: number[], logits: number[], clip: number): void {
  const fast = fastLogLoss(Uint8Array.from(labels), Float64Array.from(logits), labels.length, clip);
  const slow = logLoss(labels, logits, { clip });
  expect(Math.abs(fast - slow), `${fast} against ${slow}`).toBeLessThanOrEqual(
    1e-12 * slow + 3e-16,
  );
}

describe("fastLogLoss(labels, logits, count, clip)", () => {
  it("is log 2 for logits of 0", () => {
    expect(fastLogLoss(Uint8Array.of(1, 0), Float64Array.of(0, 0), 2, 0)).toBeCloseTo(Math.LN2, 15);
  });

  it("looks at the first count examples alone", () => {
    const labels = Uint8Array.of(1, 1, 1);
    const logits = Float64Array.of(Math.log(3), 5, -700);
    expect(fastLogLoss(labels, logits, 1, 0)).toBeCloseTo(Math.log(4 / 3), 15);
  });

  const clip = fc.oneof(
    fc.constantFrom(0, SKLEARN_CLIP, 1e-300, 1e-17, 1e-3, 0.2, 0.4, 0.5),
    fc.double({ min: 0, max: 0.5, noNaN: true }),
  );
  const logit = fc.oneof(
    fc.double({ min: -5, max: 5, noNaN: true }),
    fc.double({ min: 35, max: 38, noNaN: true }),
    fc.double({ min: -38, max: -35, noNaN: true }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.constantFrom(0, -0, 36, 37, -36, -37, 36.04365338911715, 1e300, -1e300),
  );
  const example = fc.tuple(fc.integer({ min: 0, max: 1 }), logit);

  it("equals logLoss for any labels, logits and clip", () => {
    fc.assert(
      fc.property(fc.array(example, { minLength: 1, maxLength: 40 }), clip, (examples, c) => {
        expectSameLoss(
          examples.map(([label]) => label),
          examples.map(([, z]) => z),
          c,
        );
      }),
      { seed: 4, numRuns: 1000 },
    );
  });

  it("equals logLoss for single examples around the margins where terms change their form", () => {
    fc.assert(
      fc.property(example, clip, ([label, z], c) => expectSameLoss([label], [z], c)),
      { seed: 5, numRuns: 2000 },
    );
  });

  // Logits near 0 fill the product of factors of 2 within a thousand terms: it must not overflow.
  it.each([
    [0, 20],
    [0, 0.1],
    [SKLEARN_CLIP, 20],
    [SKLEARN_CLIP, 0.1],
    [1e-3, 20],
  ])("equals logLoss on 20000 examples, clip %f, logits of deviation %f", (c, spread) => {
    const rng = numpyRng(2);
    const logits = rng.normal(20_000).map((z) => spread * z);
    expectSameLoss(Array.from(rng.bernoulli(logits.map(() => 0.5))), Array.from(logits), c);
  });
});

describe("decay(size)", () => {
  it("is Math.exp(-size) to the last bit", () => {
    fc.assert(
      fc.property(fc.double({ min: 2 ** -28, max: 37, noNaN: true }), (size) => {
        expect(decay(size)).toBe(Math.exp(-size));
      }),
      { seed: 6, numRuns: 20000 },
    );
    for (const size of [0, 2 ** -30, Math.LN2 / 2, Math.LN2, 1.5 * Math.LN2, 36.5, 37])
      expect(decay(size)).toBe(Math.exp(-size));
  });
});
