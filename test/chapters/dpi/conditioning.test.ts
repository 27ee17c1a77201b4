import { describe, expect, it } from "vitest";
import { conditioning, constantTeacherProblem } from "../../../lib/chapters/dpi/conditioning.js";
import { entropy } from "../../../lib/information/entropy.js";
import { labelDistribution } from "../../../lib/information/labelDistribution.js";

const problems = [
  [2, -1, -1],
  [-1, 2, 2],
].map(constantTeacherProblem);
const { given, notGiven } = conditioning(problems);
const [first, second] = problems.map(({ eta }) => labelDistribution(eta).probabilities);
const ones = [0, 1, 1, 2, 1, 2, 2, 3];
const countsOf = (p: Float64Array) =>
  [0, 1, 2, 3].map((count) => p.reduce((sum, v, k) => sum + (ones[k] === count ? v : 0), 0));
const average = first.map((p, k) => (p + second[k]) / 2);

describe("conditioning", () => {
  it("gives the teacher the entropy of the number of ones, averaged over designs", () => {
    const expected = (entropy(countsOf(first)) + entropy(countsOf(second))) / 2;
    expect(given.teacher).toBeCloseTo(expected, 12);
  });

  it("obeys the inequality where the inputs are given", () => {
    expect(given.distilled).toBeLessThanOrEqual(given.teacher + 1e-12);
  });

  it("gives the teacher the entropy of the number of ones over all, where they are not", () => {
    expect(notGiven.teacher).toBeCloseTo(entropy(countsOf(average)), 12);
  });

  it("breaks the inequality where they are not: the student knows the number of ones and the design", () => {
    // I(y; count, design) = H(count, design) - H(design | y), the counts being a function of y.
    const both = [...countsOf(first), ...countsOf(second)].map((p) => p / 2);
    const designGivenLabels = average.reduce(
      (bits, p, k) => bits + p * entropy([first[k] / (2 * p), second[k] / (2 * p)]),
      0,
    );
    expect(notGiven.distilled).toBeCloseTo(entropy(both) - designGivenLabels, 12);
    expect(notGiven.distilled).toBeGreaterThan(notGiven.teacher + 0.5);
  });
});
