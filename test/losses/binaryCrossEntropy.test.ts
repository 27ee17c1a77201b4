import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binaryCrossEntropy, lossAtMeanLabel } from "../../lib/losses/logLoss.js";

const probability = fc.double({ min: 0, max: 1, noNaN: true });
const logit = fc.double({ min: -50, max: 50, noNaN: true });

describe("binaryCrossEntropy", () => {
  it("is the mean of log(1 + e^-2) and log(1 + e^2) for a coin", () => {
    const byHand = (Math.log(1 + Math.exp(-2)) + Math.log(1 + Math.exp(2))) / 2;
    expect(binaryCrossEntropy(0.5, 2)).toBeCloseTo(byHand, 14);
    expect(byHand).toBeCloseTo(1.1269280110429725, 12);
  });

  it("is the hard loss at the ends, also where it is tiny", () => {
    expect(binaryCrossEntropy(1, 40)).toBeCloseTo(Math.exp(-40), 30);
    expect(binaryCrossEntropy(0, 1000)).toBe(1000);
  });

  it("is linear in the label", () => {
    fc.assert(
      fc.property(probability, logit, (t, f) => {
        const chord = t * binaryCrossEntropy(1, f) + (1 - t) * binaryCrossEntropy(0, f);
        expect(Math.abs(binaryCrossEntropy(t, f) - chord)).toBeLessThanOrEqual(1e-12 * (1 + chord));
      }),
    );
  });

  it("has its least value, the entropy, at the logit of the label", () => {
    const entropy = -(0.8 * Math.log(0.8) + 0.2 * Math.log(0.2));
    expect(binaryCrossEntropy(0.8, Math.log(4))).toBeCloseTo(entropy, 14);
    expect(binaryCrossEntropy(0.8, Math.log(4) + 0.1)).toBeGreaterThan(entropy);
    expect(binaryCrossEntropy(0.8, Math.log(4) - 0.1)).toBeGreaterThan(entropy);
  });
});

describe("lossAtMeanLabel", () => {
  it("is log 2 for a coin, whatever the logit", () => {
    expect(lossAtMeanLabel(0.5, 2)).toBe(Math.LN2);
    expect(lossAtMeanLabel(0.5, -100)).toBe(Math.LN2);
  });

  it("is log(1 + exp(-0.8)) at eta = 0.7 and f = 2", () => {
    expect(lossAtMeanLabel(0.7, 2)).toBeCloseTo(Math.log(1 + Math.exp(-0.8)), 14);
  });

  it("is never above the soft cross-entropy: Jensen's inequality for the mean", () => {
    fc.assert(
      fc.property(probability, logit, (eta, f) => {
        expect(lossAtMeanLabel(eta, f)).toBeLessThanOrEqual(binaryCrossEntropy(eta, f) + 1e-12);
      }),
    );
  });

  it("falls without end as a right logit grows, so it is not a cross-entropy", () => {
    expect(lossAtMeanLabel(0.7, 10)).toBeLessThan(lossAtMeanLabel(0.7, 1));
    expect(lossAtMeanLabel(0.7, 100)).toBeLessThan(1e-15);
  });
});
