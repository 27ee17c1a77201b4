import { describe, expect, it } from "vitest";
import { checkData, drawParts, type Table } from "../../../lib/chapters/yourOwn/problem.js";
import { seededStream } from "../../../lib/random/seededStream.js";

/** 20 rows of one class and 10 of another; the first column numbers the rows. */
const table = (): Table => ({
  name: "rows",
  classes: ["a", "b"],
  inputs: Array.from({ length: 30 }, (_, i) => [i, i % 3, 7]),
  labels: Array.from({ length: 30 }, (_, i) => (i < 20 ? 0 : 1)),
});

describe("drawParts", () => {
  it("splits a table class by class, three to one to one, no row in two parts", () => {
    const [train, validation, test] = drawParts(table(), seededStream("split"));
    const sizes = [train, validation, test].map(({ labels }) =>
      [0, 1].map((k) => labels.filter((label) => label === k).length),
    );
    expect(sizes).toEqual([
      [12, 6],
      [4, 2],
      [4, 2],
    ]);
    const seen = [train, validation, test].flatMap(({ inputs }) => inputs.map(([x]) => x));
    expect(new Set(seen).size).toBe(30);
  });

  it("scales by the training rows alone, and leaves what never changes at 0", () => {
    const [{ inputs }] = drawParts(table(), seededStream("scale"));
    for (const [j, square] of [1, 1, 0].entries()) {
      const column = inputs.map((row) => row[j]);
      expect(column.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 10);
      expect(column.reduce((sum, x) => sum + x * x, 0) / column.length).toBeCloseTo(square, 10);
    }
  });

  it("puts the training rows' mean, 0 once scaled, in the place of a missing number", () => {
    const gaps: Table = { ...table(), missing: "mean" };
    gaps.inputs = gaps.inputs.map(([x, y, z]) => [x % 4 === 0 ? NaN : x, y, z]);
    const parts = drawParts(gaps, seededStream("gaps"));
    const [{ inputs }] = parts;
    const zeros = parts.flatMap((part) => part.inputs.filter(([x]) => x === 0));
    expect(zeros).toHaveLength(8);
    expect(inputs.reduce((sum, [x]) => sum + x, 0)).toBeCloseTo(0, 10);
    expect(() => checkData(gaps)).not.toThrow();
    expect(() => checkData({ ...table(), inputs: gaps.inputs })).toThrow(
      "data.inputs[0][0] must be in",
    );
  });

  it("accepts true probabilities that rounding took past 1, and refuses rows that are none", () => {
    const data = (draw: () => number[][], truth: number[]) => ({
      name: "draws",
      classes: ["a", "b"],
      train: 4,
      validation: 4,
      test: 4,
      draw,
      truth: (inputs: readonly unknown[]) => inputs.map(() => truth),
    });
    const inputs = () => [[0], [1], [2], [3]];
    const parts = (given: ReturnType<typeof data>) => () =>
      drawParts(given, seededStream("rounding"));
    expect(parts(data(inputs, [0.5, 0.5 + 2e-16]))).not.toThrow();
    expect(parts(data(inputs, [0.5, 0.6]))).toThrow("data.truth(inputs)[0] must sum to 1, got 1.1");
    expect(parts(data(inputs, [1]))).toThrow("the probabilities in data.truth(inputs)[0] must be");
    expect(parts(data(() => [0, 1, 2, 3] as never, [0.5, 0.5]))).toThrow(
      "the numbers in data.draw(n)[0] must be",
    );
    expect(parts(data(() => [[0], [1], [2], [3, 4]], [0.5, 0.5]))).toThrow("data.draw(n)[3] must");
  });
});
