import { mean } from "d3-array";
import { describe, expect, it } from "vitest";
import { alphaTrial } from "../../../lib/chapters/whatTransfers/alphaSweepTrial.js";
import {
  drawDesign,
  NARROW_DESIGN,
  POST_DESIGN,
} from "../../../lib/chapters/whatTransfers/designs.js";
import { LIMIT_NAMES, limitTrial } from "../../../lib/chapters/whatTransfers/limitTrial.js";
import { CONTENDERS, softeningTrial } from "../../../lib/chapters/whatTransfers/softeningTrial.js";
import { studentRisk } from "../../../lib/chapters/whatTransfers/studentRisk.js";
import { TARGET_NAMES, teacherTrial } from "../../../lib/chapters/whatTransfers/teacherTrial.js";
import { temperatureTrial } from "../../../lib/chapters/whatTransfers/temperatureTrial.js";
import { unlabelledTrial } from "../../../lib/chapters/whatTransfers/unlabelledTrial.js";
import { seededStream } from "../../../lib/random/seededStream.js";

const design = NARROW_DESIGN;
const rng = () => seededStream("test/transfer/0");
const softened = () => softeningTrial({ design, sizes: [20], epsilon: 0.9 }, rng());

describe("softeningTrial(parameters, rng)", () => {
  it("measures every contender at every size", () => {
    const values = softeningTrial({ design, sizes: [10, 20], epsilon: 0.5 }, rng());
    expect(Object.keys(values)).toEqual([
      "redrawn",
      ...[10, 20].flatMap((n) => CONTENDERS.map((name) => `${name}@${n}`)),
    ]);
  });

  it("has no loss below that of the best cubic", () => {
    const losses = Object.entries(softened()).filter(([key]) => key !== "redrawn");
    for (const [, loss] of losses) expect(loss).toBeGreaterThan(studentRisk(design).best);
  });

  it("without smoothing gives the student on hard labels, with all of it log 2", () => {
    const none = softeningTrial({ design, sizes: [20], epsilon: 0 }, rng());
    expect(none["smoothed@20"]).toBe(none["student@20"]);
    const all = softeningTrial({ design, sizes: [20], epsilon: 1 }, rng());
    expect(all["smoothed@20"]).toBeCloseTo(Math.LN2, 12);
  });
});

describe("alphaTrial(parameters, rng)", () => {
  const values = () => alphaTrial({ design, n: 20, alphas: [0, 1, Infinity] }, rng());

  it("joins the hard labels and the soft ones of the softening trial", () => {
    expect(values()["soft@0"]).toBe(softened()["student@20"]);
    expect(values()["soft@Infinity"]).toBe(softened()["soft@20"]);
    expect(values()["shuffled@Infinity"]).toBe(softened()["shuffled@20"]);
  });

  it("does not need a teacher at alpha 0", () => {
    expect(values()["shuffled@0"]).toBe(values()["soft@0"]);
    expect(values()["shuffled@1"]).not.toBe(values()["soft@1"]);
  });
});

describe("temperatureTrial(parameters, rng)", () => {
  const values = () => temperatureTrial({ design, n: 20, temperatures: [1, 30, 300] }, rng());

  it("has the hack of the softening trial", () => {
    expect(values().hack).toBe(softened()["hack@20"]);
  });

  it("comes to the hack with the square of the temperature", () => {
    expect(values()["gap@30"] / values()["gap@300"]).toBeCloseTo(100, 0);
    expect(values()["soft@300"]).toBeCloseTo(values().hack, 6);
    expect(Math.abs(values()["soft@1"] - values().hack)).toBeGreaterThan(1e-5);
  });
});

describe("teacherTrial(parameters, rng)", () => {
  const values = () => teacherTrial({ design, n: 20 }, rng());

  it("has the students of the softening trial", () => {
    expect(values()["hard.loss"]).toBe(softened()["student@20"]);
    expect(values()["sine.loss"]).toBe(softened()["soft@20"]);
  });

  it("has no error for the true probabilities and eta's distance for the labels", () => {
    expect(values()["bayes.error"]).toBe(0);
    // A label is at least 0.1 and at most 0.9 away from a probability in [0.1, 0.9].
    expect(values()["hard.error"]).toBeGreaterThan(0.01);
    expect(values()["hard.error"]).toBeLessThan(0.81);
    expect(Object.keys(values())).toHaveLength(3 * TARGET_NAMES.length);
  });

  it("measures the labels by their mean square from eta, and the objective of 0.1 x on them", () => {
    const { x, y } = drawDesign(design, rng(), 20).data;
    const examples = Array.from(x, (input, i) => ({ input, label: y[i] }));
    expect(values()["hard.error"]).toBeCloseTo(
      mean(examples, ({ input, label }) => (label - (0.5 + 0.4 * Math.sin(input))) ** 2) as number,
      14,
    );
    const negativeLogLikelihood = (z: number, label: number) =>
      -Math.log(1 / (1 + Math.exp(label ? -z : z)));
    expect(values()["hard.objective"]).toBeCloseTo(
      mean(examples, ({ input, label }) => negativeLogLikelihood(0.1 * input, label)) as number,
      14,
    );
  });
});

describe("limitTrial(parameters, rng)", () => {
  const values = () => limitTrial({ design, sizes: [20, 200] }, rng());

  it("measures the excess over the best cubic", () => {
    // The larger draw begins with the same inputs, not with the same labels, so only sizes of one draw compare.
    expect(Object.keys(values())).toHaveLength(2 * LIMIT_NAMES.length);
    for (const excess of Object.values(values())) expect(excess).toBeGreaterThan(0);
  });

  it("agrees with the softening trial on a training set of one size", () => {
    const { best } = studentRisk(design);
    const alone = limitTrial({ design, sizes: [20] }, rng());
    for (const name of ["student", "hack", "soft"]) {
      expect(alone[`${name}@20`]).toBe(softened()[`${name}@20`] - best);
    }
  });
});

describe("unlabelledTrial(parameters, rng)", () => {
  const values = () => unlabelledTrial({ design, n: 20, extra: [0, 300] }, rng());

  it("starts from the softening trial", () => {
    expect(values().student).toBe(softened()["student@20"]);
    expect(values()["soft@0"]).toBe(softened()["soft@20"]);
  });

  it("changes with further inputs, of which the first are kept", () => {
    expect(values()["soft@300"]).not.toBe(values()["soft@0"]);
    const fewer = unlabelledTrial({ design, n: 20, extra: [0, 300, 400] }, rng());
    expect(fewer["soft@300"]).toBe(values()["soft@300"]);
  });

  it("takes its inputs at the scale of the design", () => {
    const post = unlabelledTrial({ design: POST_DESIGN, n: 20, extra: [2000] }, rng());
    // Over ten periods the teacher's labels have no trend: with 2000 of them the cubic is nearly constant.
    expect(post["soft@2000"]).toBeLessThan(0.78);
  });
});
