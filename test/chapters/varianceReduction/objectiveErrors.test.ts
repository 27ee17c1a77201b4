import { beforeAll, describe, expect, it } from "vitest";
import { lossVariances } from "../../../lib/chapters/varianceReduction/lossVariances.js";
import {
  type ObjectiveErrors,
  objectiveErrors,
} from "../../../lib/chapters/varianceReduction/objectiveErrors.js";
import {
  hardLabels,
  LABELLERS,
  type SoftLabeller,
} from "../../../lib/chapters/varianceReduction/softLabellers.js";
import { finitePopulation, normalPopulation } from "../../../lib/data/population.js";
import { seededStream } from "../../../lib/random/seededStream.js";
import { expectStated, stated } from "../../support/claims.js";
import { golden } from "../../support/golden.js";

interface Study {
  bias: number;
  biasError: number;
  meanSquare: number;
  meanSquareError: number;
}
const {
  teachers,
  kernelExcess,
  line: exact,
} = golden<{
  teachers: Record<string, [Study, Study]>;
  kernelExcess: { value: number; standardError: number };
  line: { hard: number; soft: number };
}>("variance");
const NAMES = {
  hard: "hard labels",
  bayes: "Bayes labels",
  sine: "sine teacher",
  harmonics: "6 harmonics",
  kernel: "kernel smoother",
};

const line = (x: number) => 0.1 * x;
const wave = (x: number) => 2 * Math.sin(x);
let errors: Record<string, ObjectiveErrors>[];
beforeAll(async () => {
  const options = { n: 20, inputSets: 1500, rng: seededStream("test/objective") };
  errors = await objectiveErrors(normalPopulation(), [line, wave], LABELLERS, options);
});

describe("objectiveErrors at n = 20 on the post's data", () => {
  it.each(Object.entries(NAMES))("agrees with NumPy within 4 standard errors: %s", (key, name) => {
    teachers[key].forEach((study, p) => {
      const { bias, meanSquare } = errors[p][name];
      const biasError = Math.hypot(bias.standardError, study.biasError);
      expect(Math.abs(bias.value - study.bias)).toBeLessThan(4 * biasError);
      const error = Math.hypot(meanSquare.standardError, study.meanSquareError);
      expect(Math.abs(meanSquare.value - study.meanSquare)).toBeLessThan(4 * error);
    });
  });

  it("splits the variance of hard and Bayes labels into the exact parts, within 4 standard errors", () => {
    [line, wave].forEach((f, p) => {
      const exact = lossVariances(normalPopulation(), f);
      for (const name of ["hard labels", "Bayes labels"]) {
        const { betweenInputs, labelNoise, bias } = errors[p][name];
        const noise = name === "hard labels" ? exact.labelNoise : 0;
        const within = (e: { value: number; standardError: number }, truth: number) =>
          expect(Math.abs(e.value - truth)).toBeLessThanOrEqual(4 * e.standardError);
        within(betweenInputs, exact.soft);
        within(labelNoise, noise);
        within(bias, 0);
      }
    });
  });

  it("claim 17: the ledger's hard and Bayes labels are SciPy's integrals", () => {
    expectStated(17, "hard", exact.hard);
    expectStated(17, "bayes", exact.soft);
  });

  // The ledger has the notebook's run of 3000 sets of inputs, NumPy's run has its own error; ours stands for both.
  it.each([
    ["sine", "sine teacher"],
    ["harmonics", "6 harmonics"],
  ] as const)("claim 17: the ledger's %s is NumPy's, within 4 standard errors", (key, name) => {
    const [{ meanSquare, meanSquareError }] = teachers[key];
    const error = Math.hypot(meanSquareError, errors[0][name].meanSquare.standardError);
    expect(Math.abs(stated(17, key) - meanSquare)).toBeLessThan(4 * error);
  });

  it("claim 3: the teacher's labels vary less than y at the line, and are biased at the wave", () => {
    expectStated(3, "hard", exact.hard);
    expect(stated(3, "sine")).toBe(stated(17, "sine"));
    const { variance } = errors[0]["sine teacher"];
    expect(variance.value + 4 * variance.standardError).toBeLessThan(stated(3, "hard"));
    const { bias } = errors[1]["sine teacher"];
    expect(Math.abs(bias.value)).toBeGreaterThan(4 * bias.standardError);
  });

  it("orders the teachers at the line as claim 17 does", () => {
    const of = (name: string) => errors[0][name].againstFirst;
    const clearlyBelow = (name: string) =>
      expect(of(name).value + 4 * of(name).standardError).toBeLessThan(0);
    clearlyBelow("sine teacher");
    clearlyBelow("Bayes labels");
    clearlyBelow("6 harmonics");
    const { variance } = errors[0]["sine teacher"];
    const bayes = lossVariances(normalPopulation(), line).soft;
    expect(variance.value + 4 * variance.standardError).toBeLessThan(bayes);
  });

  it("finds the kernel smoother worse than hard labels by 0.0007 only, as the exact label average does", () => {
    const { value, standardError } = errors[0]["kernel smoother"].againstFirst;
    const error = Math.hypot(standardError, kernelExcess.standardError);
    expect(Math.abs(value - kernelExcess.value)).toBeLessThan(4 * error);
    expect(kernelExcess.value).toBeGreaterThan(4 * kernelExcess.standardError);
    expect(value).toBeLessThan(0.005);
  });

  it("finds the sine teacher biased at the wave, and there worse than hard labels", () => {
    const { bias, againstFirst, variance } = errors[1]["sine teacher"];
    expect(bias.value).toBeGreaterThan(20 * bias.standardError);
    expect(againstFirst.value).toBeGreaterThan(4 * againstFirst.standardError);
    expect(variance.value).toBeLessThan(errors[1]["hard labels"].variance.value / 2);
  });

  it("has parts that add up: bias² + inputs + label noise = mean square", () => {
    for (const parts of errors.flatMap((row) => Object.values(row))) {
      const { biasSquared, betweenInputs, labelNoise, variance, meanSquare } = parts;
      expect(betweenInputs.value + labelNoise.value).toBeCloseTo(variance.value, 12);
      expect(biasSquared.value + variance.value).toBeCloseTo(meanSquare.value, 12);
    }
  });
});

describe("objectiveErrors in general", () => {
  const coin = finitePopulation([1], [0.5]);
  const run = (labellers: Record<string, SoftLabeller>, inputSets = 2000) =>
    objectiveErrors(coin, [() => 2], labellers, { n: 4, inputSets, rng: seededStream("coin") });

  it("sees a constant wrong label as bias and nothing else", async () => {
    const wrong: SoftLabeller = ({ y }) => Array.from(y, () => 0.75);
    const { bias, variance } = (await run({ wrong }, 10))[0].wrong;
    // The objective is log(1 + e²) - 0.75 · 2 instead of log(1 + e²) - 0.5 · 2.
    expect(bias.value).toBeCloseTo(-0.5, 12);
    expect(variance.value).toBeCloseTo(0, 12);
  });

  it("gives, for two training inputs with two label vectors each, the parts that a hand finds", async () => {
    // A labeller of t has the error 1 - 2 t here; these have 1 and 0 at the first inputs, -1 and 1/2 at the second.
    const says = [0, 0.5, 1, 0.25];
    const turn = says.values();
    const four: SoftLabeller = ({ y }) => Array(y.length).fill(turn.next().value);
    const half: SoftLabeller = ({ y }) => Array(y.length).fill(0.25);
    const options = { n: 2, inputSets: 2, rng: seededStream("by hand") };
    const [parts] = await objectiveErrors(coin, [() => 2], { half, four }, options);
    const near = (part: { value: number }, value: number) =>
      expect(part.value).toBeCloseTo(value, 12);
    near(parts.four.bias, 1 / 8);
    // Means of 1/2 and -1/4: their deviation is 3/4 over √2, the error of their mean half of 3/4.
    expect(parts.four.bias.standardError).toBeCloseTo(3 / 8, 12);
    near(parts.four.biasSquared, 2 / 64);
    expect(parts.four.biasSquared.standardError).toBeCloseTo((2 * 2 * 3) / 64, 12);
    near(parts.four.betweenInputs, 2 * (((7 / 8) * (-1 / 8) + (-9 / 8) * (3 / 8)) / 2));
    near(parts.four.labelNoise, 2 * ((1 / 2 + 9 / 8) / 2));
    near(parts.four.variance, 2 * ((49 + 1 + 81 + 9) / 64 / 4));
    near(parts.four.meanSquare, 2 * ((1 + 0 + 1 + 1 / 4) / 4));
    near(parts.four.againstFirst, 2 * ((1 + 0 + 1 + 1 / 4) / 4 - 1 / 4));
    near(parts.half.againstFirst, 0);
  });

  it("finds no variance between inputs where there is one input", async () => {
    const { betweenInputs, labelNoise } = (await run({ hard: hardLabels }))[0].hard;
    expect(Math.abs(betweenInputs.value)).toBeLessThan(4 * betweenInputs.standardError);
    // n · Var = eta (1 - eta) f² = 1.
    expect(Math.abs(labelNoise.value - 1)).toBeLessThan(4 * labelNoise.standardError);
  });

  it("tells its progress after each set of inputs", async () => {
    const told: number[] = [];
    const onProgress = (done: number) => void told.push(done);
    const options = { n: 2, inputSets: 3, rng: seededStream("told"), onProgress };
    await objectiveErrors(coin, [() => 1], { hard: hardLabels }, options);
    expect(told).toEqual([1, 2, 3]);
  });
});
