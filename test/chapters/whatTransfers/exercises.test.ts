import { describe, expect, it } from "vitest";
import {
  drawDesign,
  NARROW_DESIGN,
  POST_DESIGN,
} from "../../../lib/chapters/whatTransfers/designs.js";
import { WHAT_TRANSFERS_EXERCISES } from "../../../lib/chapters/whatTransfers/exercises.js";
import { studentFeatures, studentRisk } from "../../../lib/chapters/whatTransfers/studentRisk.js";
import { judge } from "../../../lib/exercises/exercise.js";
import { sigmoid } from "../../../lib/losses/softplus.js";
import { sineFeatures } from "../../../lib/models/features.js";
import { decisionFunction } from "../../../lib/models/linearModel.js";
import { fitLogistic } from "../../../lib/models/logistic.js";
import { findExercise } from "../../../lib/notebook/exercises.js";
import { seededStream } from "../../../lib/random/seededStream.js";

/** Worked by hand; see each question in the notebook. */
const ANSWERS = [
  ["1", 0.44], // (1 + 1.2) / 5
  ["2", 3], // six parameters
  ["3a", 0.02], // half of .2 squared
  ["3b", 0.16], // V = .02, B = .25 times the same matrix; half the trace of four times .08
  ["4", 0.04], // an eighth against a half
  ["5", Math.log(2)],
  ["6", 0],
] as const;

describe("the exercises of 04-what-transfers", () => {
  it("are registered, one for each answer", () => {
    expect(WHAT_TRANSFERS_EXERCISES.map(({ id }) => id)).toEqual(
      [...ANSWERS.map(([number]) => number), "7"].map((number) => `04-what-transfers/${number}`),
    );
  });

  it.each(ANSWERS)("accept the right answer to %s, and nothing else", (number, answer) => {
    const exercise = findExercise(`04-what-transfers/${number}`);
    expect(judge(exercise, undefined)).toBe("not yet");
    expect(judge(exercise, answer)).toBe("right");
    expect(judge(exercise, answer + 0.01)).toBe("wrong");
    expect(judge(exercise, -1)).toBe("wrong");
    expect(judge(exercise, String(answer))).toBe("wrong");
    expect(exercise.hint).not.toContain(String(answer).slice(0, 4).concat(" "));
  });

  it("5: the student on completely smoothed labels says 1/2", () => {
    const data = drawDesign(POST_DESIGN, seededStream("test/exercise"), 20);
    const student = fitLogistic(studentFeatures(POST_DESIGN, data.x), Array(20).fill(0.5), {
      l2: 1,
    });
    expect(
      judge(findExercise("04-what-transfers/5"), studentRisk(POST_DESIGN).lossOf(student)),
    ).toBe("right");
  });

  it("6: a difference that comes out of the fits counts as right", () => {
    const data = drawDesign(NARROW_DESIGN, seededStream("test/exercise"), 200);
    const cubic = studentFeatures(NARROW_DESIGN, data.x);
    const more = cubic.clone().addColumn(sineFeatures(data.x));
    const taught = decisionFunction(fitLogistic(more, data.y), more).map(sigmoid);
    const [hard, soft] = [data.y, taught].map((targets) =>
      studentRisk(NARROW_DESIGN).lossOf(fitLogistic(cubic, targets)),
    );
    expect(judge(findExercise("04-what-transfers/6"), hard - soft)).toBe("right");
  });

  it("7: takes the loss of the mended cell, not that of the cell as it stands", () => {
    const stream = seededStream("04-what-transfers/one");
    const { x, y } = drawDesign(NARROW_DESIGN, stream, 45);
    const teacher = fitLogistic(sineFeatures(x), y, { l2: 1 });
    const T = decisionFunction(teacher, sineFeatures(x)).map(sigmoid);
    const order = stream.permutation(45);
    const lossOn = (taught: (i: number) => number) => {
      const mixed = Array.from(y, (label, i) => (label + taught(i)) / 2);
      const student = fitLogistic(studentFeatures(NARROW_DESIGN, x), mixed, {
        l2: NARROW_DESIGN.studentL2,
      });
      return studentRisk(NARROW_DESIGN).lossOf(student);
    };
    const exercise = findExercise("04-what-transfers/7");
    expect(
      judge(
        exercise,
        lossOn((i) => T[order[i]]),
      ),
    ).toBe("right");
    expect(
      judge(
        exercise,
        lossOn((i) => T[i]),
      ),
    ).toBe("wrong");
  });
});
