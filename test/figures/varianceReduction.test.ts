import { describe, expect, it } from "vitest";
import { counterexamplePath } from "../../lib/experiments/counterexamplePath.js";
import type { Estimate } from "../../lib/experiments/estimate.js";
import type { ScannedRatio } from "../../lib/experiments/inequalityScan.js";
import type { LossVariances } from "../../lib/experiments/lossVariances.js";
import type { ObjectiveErrors } from "../../lib/experiments/objectiveErrors.js";
import { counterexampleFigure } from "../../lib/figures/counterexampleFigure.js";
import { identityFigure } from "../../lib/figures/identityFigure.js";
import { jensenFigure } from "../../lib/figures/jensenFigure.js";
import { lossVariancesFigure } from "../../lib/figures/lossVariancesFigure.js";
import { noiseFloorFigure } from "../../lib/figures/noiseFloorFigure.js";
import { objectiveErrorsFigure } from "../../lib/figures/objectiveErrorsFigure.js";
import { objectiveSweepFigure } from "../../lib/figures/objectiveSweepFigure.js";
import { ratioFigure } from "../../lib/figures/ratioFigure.js";
import type { Figure } from "../../lib/figures/render.js";
import { varianceBarsFigure } from "../../lib/figures/varianceBarsFigure.js";

const about = (value: number, standardError = 0.01): Estimate => ({ value, standardError });
const errorsOf = (inputs: number, noise: number, bias: number): ObjectiveErrors => ({
  bias: about(Math.sqrt(bias / 20)),
  biasSquared: about(bias),
  betweenInputs: about(inputs),
  labelNoise: about(noise),
  variance: about(inputs + noise),
  meanSquare: about(inputs + noise + bias, 0.02),
  againstFirst: about(0),
});
const exact: LossVariances = {
  hard: 0.3,
  postFormula: 0.05,
  soft: 0.1,
  labelNoise: 0.2,
  mean: 0.8,
  postFormulaMean: 0.7,
};

/** Compares with the committed picture; an SVG in a notebook must stay below 60 kB. */
async function expectSnapshot(figure: Figure, name: string) {
  expect(figure.svg.length).toBeLessThan(60_000);
  await expect(figure.svg).toMatchFileSnapshot(`snapshots/${name}.svg`);
}

describe("jensenFigure", () => {
  it("draws curve, chord and gap, and says their values", async () => {
    const figure = jensenFigure(0.7, 2);
    // By hand: log(1 + e^2) - 0.7 · 2 and log(1 + e^-0.8).
    expect(figure.alt).toContain((Math.log(1 + Math.exp(2)) - 1.4).toFixed(3));
    expect(figure.alt).toContain(Math.log(1 + Math.exp(-0.8)).toFixed(3));
    await expectSnapshot(figure, "jensen");
  });

  it.each([
    [1.2, 2, /eta must be.*1\.2/],
    [0.5, Number.NaN, /f must be finite/],
  ])("refuses eta = %d, f = %d", (eta, f, message) => {
    expect(() => jensenFigure(eta, f)).toThrow(message);
  });
});

describe("ratioFigure", () => {
  const ratios: ScannedRatio[] = [10, 20].flatMap((trainingExamples) => [
    { model: "student", trainingExamples, ratio: 3 },
    { model: "teacher", trainingExamples, ratio: 6 + trainingExamples / 20 },
    { model: "distilled", trainingExamples, ratio: 3.2 },
  ]);

  it("draws a mark a function and says the smallest ratio", async () => {
    const figure = ratioFigure(ratios);
    expect(figure.alt).toContain("6 fitted functions");
    expect(figure.alt).toContain("smallest is 3.00");
    await expectSnapshot(figure, "ratio");
  });

  it("refuses an empty scan", () => {
    expect(() => ratioFigure([])).toThrow(/number of ratios.*got 0/);
  });
});

describe("counterexampleFigure", () => {
  it("draws both sides and says where they cross and where they end", async () => {
    const figure = counterexampleFigure(counterexamplePath([2, 0, -2, -4, -7, -10]));
    expect(figure.alt).toContain("mistake of 3.17");
    expect(figure.alt).toContain("21.65 against 20.18");
    await expectSnapshot(figure, "counterexample");
  });
});

describe("noiseFloorFigure", () => {
  it("draws the bound with what was built and found, and says the threshold", async () => {
    const figure = noiseFloorFigure([
      { noiseFloor: 0.05, possible: 0.842, built: 0.842, found: 0.98 },
      { noiseFloor: 0.2, possible: 2, built: 2, found: 2.2 },
    ]);
    expect(figure.alt).toContain("0.079");
    expect(figure.alt).toContain("1.125");
    await expectSnapshot(figure, "noise-floor");
  });
});

describe("varianceBarsFigure", () => {
  const bars = [
    { label: "first", betweenInputs: 0.1, labelNoise: 0.2, standardError: 0.01 },
    { label: "second", betweenInputs: 0.1, labelNoise: 0.05, biasSquared: 0.25 },
  ];

  it("stacks the parts and says them with their sum", async () => {
    const figure = varianceBarsFigure(bars, { xLabel: "variance (nats²)", digits: 2 });
    expect(figure.alt).toContain("first 0.30 ± 0.01 (inputs 0.10, label noise 0.20)");
    expect(figure.alt).toContain("second 0.40 (inputs 0.10, label noise 0.05, bias² 0.25)");
    await expectSnapshot(figure, "variance-bars");
  });

  it("grows with the number of bars", () => {
    const heightOf = (count: number) =>
      varianceBarsFigure(bars.slice(0, count), { xLabel: "x" }).height;
    expect(heightOf(2)).toBeGreaterThan(heightOf(1));
  });

  it.each([
    ["no bar", [], /number of bars.*got 0/],
    [
      "a negative part",
      [{ label: "bad", betweenInputs: -0.1, labelNoise: 0 }],
      /betweenInputs of bad.*-0\.1/,
    ],
  ])("refuses %s", (_, wrong, message) => {
    expect(() => varianceBarsFigure(wrong, { xLabel: "x" })).toThrow(message);
  });
});

describe("lossVariancesFigure", () => {
  it("draws hard labels, the post's formula and Bayes labels", async () => {
    const figure = lossVariancesFigure(exact);
    expect(figure.alt).toContain("hard labels 0.300 (inputs 0.100, label noise 0.200)");
    expect(figure.alt).toContain("post's formula 0.050");
    expect(figure.alt).toContain("Bayes labels 0.100");
    await expectSnapshot(figure, "loss-variances");
  });
});

describe("objectiveErrorsFigure", () => {
  const errors = {
    "hard labels": errorsOf(0.1, 0.2, 0),
    "Bayes labels": errorsOf(0.1, 0, 0),
    "sine teacher": errorsOf(-0.001, 0.05, 0.3),
  };

  it("draws a bar a labeller, a negative estimate as 0", async () => {
    const figure = objectiveErrorsFigure(errors);
    expect(figure.alt).toContain("hard labels 0.300 ± 0.020");
    expect(figure.alt).toContain("sine teacher 0.350 ± 0.020 (inputs 0.000");
    await expectSnapshot(figure, "objective-errors");
  });

  it("draws only the labels asked for, in their order", () => {
    const { alt } = objectiveErrorsFigure(errors, ["Bayes labels", "hard labels"]);
    expect(alt).not.toContain("sine teacher");
    expect(alt.indexOf("Bayes")).toBeLessThan(alt.indexOf("hard"));
  });
});

describe("objectiveSweepFigure", () => {
  it("draws hard and Bayes labels at their exact values and the others with a band", async () => {
    const at = (teacher: number) => [
      {
        "hard labels": errorsOf(0.1, 0.25, 0),
        "Bayes labels": errorsOf(0.12, 0, 0),
        "sine teacher": errorsOf(0.05, teacher, 0),
      },
    ];
    const sweep = { trainingExamples: [10, 40], errors: [at(0.1), at(0.02)] };
    const figure = objectiveSweepFigure(sweep, 0, exact);
    expect(figure.alt).toContain("hard labels 0.30 to 0.30");
    expect(figure.alt).toContain("Bayes labels 0.10 to 0.10");
    expect(figure.alt).toContain("sine teacher 0.15 to 0.07");
    await expectSnapshot(figure, "objective-sweep");
  });
});

describe("identityFigure", () => {
  const rows = [
    { label: "fixed", measured: about(0.2, 0.02), predicted: about(0.21) },
    { label: "fitted", measured: about(-0.3, 0.03), predicted: about(0.7, 0.02) },
  ];

  it("draws both sides of the identity and says them", async () => {
    const figure = identityFigure(rows);
    expect(figure.alt).toContain("fixed: measured 0.20 ± 0.02, predicted 0.21");
    expect(figure.alt).toContain("fitted: measured -0.30 ± 0.03, predicted 0.70");
    await expectSnapshot(figure, "identity");
  });

  it("refuses an empty list", () => {
    expect(() => identityFigure([])).toThrow(/number of rows.*got 0/);
  });
});
