import { describe, expect, it } from "vitest";
import { alphaFigure } from "../../../lib/chapters/whatTransfers/alphaFigure.js";
import { NARROW_DESIGN, POST_DESIGN } from "../../../lib/chapters/whatTransfers/designs.js";
import { limitFigure, plateauFigure } from "../../../lib/chapters/whatTransfers/limitFigure.js";
import { softeningFigure } from "../../../lib/chapters/whatTransfers/softeningFigure.js";
import { CONTENDERS } from "../../../lib/chapters/whatTransfers/softeningTrial.js";
import { teacherFigure } from "../../../lib/chapters/whatTransfers/teacherFigure.js";
import { TARGET_NAMES } from "../../../lib/chapters/whatTransfers/teacherTrial.js";
import { temperatureFigure } from "../../../lib/chapters/whatTransfers/temperatureFigure.js";
import { transferFitsFigure } from "../../../lib/chapters/whatTransfers/transferFitsFigure.js";
import { unlabelledFigure } from "../../../lib/chapters/whatTransfers/unlabelledFigure.js";
import type { Figure } from "../../../lib/plotting/render.js";
import { expectStandalone, textsOf } from "../../support/svg.js";

/** Two made-up trials around `middle`, so that there is a band. */
const around = (middle: number) => Float64Array.of(middle * 0.97, middle * 1.03);

const NAMES = ["student", "hack", "soft", "bayes"] as const;
const limitResult = Object.fromEntries(
  NAMES.flatMap((name, i) => [50, 500, 5000].map((n) => [`${name}@${n}`, around((4 - i) / n)])),
);
const constants = {
  student: { bias: 0, constant: 4 },
  hack: { bias: 0.0123, constant: 3 },
  soft: { bias: 0, constant: 2 },
  bayes: { bias: 0, constant: 1 },
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
          student: { weights: Float64Array.of(3, 0, -0.5), intercept: 0 },
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
          CONTENDERS.flatMap((name, i) =>
            [10, 20].map((n) => [`${name}@${n}`, around(1.5 - 0.1 * i - n / 100)]),
          ),
        ),
        { design: POST_DESIGN, sizes: [10, 20] },
      ),
    alt: /10 to 20 training examples, post design.*hard labels 1\.300.*smoothed 0\.900.*0\.693/,
    texts: [
      "hard labels",
      "hack",
      "soft",
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
          "soft@0": around(1.5),
          "soft@1": around(0.9),
          "soft@Infinity": around(0.7),
          "shuffled@0": around(1.5),
          "shuffled@1": around(0.8),
          "shuffled@Infinity": around(0.9),
        },
        { design: NARROW_DESIGN, n: 20, alphas: [0, 1, Infinity] },
      ),
    alt: /n = 20 on the narrow design.*start at 1\.50.*soft 0\.700, shuffled 0\.900/,
    texts: ["0", "1", "∞", "soft", "shuffled"],
  },
  temperature: {
    draw: () =>
      temperatureFigure(
        Object.fromEntries([1, 10, 100].map((tau) => [`gap@${tau}`, around(0.09 / tau ** 2)])),
        { design: POST_DESIGN, n: 20, temperatures: [1, 10, 100] },
      ),
    alt: /from 0\.09 at tau = 1 to 9\.0e-6 at 100/,
    texts: ["soft at τ", "slope −2", "10⁻³", "100", "temperature τ"],
  },
  teacher: {
    draw: () =>
      teacherFigure(
        Object.fromEntries(
          TARGET_NAMES.flatMap((name, i) => [
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
    alt: /hard labels 4\.00, hack 3\.00, soft 2\.00, true η 1\.00; horizontal.*true η 1\.00/,
    texts: ["c = 4.00", "c = 1.00", "hard labels", "5000"],
  },
  plateau: {
    draw: () => plateauFigure(limitResult, limit, constants),
    alt: /hack levels out at 0\.0123.*n = 5000: hard labels 0\.0008/,
    texts: ["bias of the hack, 0.0123", "10⁻³", "true η"],
  },
  unlabelled: {
    draw: () =>
      unlabelledFigure(
        { "soft@0": around(0.64), "soft@100": around(0.62) },
        { design: NARROW_DESIGN, n: 20, extra: [0, 100] },
      ),
    alt: /0\.640 with 20, 0\.620 with 120.*0\.578/,
    texts: ["20", "120", "soft", "best cubic"],
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
