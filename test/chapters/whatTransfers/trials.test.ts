import { mean } from "d3-array";
import { describe, expect, it } from "vitest";
import {
  drawDesign,
  NARROW_DESIGN,
  POST_DESIGN,
} from "../../../lib/chapters/whatTransfers/designs.js";
import { studentRisk } from "../../../lib/chapters/whatTransfers/studentRisk.js";
import {
  LIMIT_STUDENTS,
  SOFTENING_STUDENTS,
} from "../../../lib/chapters/whatTransfers/studyLines.js";
import {
  alphaTrial,
  limitTrial,
  softeningTrial,
  TARGETS,
  teacherTrial,
  temperatureTrial,
  unlabelledTrial,
} from "../../../lib/chapters/whatTransfers/trials.js";
import { seededStream } from "../../../lib/random/seededStream.js";

const design = NARROW_DESIGN;
const rng = () => seededStream("test/transfer/0");
const softened = () => softeningTrial({ design, sizes: [20], epsilon: 0.9 }, rng());

describe("softeningTrial(parameters, rng)", () => {
  it("measures every student at every size", () => {
    const values = softeningTrial({ design, sizes: [10, 20], epsilon: 0.5 }, rng());
    expect(Object.keys(values)).toEqual(
      [10, 20].flatMap((n) => SOFTENING_STUDENTS.map((name) => `${name}@${n}`)),
    );
  });

  it("has no loss below that of the best cubic", () => {
    for (const loss of Object.values(softened()))
      expect(loss).toBeGreaterThan(studentRisk(design).best);
  });

  it("without smoothing gives the student on hard labels, with all of it log 2", () => {
    const none = softeningTrial({ design, sizes: [20], epsilon: 0 }, rng());
    expect(none["smoothed@20"]).toBe(none["onLabels@20"]);
    const all = softeningTrial({ design, sizes: [20], epsilon: 1 }, rng());
    expect(all["smoothed@20"]).toBeCloseTo(Math.LN2, 12);
  });
});

describe("alphaTrial(parameters, rng)", () => {
  const values = () => alphaTrial({ design, n: 20, alphas: [0, 1, Infinity] }, rng());

  it("joins the hard labels and the soft ones of the softening trial", () => {
    expect(values()["distilled@0"]).toBe(softened()["onLabels@20"]);
    expect(values()["distilled@Infinity"]).toBe(softened()["distilled@20"]);
    expect(values()["shuffled@Infinity"]).toBe(softened()["shuffled@20"]);
  });

  it("does not need a teacher at alpha 0", () => {
    expect(values()["shuffled@0"]).toBe(values()["distilled@0"]);
    expect(values()["shuffled@1"]).not.toBe(values()["distilled@1"]);
  });
});

describe("temperatureTrial(parameters, rng)", () => {
  const values = () => temperatureTrial({ design, n: 20, temperatures: [1, 30, 300] }, rng());

  it("has the hack of the softening trial", () => {
    expect(values().logitMatching).toBe(softened()["logitMatching@20"]);
  });

  it("comes to the hack with the square of the temperature", () => {
    expect(values()["gap@30"] / values()["gap@300"]).toBeCloseTo(100, 0);
    expect(values()["distilled@300"]).toBeCloseTo(values().logitMatching, 6);
    expect(Math.abs(values()["distilled@1"] - values().logitMatching)).toBeGreaterThan(1e-5);
  });
});

describe("teacherTrial(parameters, rng)", () => {
  const values = () => teacherTrial({ design, n: 20 }, rng());

  it("has the students of the softening trial", () => {
    expect(values()["onLabels.loss"]).toBe(softened()["onLabels@20"]);
    expect(values()["sine.loss"]).toBe(softened()["distilled@20"]);
  });

  it("has no error for the true probabilities and eta's distance for the labels", () => {
    expect(values()["bayes.error"]).toBe(0);
    // A label is at least 0.1 and at most 0.9 away from a probability in [0.1, 0.9].
    expect(values()["onLabels.error"]).toBeGreaterThan(0.01);
    expect(values()["onLabels.error"]).toBeLessThan(0.81);
    expect(Object.keys(values())).toHaveLength(3 * TARGETS.length);
  });

  it("measures the labels by their mean square from eta, and the objective of 0.1 x on them", () => {
    const { x, y } = drawDesign(design, rng(), 20);
    const examples = Array.from(x, (input, i) => ({ input, label: y[i] }));
    expect(values()["onLabels.error"]).toBeCloseTo(
      mean(examples, ({ input, label }) => (label - (0.5 + 0.4 * Math.sin(input))) ** 2) as number,
      14,
    );
    const negativeLogLikelihood = (z: number, label: number) =>
      -Math.log(1 / (1 + Math.exp(label ? -z : z)));
    expect(values()["onLabels.objective"]).toBeCloseTo(
      mean(examples, ({ input, label }) => negativeLogLikelihood(0.1 * input, label)) as number,
      14,
    );
  });
});

describe("a trial with sizes out of order", () => {
  it("draws for the largest and measures each at its own size", () => {
    const rising = limitTrial({ design, sizes: [50, 100, 500] }, rng());
    const mixed = limitTrial({ design, sizes: [50, 500, 100] }, rng());
    expect(mixed).toEqual(rising);
    const extra = (list: number[]) => unlabelledTrial({ design, n: 20, extra: list }, rng());
    expect(extra([0, 300, 100])).toEqual(extra([0, 100, 300]));
  });
});

describe("limitTrial(parameters, rng)", () => {
  const values = () => limitTrial({ design, sizes: [20, 200] }, rng());

  it("measures the excess over the best cubic", () => {
    // The larger draw begins with the same inputs, not with the same labels, so only sizes of one draw compare.
    expect(Object.keys(values())).toHaveLength(2 * LIMIT_STUDENTS.length);
    for (const excess of Object.values(values())) expect(excess).toBeGreaterThan(0);
  });

  it("agrees with the softening trial on a training set of one size", () => {
    const { best } = studentRisk(design);
    const alone = limitTrial({ design, sizes: [20] }, rng());
    for (const name of ["onLabels", "logitMatching", "distilled"]) {
      expect(alone[`${name}@20`]).toBe(softened()[`${name}@20`] - best);
    }
  });
});

describe("unlabelledTrial(parameters, rng)", () => {
  const values = () => unlabelledTrial({ design, n: 20, extra: [0, 300] }, rng());

  it("starts from the softening trial", () => {
    expect(values().onLabels).toBe(softened()["onLabels@20"]);
    expect(values()["distilled@0"]).toBe(softened()["distilled@20"]);
  });

  it("changes with further inputs, of which the first are kept", () => {
    expect(values()["distilled@300"]).not.toBe(values()["distilled@0"]);
    const fewer = unlabelledTrial({ design, n: 20, extra: [0, 300, 400] }, rng());
    expect(fewer["distilled@300"]).toBe(values()["distilled@300"]);
  });

  it("takes its inputs at the scale of the design", () => {
    const post = unlabelledTrial({ design: POST_DESIGN, n: 20, extra: [2000] }, rng());
    // Over ten periods the teacher's labels have no trend: with 2000 of them the cubic is nearly constant.
    expect(post["distilled@2000"]).toBeLessThan(0.78);
  });
});
