import { describe, expect, it } from "vitest";
import { pinwheelData, pinwheelPopulation } from "../../../lib/chapters/setup/pinwheel.js";
import {
  alphaGains,
  pinwheelAlphaTrials,
} from "../../../lib/chapters/setup/pinwheelAlphaTrials.js";
import {
  distilStudent,
  fitPlaneTeacher,
  planeLoss,
} from "../../../lib/chapters/setup/planeClassifier.js";
import { seededStream } from "../../../lib/random/seededStream.js";

const options = { trials: 3, teacherExamples: 60, workers: 0 };

describe("pinwheelAlphaTrials", () => {
  it("gives a population loss for each alpha and trial, and the teacher's", async () => {
    const { losses, teacher, redrawn } = await pinwheelAlphaTrials(options);
    expect(losses.map((row) => row.length)).toEqual([3, 3, 3]);
    // No model can have less than the truth's 0.434.
    expect(Math.min(...losses.flatMap((row) => [...row]), ...teacher)).toBeGreaterThan(0.43);
    expect(redrawn).toBeGreaterThanOrEqual(0);
  });

  it("gives the student of alpha = 0 the same examples whatever the teacher has", async () => {
    const few = await pinwheelAlphaTrials({ ...options, teacherExamples: 30 });
    expect(few.losses[0]).toEqual((await pinwheelAlphaTrials(options)).losses[0]);
  });

  it("draws again where the student's labels lack a class", async () => {
    const sizes = { studentExamples: 3, teacherExamples: 30 };
    const tiny = await pinwheelAlphaTrials({ ...options, ...sizes, trials: 20 });
    expect(tiny.losses[0]).toHaveLength(20);
    expect(tiny.redrawn).toBeGreaterThan(20);
  });

  it("fits teacher and students with the ridge that it is told, on the examples that they share", async () => {
    const own = pinwheelData(seededStream("00-setup/alpha/0"), 30);
    expect(new Set(own.y).size).toBe(3);
    const population = pinwheelPopulation(60);
    const l2 = 5;
    const found = await pinwheelAlphaTrials({
      trials: 1,
      teacherExamples: 30,
      alphas: [1],
      l2,
      workers: 0,
    });
    const teacher = fitPlaneTeacher(own, { l2 });
    expect(found.teacher[0]).toBe(planeLoss(teacher, population));
    const student = distilStudent(own, teacher, 1, { l2 });
    expect(found.losses[0][0]).toBe(planeLoss(student, population));
    expect(found.redrawn).toBe(0);
  });

  it("teaches with the student's own examples and fresh ones after them", async () => {
    const rng = seededStream("00-setup/alpha/0");
    const own = pinwheelData(rng, 30);
    const more = pinwheelData(rng, 30);
    const join = (a: Float64Array, b: Float64Array) => Float64Array.from([...a, ...b]);
    const teacher = fitPlaneTeacher({
      x1: join(own.x1, more.x1),
      x2: join(own.x2, more.x2),
      y: Uint8Array.from([...own.y, ...more.y]),
    });
    const found = await pinwheelAlphaTrials({ ...options, trials: 1 });
    expect(found.teacher[0]).toBe(planeLoss(teacher, pinwheelPopulation(60)));
  });

  it("refuses a teacher with fewer examples than its student", async () => {
    await expect(pinwheelAlphaTrials({ teacherExamples: 29 })).rejects.toThrow(
      /teacherExamples.*from 30.*got 29/,
    );
  });
});

describe("alphaGains", () => {
  const result = {
    alphas: [0, Infinity],
    losses: [Float64Array.of(3, 5, 4), Float64Array.of(1, 1, 4)],
    teacher: new Float64Array(3),
    redrawn: 0,
  };

  it("are paired differences from the first alpha, with their standard error", () => {
    const [first, second] = alphaGains(result);
    expect(first).toMatchObject({ meanLoss: 4, gain: 0, standardError: 0, wins: 0, trials: 3 });
    expect(second).toMatchObject({ alpha: Infinity, meanLoss: 2, gain: 2, wins: 2 });
    // Differences 2, 4, 0: sample deviation 2, over √3.
    expect(second.standardError).toBeCloseTo(2 / Math.sqrt(3), 14);
  });
});
