import { expect } from "vitest";

/** Expects |actual - expected| <= relative · |expected| + absolute: for results that cancel to almost nothing. */
export function expectCloseWithin(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  { relative, absolute }: { relative: number; absolute: number },
): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs(actual[i] - expected[i]);
    const allowed = relative * Math.abs(expected[i]) + absolute;
    expect(difference, `element ${i}: ${actual[i]} against ${expected[i]}`).toBeLessThanOrEqual(
      allowed,
    );
  }
}
