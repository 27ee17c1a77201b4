import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { legacyPermutation } from "../../lib/random/legacyPermutation.js";
import { golden } from "../support/golden.js";
import { sha256 } from "../support/hash.js";
import { expectRefusal, type Refusal } from "../support/refusals.js";

const { permutations } = golden<{
  permutations: { seed: number; n: number; hash: string; first: number[] }[];
}>("numpyStreams");

describe("legacyPermutation(seed, n)", () => {
  it.each(permutations)("is NumPy's for seed $seed, n = $n", ({ seed, n, hash, first }) => {
    const order = legacyPermutation(seed, n);
    expect(Array.from(order.subarray(0, 5))).toEqual(first);
    expect(sha256(order)).toBe(hash);
  });

  it("holds every number from 0 to n - 1 once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.nat(300), (seed, n) => {
        const sorted = legacyPermutation(seed, n).sort();
        expect(sorted).toEqual(Int32Array.from({ length: n }, (_, i) => i));
      }),
      { seed: 1 },
    );
  });

  it("gives the same again whatever was drawn before", () => {
    const first = legacyPermutation(7, 1000);
    legacyPermutation(8, 13);
    expect(legacyPermutation(7, 1000)).toEqual(first);
  });

  const refusals: Refusal[] = [
    ["a negative seed", () => legacyPermutation(-1, 5), RangeError, /^seed .* got -1$/],
    ["a fractional seed", () => legacyPermutation(1.5, 5), RangeError, /^seed .* got 1\.5$/],
    ["NaN as a seed", () => legacyPermutation(Number.NaN, 5), RangeError, /^seed .* got NaN$/],
    ["a seed of 2^32", () => legacyPermutation(2 ** 32, 5), RangeError, /^seed .* got 4294967296$/],
    ["a negative n", () => legacyPermutation(0, -1), RangeError, /^n .* got -1$/],
    ["a fractional n", () => legacyPermutation(0, 2.5), RangeError, /^n .* got 2\.5$/],
    [
      "more than 2^31",
      () => legacyPermutation(0, 2 ** 31 + 1),
      RangeError,
      /^n .* from 0 to 2147483648, got 2147483649$/,
    ],
  ];
  it.each(refusals)("refuses %s", expectRefusal);
});
