import { describe, expect, it } from "vitest";
import { checkPublishedFigure } from "../../lib/experiments/checkPublishedFigure.js";
import { gainingFigure } from "../support/figures.js";
import { expectRefusal } from "../support/refusals.js";

/** The error that the check gives once `spoil` has been at a sound result. */
const checkAfter = (spoil: (result: ReturnType<typeof gainingFigure>) => void) => () => {
  const result = gainingFigure();
  spoil(result);
  checkPublishedFigure("result", result);
};

describe("checkPublishedFigure(name, result)", () => {
  it("takes a sound result", () => expect(checkAfter(() => {})).not.toThrow());

  it("refuses a training size that is none", () =>
    expectRefusal(
      "a size of 1.5",
      checkAfter((result) => {
        result.trainingExamples = [10, 1.5, 40];
      }),
      RangeError,
      /^result\.trainingExamples\[1\] must be a whole number .* got 1\.5$/,
    ));

  it("refuses curves without a model", () =>
    expectRefusal(
      "no teacher",
      checkAfter((result) => {
        result.curves = { ...result.curves, teacher: undefined as never };
      }),
      TypeError,
      /^result\.curves\.teacher must be an object, got undefined$/,
    ));

  it("refuses a mean that is too short", () =>
    expectRefusal(
      "two means for three sizes",
      checkAfter((result) => {
        result.curves.student.test.mean = new Float64Array(2);
      }),
      RangeError,
      /^result\.curves\.student\.test\.mean must have as many .* trainingExamples \(3\), got 2$/,
    ));

  it("refuses a loss that is not finite, naming its size and trial", () =>
    expectRefusal(
      "NaN",
      checkAfter((result) => {
        result.curves.distilled.train.trials[2][1] = Number.NaN;
      }),
      RangeError,
      /^result\.curves\.distilled\.train\.trials\[2\]\[1\] must be finite, got NaN$/,
    ));
});
