import { describe, expect, it } from "vitest";
import { openClassroom } from "../../../lib/chapters/selfDistillation/classroom.js";
import { digitExam, type Score } from "../../../lib/chapters/selfDistillation/digitExam.js";
import {
  FEW_LABELS,
  NOISY_LABELS,
  SAME_SIZE,
  SMALL_STUDENT,
} from "../../../lib/chapters/selfDistillation/digitStudies.js";
import {
  armValues,
  compareArms,
  type DigitStudy,
  runDigitStudy,
} from "../../../lib/chapters/selfDistillation/digitStudy.js";
import { studyTable } from "../../../lib/chapters/selfDistillation/digitTable.js";
import { scanSettings } from "../../../lib/chapters/selfDistillation/scanSettings.js";

const score = (errorRate: number, logLoss = 1): Score => ({
  errorRate,
  logLoss,
  calibratedLogLoss: 0.5,
});
const result = [
  { plain: score(5), self: score(8) },
  { plain: score(7), self: score(8) },
];

describe("compareArms", () => {
  it("pairs trials: +3 and +1 are 2 ± 1", () => {
    const { difference, trials } = compareArms(result, "errorRate", "self", "plain");
    expect(difference).toMatchObject({ value: 2, standardError: 1, count: 2, wins: 2 });
    expect([...trials]).toEqual([3, 1]);
  });

  it("refuses an arm that is not there and a single trial", () => {
    expect(() => armValues(result, "errorRate", "teacher" as never)).toThrow(
      /plain, self, got "teacher"/,
    );
    expect(() => compareArms(result.slice(0, 1), "errorRate", "self", "plain")).toThrow(
      /at least 2/,
    );
  });
});

describe("studyTable", () => {
  it("lists means and differences to plain", () => {
    const [plain, self] = studyTable(result, (arm) => arm.toUpperCase());
    expect(plain).toMatchObject({ arm: "PLAIN", "error %": "6.00", "minus plain": "–" });
    expect(self).toMatchObject({ arm: "SELF", "error %": "8.00", "minus plain": "2.00 ± 1.00" });
  });
});

describe("runDigitStudy", () => {
  const studies: [string, DigitStudy<string>][] = [
    ["SAME_SIZE", SAME_SIZE],
    ["SMALL_STUDENT", SMALL_STUDENT],
    ["NOISY_LABELS", NOISY_LABELS],
    ["FEW_LABELS", FEW_LABELS],
  ];

  it.each(studies)(
    "trains as many networks as %s says, and grades every arm",
    async (_, study) => {
      const done: number[] = [];
      const trials = await runDigitStudy(study, {
        seeds: 1,
        effort: 0.04,
        exam: "validation",
        onProgress: (k) => void done.push(k),
      });
      expect(done).toEqual(Array.from({ length: study.networks }, (_, k) => k + 1));
      for (const { errorRate, logLoss, calibratedLogLoss } of Object.values(trials[0])) {
        expect(errorRate).toBeGreaterThan(0);
        expect(errorRate).toBeLessThan(90);
        expect(logLoss).toBeGreaterThan(0);
        expect(calibratedLogLoss).toBeLessThan(logLoss + 1e-9);
      }
    },
    30_000,
  );

  it("gives the same scores again", async () => {
    const run = () => runDigitStudy(FEW_LABELS, { seeds: 1, effort: 0.04, exam: "validation" });
    expect(await run()).toEqual(await run());
  }, 30_000);

  it("stops where the callback throws, as an interrupt does", async () => {
    const onNetwork = () => {
      throw new Error("interrupted after 1 of 8 networks");
    };
    const run = runDigitStudy(FEW_LABELS, { seeds: 1, effort: 0.02, onProgress: onNetwork });
    await expect(run).rejects.toThrow("interrupted after 1");
  });

  it("refuses no seed", async () => {
    await expect(runDigitStudy(FEW_LABELS, { seeds: 0 })).rejects.toThrow(/seeds.*got 0/);
  });
});

describe("scanSettings", () => {
  it("gives the same score for the same setting and a worse one for next to no learning", async () => {
    const [a, b, c] = await scanSettings([{}, {}, { learningRate: 1e-9 }], {
      examples: 200,
      effort: 0.2,
      seeds: 1,
    });
    expect(a).toEqual(b);
    expect(c.errorRate).toBeGreaterThan(a.errorRate + 20);
  });

  it("trains a network for each setting and seed, and gives the means over the seeds", async () => {
    let trained = 0;
    const onNetwork = () => void trained++;
    const options = { examples: 20, effort: 0.05, onNetwork };
    const scores = await scanSettings([{}, { l2: 1 }], { ...options, seeds: 2 });
    expect(trained).toBe(4);
    const exam = digitExam("validation");
    const gradeOf = async (seed: number) => {
      const room = openClassroom("settings", seed, { examples: 20, effort: 0.05, exam });
      return room.grade(await room.learn("plain", room.targets, { l2: 1 }));
    };
    const [a, b] = [await gradeOf(0), await gradeOf(1)];
    expect(scores[1].errorRate).toBeCloseTo((a.errorRate + b.errorRate) / 2, 12);
    expect(scores[1].logLoss).toBeCloseTo((a.logLoss + b.logLoss) / 2, 12);
    expect(scores[1].calibratedLogLoss).toBeCloseTo(
      (a.calibratedLogLoss + b.calibratedLogLoss) / 2,
      12,
    );
  });

  it("refuses no setting", async () => {
    await expect(scanSettings([], { examples: 9, seeds: 1 })).rejects.toThrow(
      /settings must not be empty/,
    );
  });
});
