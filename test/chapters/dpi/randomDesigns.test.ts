import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareProblem,
  type DistillationProblem,
  studentLearner,
  teacherLearner,
} from "../../../lib/chapters/dpi/distillationProblem.js";
import {
  countQuadrants,
  randomDesignProblem,
  randomDesigns,
} from "../../../lib/chapters/dpi/randomDesigns.js";
import { labelDistribution } from "../../../lib/information/labelDistribution.js";
import {
  conditionalLabelInformation,
  labelInformation,
} from "../../../lib/information/labelInformation.js";
import { type Learner, optimaOf } from "../../../lib/information/optima.js";
import { seededStream } from "../../../lib/random/seededStream.js";
import { stated } from "../../support/claims.js";
import { cellsOf, printedBy } from "../../support/notebookText.js";

/** Informations are sums of at most 64 terms: rounding stays far below this. */
const ROUNDING = 1e-10;

/** I(y; mu), I(y; theta) and I(y; theta | mu) of any student. */
function chain(problem: DistillationProblem, student: Learner) {
  const labels = labelDistribution(problem.eta);
  const mu = optimaOf(labels, teacherLearner(problem));
  const theta = optimaOf(labels, student);
  const [ofMu, ofTheta] = [mu, theta].map((optima) => labelInformation(labels, optima));
  return {
    teacher: ofMu.information,
    student: ofTheta.information,
    beyond: conditionalLabelInformation(labels, theta, mu),
    noise: Math.max(ofMu.largestSameGap, ofTheta.largestSameGap),
  };
}

describe("the data-processing inequality: claim 5", () => {
  it("holds in 600 random designs, each a chain whose optima are told apart cleanly", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const problem = randomDesignProblem(seededStream(`dpi/${seed}`));
        const { teacher, student, beyond, noise } = chain(
          problem,
          studentLearner(problem, Infinity),
        );
        expect(teacher - student).toBeGreaterThanOrEqual(-ROUNDING);
        expect(beyond).toBeLessThanOrEqual(ROUNDING);
        expect(noise).toBeLessThan(1e-12);
      }),
      { numRuns: 600, seed: 5 },
    );
  });

  const violations = (studentOf: (problem: DistillationProblem) => Learner) => {
    const results = Array.from({ length: 100 }, (_, seed) => {
      const problem = randomDesignProblem(seededStream(`dpi/${seed}`));
      return chain(problem, studentOf(problem));
    });
    return results.filter(({ teacher, student }) => teacher - student < -ROUNDING).length;
  };

  it("claim 5: holds in all of the notebook's 400 designs and fails at alpha = 1 in as many as in fresh ones", () => {
    // What the notebook has computed is tested with the notebooks, byte for byte.
    const said = cellsOf("01-dpi").map(printedBy).join("\n");
    const below = said.matchAll(
      /at alpha (\S+) lost.* for (\d+) random designs: .* (\d+) below 0/g,
    );
    const found = new Set(Array.from(below, ([, ...numbers]) => numbers.join(" ")));
    const designs = stated(5, "designs");
    expect([...found]).toEqual([`∞ ${designs} 0`, `1 ${designs} ${stated(5, "failures")}`]);
    // 100 designs of other streams: the two shares of failures are 4 standard errors apart at most.
    const fresh = violations((problem) => studentLearner(problem, 1)) / 100;
    const share = stated(5, "failures") / designs;
    const error = Math.sqrt(share * (1 - share) * (1 / 100 + 1 / designs));
    expect(Math.abs(fresh - share)).toBeLessThan(4 * error);
    expect(fresh).toBeGreaterThan(0.2);
  });

  it("fails, as it must, for a student that peeks at the first label", () => {
    const peeking = (problem: DistillationProblem): Learner => {
      const honest = studentLearner(problem, Infinity);
      return (y) => [...Array.from(honest(y)), y[0]];
    };
    expect(violations(peeking)).toBeGreaterThan(20);
  });
});

describe("randomDesignProblem", () => {
  it("gives the same eta to equal inputs and stays within its ranges", () => {
    for (let seed = 0; seed < 50; seed++) {
      const { eta, teacher, student } = randomDesignProblem(seededStream(`ranges/${seed}`));
      expect(eta.length).toBeGreaterThanOrEqual(3);
      expect(eta.length).toBeLessThanOrEqual(6);
      expect(new Set(Array.from(eta)).size).toBeLessThanOrEqual(5);
      for (const p of Array.from(eta)) {
        expect(p).toBeGreaterThanOrEqual(0.05);
        expect(p).toBeLessThan(0.95);
      }
      for (const { features, l2 } of [teacher, student]) {
        expect(features.rows).toBe(eta.length);
        expect(features.columns).toBeLessThanOrEqual(3);
        expect([0.1, 1]).toContain(l2);
        for (const value of features.to1DArray()) expect(Number.isInteger(value)).toBe(true);
      }
    }
  });
});

describe("randomDesigns", () => {
  it("compares the named streams' problems, the same in every run", async () => {
    const counts: number[] = [];
    const results = await randomDesigns(3, (done) => void counts.push(done));
    expect(counts).toEqual([1, 2, 3]);
    const { mixed, ...comparison } = results[2];
    const problem = randomDesignProblem(seededStream("01-dpi/designs/2"));
    expect(comparison).toEqual(compareProblem(problem));
    expect(mixed).toBeCloseTo(chain(problem, studentLearner(problem, 1)).student, 12);
  });
});

describe("countQuadrants", () => {
  const of = (gain: number, cost: number) => ({
    student: 1,
    distilled: 1 + gain,
    studentLoss: 0.7,
    distilledLoss: 0.7 + cost,
  });

  it("puts each design into its quadrant, lower loss being better", () => {
    expect(
      countQuadrants([of(1, -0.1), of(1, 0.1), of(1, 0.2), of(-1, -0.1), of(-1, 0.1)]),
    ).toEqual({
      moreBetter: 1,
      moreWorse: 2,
      lessBetter: 1,
      lessWorse: 1,
      unchanged: 0,
    });
  });

  it("counts a design on an axis, up to rounding, as unchanged", () => {
    expect(countQuadrants([of(0, 0.1), of(1e-14, 0.1), of(1, 0), of(-1, 1e-15)]).unchanged).toBe(4);
  });
});
