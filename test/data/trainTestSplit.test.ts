import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testSize, trainTestSplit } from "../../lib/data/trainTestSplit.js";
import { golden } from "../support/golden.js";
import { sha256 } from "../support/hash.js";

interface Golden {
  /** sizes: the n whose training set has another size than n, with that size; the first 40 of them. */
  short: { rows: number; sizes: [n: number, size: number][] }[];
  splits: { rows: number; n: number; seed: number; train: number[]; testHash: string }[];
}
const { short, splits } = golden<Golden>("trainTestSplit");

describe("trainTestSplit(rows, trainingExamples, seed)", () => {
  it.each(splits)("is scikit-learn's: $rows rows, n = $n, seed $seed", (expected) => {
    const { train, test } = trainTestSplit(expected.rows, expected.n, expected.seed);
    expect(Array.from(train)).toEqual(expected.train);
    expect(sha256(test)).toBe(expected.testHash);
  });

  it("gives every row to one side", () => {
    const args = fc
      .integer({ min: 2, max: 300 })
      .chain((rows) => fc.tuple(fc.constant(rows), fc.integer({ min: 1, max: rows - 1 })));
    fc.assert(
      fc.property(args, fc.nat(), ([rows, n], seed) => {
        const { train, test } = trainTestSplit(rows, n, seed);
        const sorted = Int32Array.of(...train, ...test).sort();
        expect(sorted).toEqual(Int32Array.from({ length: rows }, (_, i) => i));
        expect([n, n - 1]).toContain(train.length);
        expect(test.length).toBeGreaterThan(0);
      }),
      { seed: 3 },
    );
  });
});

describe("testSize(rows, trainingExamples)", () => {
  it.each(short)("of $rows rows trains on one fewer where scikit-learn does", ({ rows, sizes }) => {
    const last = sizes.length < 40 ? rows - 1 : sizes[sizes.length - 1][0];
    const found: [number, number][] = [];
    for (let n = 2; n <= last; n++) {
      const size = rows - testSize(rows, n);
      if (size !== n) found.push([n, size]);
    }
    expect(found).toEqual(sizes);
    for (const [n, size] of sizes) expect(size).toBe(n - 1);
  });

  it("is exact at the published training sizes", () => {
    for (const n of [10, 15, 20, 25, 30, 35, 40, 45]) expect(testSize(10_000, n)).toBe(10_000 - n);
  });

  it.each([0, 5])("refuses %d training examples of 5 rows", (n) =>
    expect(() => testSize(5, n)).toThrow(/^trainingExamples must .* from 1 to 4, got [05]$/),
  );

  it("always leaves a row to train on", () => {
    for (let rows = 2; rows < 2000; rows++) expect(testSize(rows, 1)).toBe(rows - 1);
  });
});
