import { describe, expect, it } from "vitest";
import { kernelRidgeClassifier } from "../../../lib/chapters/yourOwn/kernelRidgeClassifier.js";
import { seededStream } from "../../../lib/random/seededStream.js";

const rng = seededStream("kernel ridge classifier");

describe("kernelRidgeClassifier", () => {
  it("says, by hand, for two points: the mean and each point's residual, shrunk", () => {
    const learner = kernelRidgeClassifier({ bandwidth: 1, l2: 1 });
    const inputs = [
      [0, 0],
      [1, 1],
    ];
    learner.fit(
      inputs,
      [
        [1, 0],
        [0, 1],
      ],
      rng,
    );
    // Residuals ±1/2 are an eigenvector of [[1, k], [k, 1]] with eigenvalue 1 - k, k = exp(-1).
    const shrunk = (1 - Math.exp(-1)) / (2 - Math.exp(-1)) / 2;
    const [[first, second]] = learner.probabilities([[0, 0]]);
    expect(first).toBeCloseTo(0.5 + shrunk, 12);
    expect(second).toBeCloseTo(0.5 - shrunk, 12);
  });

  it("falls back to the classes' shares far away, and never goes below its floor", () => {
    const learner = kernelRidgeClassifier({ bandwidth: 0.5, l2: 1e-6 });
    learner.fit(
      [[0], [1], [2]],
      [
        [1, 0],
        [1, 0],
        [0, 1],
      ],
      rng,
    );
    expect(learner.probabilities([[1e3]])[0][0]).toBeCloseTo(2 / 3, 12);
    for (let x = -1; x < 4; x += 0.1) {
      const [p, q] = learner.probabilities([[x]])[0];
      expect(Math.min(p, q)).toBeGreaterThan(0.0009);
      expect(p + q).toBeCloseTo(1, 12);
    }
  });

  it("takes the ridge of an arm, on the same inputs and on others", () => {
    const learner = kernelRidgeClassifier();
    const inputs = [[0], [1]];
    const targets = [
      [1, 0],
      [0, 1],
    ];
    const said = (l2: number, at: number[][]) => {
      learner.fit(at, targets, rng, l2);
      return learner.probabilities([[0]])[0][0];
    };
    const tight = said(0.001, inputs);
    expect(tight).toBeGreaterThan(said(10, inputs));
    expect(said(0.001, [[1], [0]])).toBeCloseTo(1 - tight, 12);
  });

  it("refuses to answer before a fit", () => {
    expect(() => kernelRidgeClassifier().probabilities([[0]])).toThrow("must be fitted first");
  });
});
