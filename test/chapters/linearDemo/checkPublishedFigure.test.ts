import { describe, expect, it } from "vitest";
import { checkPublishedFigure } from "../../../lib/chapters/linearDemo/checkPublishedFigure.js";
import { gainingFigure } from "../../support/figures.js";
import { expectRefusal } from "../../support/refusals.js";

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

  it("refuses a mean that is too short", () =>
    expectRefusal(
      "two means for three sizes",
      checkAfter((result) => {
        result.curves.student.test.mean = new Float64Array(2);
      }),
      RangeError,
      /^result\.curves\.student\.test\.mean must have as many .* trainingExamples \(3\), got 2$/,
    ));

  it("refuses trials for fewer sizes", () =>
    expectRefusal(
      "two lists for three sizes",
      checkAfter((result) => {
        result.curves.teacher.train.trials.pop();
      }),
      RangeError,
      /^result\.curves\.teacher\.train\.trials must have as many .* trainingExamples \(3\), got 2$/,
    ));

  it.each(["student", "distilled"] as const)("refuses a trial fewer at one size of %s", (model) =>
    expectRefusal(
      "one loss fewer",
      checkAfter((result) => {
        const { trials } = result.curves[model].test;
        trials[1] = trials[1].slice(1);
      }),
      RangeError,
      RegExp(
        `^result\\.curves\\.${model}\\.test\\.trials\\[1\\] must have as many .* list of trials`,
      ),
    ),
  );

  it("refuses no trial at all", () =>
    expectRefusal(
      "no losses",
      checkAfter((result) => {
        result.curves.teacher.train.trials[0] = new Float64Array(0);
      }),
      RangeError,
      /^result\.curves\..*\.trials\[\d\] must /,
    ));

  it("refuses half a redrawn data set", () =>
    expectRefusal(
      "0.5",
      checkAfter((result) => {
        result.redrawn = 0.5;
      }),
      RangeError,
      /^result\.redrawn must be a whole number .* got 0\.5$/,
    ));

  it.each([Number.NaN, -0.1, 1e13])("refuses a loss of %d, naming its size and trial", (loss) =>
    expectRefusal(
      "no loss",
      checkAfter((result) => {
        result.curves.distilled.train.trials[2][1] = loss;
      }),
      RangeError,
      /^result\.curves\.distilled\.train\.trials\[2\]\[1\] must be in \[0, 1000000000000\], got /,
    ),
  );
});
