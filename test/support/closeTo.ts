import { expect } from "vitest";

/** Expects |actual - expected| <= tolerance · |expected|, element by element. */
export function expectRelativelyClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs(actual[i] - expected[i]);
    const allowed = tolerance * Math.abs(expected[i]);
    expect(difference, `element ${i}: ${actual[i]} against ${expected[i]}`).toBeLessThanOrEqual(
      allowed,
    );
  }
}
