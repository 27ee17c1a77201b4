import { describe, expect, it } from "vitest";
import { NARROW_DESIGN, POST_DESIGN } from "../../../lib/chapters/whatTransfers/designs.js";
import { limitFigure, plateauFigure } from "../../../lib/chapters/whatTransfers/limitFigures.js";
import {
  alphaFigure,
  softeningFigure,
  unlabelledFigure,
} from "../../../lib/chapters/whatTransfers/lossFigures.js";
import {
  LIMIT_STUDENTS,
  SOFTENING_STUDENTS,
} from "../../../lib/chapters/whatTransfers/studyLines.js";
import { teacherFigure } from "../../../lib/chapters/whatTransfers/teacherFigure.js";
import { temperatureFigure } from "../../../lib/chapters/whatTransfers/temperatureFigure.js";
import { transferFitsFigure } from "../../../lib/chapters/whatTransfers/transferFitsFigure.js";
import { TARGETS } from "../../../lib/chapters/whatTransfers/trials.js";
import type { Figure } from "../../../lib/plotting/render.js";
import { expectStandalone, textsOf } from "../../support/svg.js";

/** Two made-up trials around `middle`, so that there is a band. */
const around = (middle: number) => Float64Array.of(middle * 0.97, middle * 1.03);

const limitResult = Object.fromEntries(
  LIMIT_STUDENTS.flatMap((name, i) =>
    [50, 500, 5000].map((n) => [`${name}@${n}`, around((4 - i) / n)]),
  ),
);
const constants = {
  onLabels: { bias: 0, constant: 4 },
  logitMatching: { bias: 0.0123, constant: 3 },
  distilled: { bias: 0, constant: 2 },
  onTrueEta: { bias: 0, constant: 1 },
};
const limit = { design: NARROW_DESIGN, sizes: [50, 500, 5000] };

// Drawn inside the tests, so that mutation testing knows which test draws what.
const figures: Record<string, { draw: () => Figure; alt: RegExp; texts: string[] }> = {
  transferFits: {
    draw: () =>
      transferFitsFigure(
        NARROW_DESIGN,
        { x: Float64Array.of(-2, 0, 1.5), y: Uint8Array.of(0, 0, 1) },
        {
          onLabels: { weights: Float64Array.of(3, 0, -0.5), intercept: 0 },
          shuffled: { weights: Float64Array.of(0, 0, 0), intercept: 0 },
        },
      ),
    // 1/2 is 0.4 |sin x| away from eta, in the mean over [-6, 6] 0.4 (3 + cos 6) / 6.
    alt: /3 inputs.*hard labels 0\.\d\d, shuffled 0\.26/,
    texts: ["η(x)", "hard labels", "shuffled", "probability of label 1"],
  },
  softening: {
    draw: () =>
      softeningFigure(
        Object.fromEntries(
          SOFTENING_STUDENTS.flatMap((name, i) => [
            [`${name}@10`, around(i ? 1.4 - 0.1 * i : 9)],
            [`${name}@20`, around(1.3 - 0.1 * i)],
          ]),
        ),
        { design: POST_DESIGN, sizes: [10, 20] },
      ),
    alt: /post design.*from 10 to 20 training.*smoothed: 1\.000 to 0\.900\. The best.*0\.693\. Above the axis: hard labels 9\.00 at 10\.$/,
    texts: [
      "hard labels",
      "the post's hack",
      "distilled",
      "shuffled",
      "smoothed",
      "best cubic",
      "test log-loss (nats)",
    ],
  },
  alpha: {
    draw: () =>
      alphaFigure(
        {
          "distilled@0": around(1.5),
          "distilled@1": around(0.9),
          "distilled@Infinity": around(0.7),
          "shuffled@0": around(1.5),
          "shuffled@1": around(0.8),
          "shuffled@Infinity": around(0.9),
        },
        { design: NARROW_DESIGN, n: 20, alphas: [0, 1, Infinity] },
      ),
    alt: /narrow design.*n = 20, from α = 0 to ∞: distilled: 1\.500 to 0\.700; shuffled: 1\.500 to 0\.900\./,
    texts: ["0", "1", "∞", "distilled", "shuffled"],
  },
  temperature: {
    draw: () =>
      temperatureFigure(
        Object.fromEntries([1, 10, 100].map((tau) => [`gap@${tau}`, around(0.09 / tau ** 2)])),
        { design: POST_DESIGN, n: 20, temperatures: [1, 10, 100] },
      ),
    alt: /from 0\.09 at τ = 1 to 9\.0e-6 at 100\. .* slope is -2\.00/,
    texts: ["distilled at τ", "slope −2", "10⁻³", "100", "temperature τ"],
  },
  teacher: {
    draw: () =>
      teacherFigure(
        Object.fromEntries(
          TARGETS.flatMap((name, i) => [
            [`${name}.loss`, around(1.4 - 0.15 * i)],
            [`${name}.error`, around(0.16 - 0.04 * i)],
          ]),
        ),
        { design: NARROW_DESIGN, n: 20 },
      ),
    alt: /hard labels 0\.160, 1\.40; .*true η 0\.000, 0\.80/,
    texts: ["hard labels", "kernel smoother", "harmonics", "sine", "true η", "best cubic"],
  },
  limit: {
    draw: () => limitFigure(limitResult, limit, constants),
    alt: /hard labels, c = 4\.00: 4\.00 to 4\.00; the post's hack, c = 3\.00: 3\.00/,
    texts: ["hard labels, c = 4.00", "true η, c = 1.00", "5000"],
  },
  plateau: {
    draw: () => plateauFigure(limitResult, limit, constants),
    alt: /n = 50 to 5000: hard labels: 0\.0800 to 0\.0008.*bias, 0\.0123\.$/,
    texts: ["bias of the hack, 0.0123", "10⁻³", "true η"],
  },
  unlabelled: {
    draw: () =>
      unlabelledFigure(
        { "distilled@0": around(0.64), "distilled@100": around(0.62) },
        { design: NARROW_DESIGN, n: 20, extra: [0, 100] },
      ),
    alt: /from 20 to 120 inputs.*distilled: 0\.640 to 0\.620.*0\.578/,
    texts: ["20", "120", "distilled", "best cubic"],
  },
};

describe.each(Object.entries(figures))("%sFigure", (name, { draw, alt, texts }) => {
  it("draws what it drew", async () => {
    await expect(draw().svg).toMatchFileSnapshot(`snapshots/${name}.svg`);
  });

  it("says what is to be seen, with numbers of the data", () => {
    expect(draw().alt).toMatch(alt);
  });

  it("labels its lines and axes", () => {
    expect(textsOf(draw())).toEqual(expect.arrayContaining(texts));
  });

  it("stands alone on a white ground, in less than 60 kB and without a value that is not a number", () => {
    expectStandalone(draw());
  });
});
