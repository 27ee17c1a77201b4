import { describe, expect, it } from "vitest";
import { runPostTrial } from "../../../lib/chapters/linearDemo/postExperiment.js";
import * as data from "../../../lib/data/index.js";
import * as losses from "../../../lib/losses/index.js";
import * as models from "../../../lib/models/index.js";
import * as random from "../../../lib/random/index.js";
import { golden } from "../../support/golden.js";
import { runCells } from "../../support/openCells.js";
import { published } from "../../support/published.js";
import { type FixtureKey, publishedFixture } from "../../support/publishedFixture.js";

const scope = { ...data, ...losses, ...models, ...random, console: { log() {} } };
const run = (ids: string[], names: string[]) => runCells("03-linear-demo", ids, scope, names);

describe("the post's experiment in the cells of 03-linear-demo", () => {
  it("fits the models that fitPostModels fits", () => {
    const { fitThree } = run(["open-fits"], ["fitThree"]);
    const training = data.postData(random.numpyRng(7), 20);
    expect(fitThree(training)).toEqual(models.fitPostModels(training));
  });

  it("gives runPostTrial's losses but for rounding", () => {
    const { trial } = run(["open-fits", "open-rows", "open-trial"], ["trial"]);
    const first = data.postData(random.numpyRng(1234), 10_000);
    const { student, distilled } = runPostTrial(first, { trainingExamples: 10 });
    const open = trial(first, 10);
    expect(open.student).toBeCloseTo(student.test, 12);
    expect(open.distilled).toBeCloseTo(distilled.test, 12);
  });

  it("gives publishedFigure's first points over 15 data sets, and converged Python's", () => {
    const { byHand } = run(["open-fits", "open-rows", "open-trial", "open-loop"], ["byHand"]);
    const python = golden<{ converged: Record<FixtureKey, number[]> }>("publishedFigure");
    for (const [k, model] of (["student", "distilled"] as const).entries()) {
      expect(byHand[k]).toBeCloseTo(published().curves[model].test.mean[0], 12);
      expect(byHand[k]).toBeCloseTo(python.converged[`${model}.test`][0], 12);
      expect(byHand[k]).toBeCloseTo(publishedFixture.converged[`${model}.test`][0], 7);
    }
  });
});
