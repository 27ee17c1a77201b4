import fc from "fast-check";

/** Finite logits of `classes` classes within ±size. */
export const logitsOf = (classes: number, size = 30) =>
  fc.array(fc.double({ min: -size, max: size, noNaN: true }), {
    minLength: classes,
    maxLength: classes,
  });

/** Probabilities of `classes` classes that sum to 1 to rounding; zeros are common. */
export const distributionOf = (classes: number) =>
  fc
    .array(fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1, noNaN: true })), {
      minLength: classes,
      maxLength: classes,
    })
    .map((masses) => {
      const total = masses.reduce((sum, mass) => sum + mass, 0);
      return total > 0
        ? masses.map((mass) => mass / total)
        : masses.map((_, k) => (k === 0 ? 1 : 0));
    });

export const classCount = fc.integer({ min: 2, max: 8 });
