import { beforeAll, describe, expect, it } from "vitest";
import { networkClassifier, softmaxClassifier } from "../../../lib/chapters/yourOwn/classifiers.js";
import { kernelRidgeClassifier } from "../../../lib/chapters/yourOwn/kernelRidgeClassifier.js";
import { recipeOf } from "../../../lib/chapters/yourOwn/recipes.js";
import { distillationReport } from "../../../lib/chapters/yourOwn/report.js";
import { freshBuild } from "../../support/freshBuild.js";
import { cellTable } from "./cells.js";

beforeAll(freshBuild);

describe("distillationReport on workers", () => {
  it.each([
    ["softmax regressions", softmaxClassifier({ l2: 0.1 }), softmaxClassifier()],
    [
      "a network and kernel ridge regression",
      networkClassifier({ hidden: [3], epochs: 2 }),
      kernelRidgeClassifier({ bandwidth: 0.5 }),
    ],
  ])("gives the same report for 0, 1 and 2 of them: %s", async (_, teacher, student) => {
    const data = cellTable("workers", 40);
    const seen: number[] = [];
    const report = (workers: number) =>
      distillationReport(
        { data, teacher, student },
        { trials: 4, workers, onProgress: (done) => void seen.push(done) },
      );
    const here = await report(0);
    expect(await report(1)).toEqual(here);
    expect(await report(2)).toEqual(here);
    expect(seen.filter((done) => done === 4)).toHaveLength(3);
  });

  it("are for the library's own models: a changed copy runs here", () => {
    const own = { ...softmaxClassifier(), ridges: [1] };
    expect(recipeOf(own)).toBeUndefined();
    expect(recipeOf(softmaxClassifier({ features: (inputs) => inputs }))).toBeUndefined();
    expect(recipeOf(softmaxClassifier({ l2: 2 }))).toEqual({
      model: "softmax",
      options: { l2: 2 },
    });
  });

  it("stop when progress is refused", async () => {
    const report = distillationReport(
      {
        data: cellTable("stopped", 40),
        teacher: softmaxClassifier(),
        student: softmaxClassifier(),
      },
      {
        workers: 1,
        onProgress: () => {
          throw new Error("interrupted");
        },
      },
    );
    await expect(report).rejects.toThrow("interrupted");
  });
});
