import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { legacyPermutation } from "../../lib/random/legacyPermutation.js";
import { golden } from "../support/golden.js";
import { sha256 } from "../support/hash.js";
import { expectRefusal } from "../support/refusals.js";

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

  it.each([
    ["seed", 2 ** 32, 3],
    ["seed", -1, 3],
    ["n", 0, -1],
    ["n", 0, 1.5],
  ])("refuses a %s that NumPy refuses: (%d, %d)", (name, seed, n) =>
    expectRefusal(name, () => legacyPermutation(seed, n), RangeError, new RegExp(`^${name} must`)),
  );
});
