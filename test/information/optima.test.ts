import { describe, expect, it } from "vitest";
import { labelDistribution } from "../../lib/information/labelDistribution.js";
import { type Learner, optimaOf, optimaWithProgress } from "../../lib/information/optima.js";

const labels = labelDistribution([0.5, 0.5, 0.5]);
const sum: Learner = (y) => [y[0] + y[1] + y[2]];

describe("optimaOf", () => {
  it("gives the learner's parameters for each label vector, by number", () => {
    const optima = optimaOf(labels, sum);
    expect(optima.map((optimum) => optimum?.[0])).toEqual([0, 1, 1, 2, 1, 2, 2, 3]);
  });

  it("never shows the learner a label vector that cannot occur", () => {
    const seen = new Set<string>();
    const optima = optimaOf(labelDistribution([1, 0.5, 0]), (y) => {
      seen.add(y.join(""));
      return [0];
    });
    expect(seen).toEqual(new Set(["100", "110"]));
    expect(optima.map((optimum) => optimum !== undefined)).toEqual([
      false,
      true,
      false,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it("does not share its label vectors with a learner that keeps them, nor keep the learner's own array", () => {
    const kept: Uint8Array[] = [];
    const answer = [0];
    const optima = optimaOf(labelDistribution([0.5]), (y) => {
      kept.push(y);
      answer[0] = y[0];
      return answer;
    });
    expect(kept.slice(0, 2).map((y) => y[0])).toEqual([0, 1]);
    expect(optima.map((optimum) => optimum?.[0])).toEqual([0, 1]);
  });

  it("says on which label vector the learner threw, and keeps its error as the cause", () => {
    const failure = new RangeError("no optimum here");
    const learner: Learner = (y) => {
      if (y.join("") === "010") throw failure;
      return sum(y);
    };
    expect(() => optimaOf(labels, learner)).toThrow(
      "the learner failed on the label vector 010: no optimum here",
    );
    try {
      optimaOf(labels, learner);
    } catch (error) {
      expect((error as Error).cause).toBe(failure);
    }
  });

  const atOnly =
    (name: string, answer: unknown): Learner =>
    (y) =>
      y.join("") === name ? (answer as number[]) : sum(y);
  it.each([
    ["NaN", atOnly("110", [Number.NaN]), RangeError, /finite numbers, got NaN.*vector 110/],
    ["infinity", atOnly("001", [-Infinity]), RangeError, /got -Infinity.*vector 001/],
    ["too many numbers", atOnly("111", [1, 2]), RangeError, /return 1 numbers, got 2.*vector 111/],
  ])("refuses a learner that returns %s, naming the label vector", (_, learner, kind, message) => {
    expect(() => optimaOf(labels, learner)).toThrow(kind);
    expect(() => optimaOf(labels, learner)).toThrow(message);
  });

  it("refuses a learner that is not a function of its labels", () => {
    let calls = 0;
    expect(() => optimaOf(labels, () => [calls++])).toThrow(/deterministic.*label vector 000/);
    const certain = labelDistribution([1, 0.5]);
    expect(() => optimaOf(certain, () => [0, calls++])).toThrow(/deterministic.*label vector 10$/);
  });
});

describe("optimaWithProgress", () => {
  it("gives what optimaOf gives and counts every label vector", async () => {
    const counts: number[] = [];
    const onProgress = (done: number) => void counts.push(done);
    expect(await optimaWithProgress(labels, sum, onProgress)).toEqual(optimaOf(labels, sum));
    expect(counts).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("stops when the onProgress objects", async () => {
    let calls = 0;
    const learner: Learner = (y) => {
      calls++;
      return sum(y);
    };
    const onProgress = () => Promise.reject(new Error("interrupted"));
    await expect(optimaWithProgress(labels, learner, onProgress)).rejects.toThrow("interrupted");
    expect(calls).toBe(1);
  });

  it("names the label vector of a failing learner, and refuses one that is not deterministic", async () => {
    const onProgress = () => {};
    const failing: Learner = () => {
      throw new Error("no");
    };
    await expect(optimaWithProgress(labels, failing, onProgress)).rejects.toThrow(/vector 000: no/);
    let calls = 0;
    await expect(optimaWithProgress(labels, () => [calls++], onProgress)).rejects.toThrow(
      /deterministic/,
    );
  });
});
