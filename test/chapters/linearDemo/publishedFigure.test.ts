import { describe, expect, it } from "vitest";
import { attainableLosses } from "../../../lib/chapters/linearDemo/attainableLossFigure.js";
import { runPostTrial } from "../../../lib/chapters/linearDemo/postExperiment.js";
import {
  type PublishedFigure,
  publishedFigure,
} from "../../../lib/chapters/linearDemo/publishedFigure.js";
import { postData } from "../../../lib/data/postData.js";
import { MODEL_NAMES } from "../../../lib/models/postModels.js";
import { numpyRng } from "../../../lib/random/numpyRng.js";
import { expectStated } from "../../support/claims.js";
import { golden } from "../../support/golden.js";
import { published } from "../../support/published.js";
import { type FixtureKey, publishedFixture } from "../../support/publishedFixture.js";

const SPLITS = ["train", "test"] as const;
const { redrawn } = golden<{
  redrawn: { seed: number; n: number; trials: number; redrawn: number }[];
}>("trial");

/** Every point of every curve against Python's, as relative differences. */
function differences(ours: PublishedFigure, python: Record<FixtureKey, number[]>) {
  return MODEL_NAMES.flatMap((name) =>
    SPLITS.flatMap((split) =>
      python[`${name}.${split}`].map((value, k) => ({
        at: `${name}, ${split}, n = ${ours.trainingExamples[k]}`,
        relative: Math.abs(ours.curves[name][split].mean[k] / value - 1),
      })),
    ),
  );
}

describe("publishedFigure(), the 48 published points", () => {
  it("has the published training sizes and 15 trials, none drawn again", () => {
    const { trainingExamples, curves, redrawn } = published();
    expect(trainingExamples).toEqual(publishedFixture.n);
    expect(redrawn).toBe(0);
    for (const name of MODEL_NAMES) {
      for (const split of SPLITS) {
        expect(curves[name][split].trials.map((trials) => trials.length)).toEqual(
          Array(8).fill(15),
        );
      }
    }
  });

  // scikit-learn's lbfgs stops up to 0.3 % from the student's optimum.
  it("agrees with scikit-learn to 0.5 %", () => {
    const found = differences(published(), publishedFixture.scikit_learn);
    expect(found).toHaveLength(48);
    for (const { at, relative } of found) expect(relative, at).toBeLessThan(0.005);
  });

  // "Converged" in Python is a gradient norm that leaves eight digits.
  it("agrees with converged fits in Python to 1e-6, and in fact to 1e-8", () => {
    const found = differences(published(), publishedFixture.converged);
    expect(found).toHaveLength(48);
    for (const { at, relative } of found) expect(relative, at).toBeLessThan(1e-8);
  });

  it("agrees with converged, unclipped fits in Python to 1e-8, without the clip", () => {
    const found = differences(published({ clip: 0 }), publishedFixture.converged_unclipped);
    expect(found).toHaveLength(48);
    for (const { at, relative } of found) expect(relative, at).toBeLessThan(1e-8);
  });

  it("has the mean of its trials as each point", () => {
    for (const name of MODEL_NAMES) {
      for (const split of SPLITS) {
        const { mean, trials } = published().curves[name][split];
        mean.forEach((value, k) => {
          expect(value).toBeCloseTo(trials[k].reduce((sum, loss) => sum + loss, 0) / 15, 13);
        });
      }
    }
  });
});

describe("publishedFigure() and the claims", () => {
  const loss = (name: (typeof MODEL_NAMES)[number], split: "train" | "test", clip?: number) =>
    published(clip === undefined ? {} : { clip }).curves[name][split];

  it("claim 4: on test sets the distilled model beats the student in 13 to 15 of 15 trials", () => {
    const wins = loss("student", "test").trials.map(
      (losses, k) => losses.filter((v, i) => v > loss("distilled", "test").trials[k][i]).length,
    );
    expectStated(4, "least", Math.min(...wins));
    expectStated(4, "most", Math.max(...wins));
    expectStated(4, "trials", loss("student", "test").trials[0].length);
  });

  it("claim 4: on training sets it loses at all 8 n, from .403 to .589 at n = 10", () => {
    const [student, distilled] = [loss("student", "train"), loss("distilled", "train")];
    student.mean.forEach((value, k) => {
      expect(value).toBeLessThan(distilled.mean[k]);
    });
    expectStated(4, "sizes", student.mean.length);
    const python = publishedFixture.converged;
    for (const [name, ours] of [
      ["student", student],
      ["distilled", distilled],
    ] as const) {
      expectStated(4, `${name}Train`, ours.mean[0]);
      expectStated(4, `${name}Train`, python[`${name}.train`][0]);
    }
  });

  it("the clip: the student's test loss at n = 10 is 3.25 with it, 4.75 without it", () => {
    expect(loss("student", "test").mean[0].toFixed(2)).toBe("3.25");
    expect(loss("student", "test", 0).mean[0].toFixed(2)).toBe("4.75");
  });

  it("claim 13: student and distilled model are above log 2 in every trial at every n", () => {
    expectStated(13, "constant", Math.log(2));
    expect(attainableLosses().constant).toBe(Math.log(2));
    for (const name of ["student", "distilled"] as const) {
      for (const losses of loss(name, "test").trials) {
        expectStated(13, "above", losses.filter((value) => value > Math.log(2)).length);
        expectStated(13, "trials", losses.length);
      }
    }
  });

  it("claim 13: the teacher stays between the best sine and log 2, and comes down with n", () => {
    const { mean } = loss("teacher", "test");
    const { sine, constant } = attainableLosses();
    mean.forEach((value, k) => {
      expect(value).toBeGreaterThan(sine);
      expect(value).toBeLessThan(constant);
      if (k > 0) expect(value).toBeLessThan(mean[k - 1]);
    });
  });
});

describe("publishedFigure(options)", () => {
  const small = { seed: 3, splitSeed: 9, trials: 2, trainingExamples: [30, 12] };

  it("is a loop of trials on the same data sets, in the order of the sizes given", () => {
    const { curves, trainingExamples } = published(small);
    expect(trainingExamples).toEqual([30, 12]);
    const rng = numpyRng(3);
    for (let i = 0; i < 2; i++) {
      const data = postData(rng, 10_000);
      for (const [k, n] of trainingExamples.entries()) {
        const trial = runPostTrial(data, { trainingExamples: n, splitSeed: 9 });
        for (const name of MODEL_NAMES) {
          for (const split of SPLITS) {
            expect(curves[name][split].trials[k][i]).toBe(trial[name][split]);
          }
        }
      }
    }
  });

  it("gives the same again", () => {
    expect(publishedFigure(small)).toEqual(published(small));
  });

  it("begins longer runs with the trials of shorter ones", () => {
    const longer = published({ ...small, trials: 3 });
    expect(longer.curves.student.test.trials[0].subarray(0, 2)).toEqual(
      published(small).curves.student.test.trials[0],
    );
  });

  it.each(redrawn)(
    "draws again and counts data sets whose training set has one class: seed $seed, n = $n",
    (c) => {
      const result = published({ seed: c.seed, trainingExamples: [c.n], trials: c.trials });
      expect(result.redrawn).toBe(c.redrawn);
      expect(result.curves.student.test.trials[0]).toHaveLength(c.trials);
      expect(result.curves.student.test.mean[0]).toBeGreaterThan(0);
    },
  );

  it("judges by the smallest training set, wherever it stands in the list", () => {
    const [first, last] = [
      [5, 40],
      [40, 5],
    ].map((trainingExamples) => published({ trainingExamples }));
    expect(last.redrawn).toBe(first.redrawn);
    expect(first.redrawn).toBeGreaterThan(0);
    expect(last.curves.student.test.trials[1]).toEqual(first.curves.student.test.trials[0]);
  });
});
