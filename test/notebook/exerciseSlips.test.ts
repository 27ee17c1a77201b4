import { describe, expect, it } from "vitest";
import { NARROW_DESIGN } from "../../lib/chapters/whatTransfers/designs.js";
import { alphaTrial } from "../../lib/chapters/whatTransfers/trials.js";
import type { BinaryData } from "../../lib/data/dataset.js";
import { hintFor, judge } from "../../lib/exercises/exercise.js";
import * as library from "../../lib/library.js";
import { softmax } from "../../lib/losses/softmax.js";
import { sigmoid } from "../../lib/losses/softplus.js";
import { polynomialFeatures, sineFeatures } from "../../lib/models/features.js";
import { fitLeastSquares } from "../../lib/models/leastSquares.js";
import { decisionFunction } from "../../lib/models/linearModel.js";
import { fitLogistic } from "../../lib/models/logistic.js";
import { EXERCISES, findExercise } from "../../lib/notebook/exercises.js";
import { seededStream } from "../../lib/random/seededStream.js";
import { runCells } from "../support/openCells.js";

const own = { probabilities: [0.7, 0.25, 0.05], eta: [0.02, 0.5, 0.5], logits: [60, 50, 50] };

/** What the cell of 04's last exercise reports before it is mended. */
const unmendedCell = () =>
  alphaTrial({ design: NARROW_DESIGN, n: 45, alphas: [1] }, seededStream("04-what-transfers/one"))[
    "distilled@1"
  ];

/** 06's last exercise with a temperature and a factor that a reader may choose. */
const pullWith = (choose: (tau: number) => [temperature: number, factor: number]) => {
  return (z: number[], q: number[], tau: number) => {
    const [temperature, factor] = choose(tau);
    return softmax(z, { temperature }).map((p, k) => factor * (p - q[k]));
  };
};

/** What the cell of 07's last exercise reports before it is mended. */
function unmendedChoice() {
  const quiet = { ...library, table() {}, checkAnswer() {} };
  const ids = ["code-narrow", "code-models", "code-draw", "code-teach", "code-brier"];
  return runCells("07-your-own", [...ids, "code-answer-6"], quiet, ["best"]).best;
}

/** Wrong answers as a reader comes to them, and a word of the hint that each must earn. */
const WRONG: [id: string, answers: [answer: unknown, hint: RegExp][]][] = [
  [
    "00-setup/1",
    [
      [(4 * 0.2) / 5, /part alone/],
      [0.2, /own probability/],
      [1 + 4 * 0.2, /sum to 1/],
      [(4 * 1 + 0.2) / 5, /alpha weighs/],
    ],
  ],
  ["00-setup/2a", [[5, /weight 1 beside/]]],
  [
    "00-setup/2b",
    [
      [3 / 5, /not alpha/],
      [3 * 6, /not multiplied/],
      [3, /for the loss alone/],
    ],
  ],
  [
    "00-setup/3",
    [
      [8 / 9, /halves the odds/],
      [16 / 17, /temperature 1/],
      [256 / 257, /not multiplied/],
      [Math.sqrt(16), /the odds/],
    ],
  ],
  [
    "00-setup/4a",
    [
      [Math.log(0.55 / 0.45), /mean probability/],
      [Math.log(9 / 4), /their sum/],
    ],
  ],
  [
    "00-setup/4b",
    [
      [(0.9 + 0.2) / 2, /other direction/],
      [0.405, /a logit/],
      [1.5, /odds/],
    ],
  ],
  [
    "00-setup/5",
    [
      [3, /between 0 and 1/],
      [1 / 4, /label's share/],
      [1 / 3, /1 to 3/],
    ],
  ],
  ["00-setup/6", [["reverse", /which is 0 there/]]],
  [
    "00-setup/7",
    [
      [0.8516, /as it stands/],
      [0.8265, /alpha = 1/],
    ],
  ],
  [
    "01-dpi/1",
    [
      [2 ** 4, /probability 0/],
      [2, /free labels/],
      [2 ** 3, /both ends/],
    ],
  ],
  [
    "01-dpi/2a",
    [
      [1 / 4, /not equally likely/],
      [1 / 8, /one vector/],
    ],
  ],
  [
    "01-dpi/2b",
    [
      [2, /equally likely/],
      [3, /H\(y\)/],
      [1.2555, /nats/],
    ],
  ],
  ["01-dpi/3a", [[2.32, /sees the labels/]]],
  [
    "01-dpi/3b",
    [
      [0, /chain/],
      [3.752, /teacher knows too/],
      [2.32, /what is left/],
    ],
  ],
  [
    "01-dpi/4a",
    [
      [0.205, /infinity/],
      [0.67, /without a penalty/],
      [0.487, /four times/],
    ],
  ],
  [
    "01-dpi/4b",
    [
      [0.316, /whole ridge/],
      [0.205, /infinity/],
      [0.67, /without a penalty/],
    ],
  ],
  ["01-dpi/5a", [["labels", /not the bits/]]],
  [
    "01-dpi/5b",
    [
      [0.7, /middle/],
      [0.65, /first step/],
    ],
  ],
  [
    "02-variance-reduction/1",
    [
      ["a", /positive everywhere/],
      ["b", /Jensen says/],
      ["C", /square of the mean/],
    ],
  ],
  [
    "02-variance-reduction/2a",
    [
      [0.16 * 3, /squared/],
      [0.8 * 9, /variance of a label/],
      [(0.16 * 9) / 2, /next step/],
    ],
  ],
  [
    "02-variance-reduction/2b",
    [
      [1.44 + 1, /the sum/],
      [(1.44 - 1) / 2, /sign/],
      [0.25 * 4, /second input alone/],
    ],
  ],
  [
    "02-variance-reduction/2c",
    [
      [1.22, /a mean of ten/],
      [1.22 / 100, /not as 1 \/ n²/],
      [12.2, /varies less/],
    ],
  ],
  [
    "02-variance-reduction/3",
    [
      [7, /an object/],
      [{ probabilities: [0.75, 0.25], eta: [0.02, 0.5], logits: [60, 50] }, /three inputs/],
      [{ ...own, eta: [0, 0.5, 0.5] }, /too sure/],
      [{ ...own, probabilities: [0.75, 0.25, 0] }, /hardly occurs/],
      [{ ...own, probabilities: [0.7, 0.2, 0.05] }, /add up to 1/],
      [{ ...own, logits: [1, 1, 1] }, /inequality holds/],
      [{ ...own, logits: [60, 50] }, /equally long/],
    ],
  ],
  [
    "02-variance-reduction/4",
    [
      [20, /worth a Bayes label/],
      [20 / 2.6746, /upside down/],
      [2.6746, /for one/],
      [(20 * 0.27151) / 0.08454, /postFormula/],
    ],
  ],
  [
    "02-variance-reduction/5",
    [
      ["a", /cross-entropy/],
      ["b", /slope at 0/],
      ["d", /mean label/],
    ],
  ],
  [
    "02-variance-reduction/6",
    [
      [(eta: number[], f: number[]) => eta.reduce((s, p, i) => s + p * f[i] ** 2, 0) / 3, /still/],
      [0.5, /without quotes/],
    ],
  ],
  [
    "03-linear-demo/1",
    [
      [0.8171 / 3.2533, /upside down/],
      [4.7518 / 0.8171, /clip/],
      [0.403 / 0.589, /training/],
      [3.2533 - 0.8171, /difference/],
    ],
  ],
  [
    "03-linear-demo/2",
    [
      [-(0.9 * Math.log2(0.9) + 0.1 * Math.log2(0.1)), /bits/],
      [-Math.log(0.9), /one time in ten/],
      [Math.log(2), /one half/],
    ],
  ],
  ["03-linear-demo/3", [["yes", /train figure/]]],
  [
    "03-linear-demo/4a",
    [
      [0.0587, /standard error of the mean/],
      [0.0587 * 400, /root/],
      [0.0987 * Math.sqrt(15), /15 published/],
    ],
  ],
  [
    "03-linear-demo/4b",
    [
      [400 * 5.87, /hundred times/],
      [15 * 9.87 ** 2, /rough guess/],
    ],
  ],
  ["03-linear-demo/5a", [[0.9425 / 1.5905, /upside down/]]],
  [
    "03-linear-demo/5b",
    [
      [15 / 2 ** 15, /exactly 14/],
      [1 / 2 ** 15, /15 wins of 15/],
      [32 / 2 ** 15, /one side/],
    ],
  ],
  [
    "03-linear-demo/6",
    [
      [
        ({ x, y }: BinaryData) => {
          const sine = sineFeatures(x);
          const targets = decisionFunction(fitLogistic(sine, y, { l2: 1 }), sine).map(sigmoid);
          return fitLeastSquares(polynomialFeatures(x, 3), targets);
        },
        /which units/,
      ],
      [
        ({ x, y }: BinaryData) => fitLogistic(polynomialFeatures(x, 3), y, { l2: 1 }),
        /student on labels/,
      ],
      ["distil", /without quotes/],
    ],
  ],
  [
    "04-what-transfers/1",
    [
      [(4 * 0.3) / 5, /part alone/],
      [(4 + 0.3) / 5, /alpha weighs/],
      [1 + 4 * 0.3, /sum of the weights/],
    ],
  ],
  [
    "04-what-transfers/2",
    [
      [5 / 2, /intercept/],
      [6, /a factor/],
      [2, /the cubic's/],
    ],
  ],
  [
    "04-what-transfers/3a",
    [
      [0.2 ** 2, /average/],
      [0.4 ** 2 / 2, /amplitude of 0.4/],
      [0.2 / 2, /square the amplitude/],
    ],
  ],
  [
    "04-what-transfers/3b",
    [
      [0.64, /amplitude of 0.4/],
      [0.64 / 2, /square of the amplitude/],
      [2 * 0.02, /belongs below/],
    ],
  ],
  [
    "04-what-transfers/4",
    [
      [0.01, /scale/],
      [0.01 / 4, /other way round/],
      [8 * 0.01, /a half in front/],
    ],
  ],
  [
    "04-what-transfers/5",
    [
      [0, /on labels/],
      [0.5, /in nats/],
      [Math.log2(2), /in bits/],
    ],
  ],
  ["04-what-transfers/7", [[unmendedCell(), /before the cell is mended/]]],
  [
    "05-self-distillation/1",
    [
      [3, /it shrinks/],
      [1.236, /left side/],
      [1.236 / 0.514, /round 3/],
    ],
  ],
  [
    "05-self-distillation/2a",
    [
      [4, /between 0 and 1/],
      [1 / 5, /label's share/],
    ],
  ],
  [
    "05-self-distillation/2b",
    [
      [4, /first term/],
      [5 / 4, /one over what/],
      [Infinity, /without the labels/],
    ],
  ],
  [
    "05-self-distillation/3",
    [
      [7, /more than 5 %/],
      [7.39, /whole/],
      [5, /lambda = 0.5/],
    ],
  ],
  [
    "05-self-distillation/4a",
    [
      [2 / 2.5, /one round/],
      [2 / (2 + 1.5), /three times the penalty/],
    ],
  ],
  ["05-self-distillation/4b", [[1.5, /leaves more/]]],
  [
    "05-self-distillation/4c",
    [
      [1.906, /eigenvalue 2/],
      [0.5 ** 3, /the share/],
      [1.5, /leaves more/],
    ],
  ],
  [
    "05-self-distillation/5a",
    [
      [0.7, /a 3 again/],
      [1, /clean/],
      [0.3 / 10, /not spoiled/],
    ],
  ],
  [
    "05-self-distillation/5b",
    [
      [0.7 * 0.3, /a 3 again/],
      [0.73, /the factor/],
      [0, /clean/],
    ],
  ],
  [
    "05-self-distillation/6",
    [
      [0.319, /as it stands/],
      [0.514, /first round/],
    ],
  ],
  [
    "06-many-views/1",
    [
      [0.7, /now and then/],
      [0.7 * 0.25, /weighs the known/],
      [0.7 + 0.25, /unknown views only/],
    ],
  ],
  [
    "06-many-views/2a",
    [
      [0.7 ** 2, /both know/],
      [1.4, /count once/],
      [0.3 ** 2, /both miss/],
    ],
  ],
  [
    "06-many-views/2b",
    [
      [3, /three still/],
      [Math.log(0.01) / Math.log(0.3), /come whole/],
    ],
  ],
  [
    "06-many-views/3",
    [
      [Math.exp(2), /temperature 1/],
      [2 / 4, /exponential/],
      [2, /difference of the logits/],
    ],
  ],
  [
    "06-many-views/4",
    [
      [2, /not linear/],
      [8, /their derivative/],
    ],
  ],
  [
    "06-many-views/5",
    [
      [9 / (9 + Math.exp(2.5)) / (9 / (9 + Math.exp(10))), /factor tau is missing/],
      [4, /tau alone/],
    ],
  ],
  [
    "06-many-views/6",
    [
      [pullWith(() => [1, 1]), /still the cell/],
      [pullWith((tau) => [tau, 1]), /has a factor/],
      [pullWith((tau) => [tau, tau ** 2]), /is not 1/],
      [pullWith((tau) => [1, tau]), /as well/],
      ["pull", /without quotes/],
    ],
  ],
  [
    "07-your-own/1",
    [
      [0.8 ** 2, /square of one class/],
      [-Math.log(0.2), /log-loss/],
      [0.3 ** 2 + 0.2 ** 2 + 0.1 ** 2, /first class had come/],
    ],
  ],
  [
    "07-your-own/2a",
    [
      [20 * 2, /root of two only/],
      [20 * Math.sqrt(2), /other way round/],
      [20 * 4 - 20, /on top/],
    ],
  ],
  [
    "07-your-own/2b",
    [
      [0, /overlap/],
      [0.01, /gets there/],
      [(0.02 * 20) / 23, /take the root/],
      [0.02 * Math.sqrt(1 / 3), /divide by/],
    ],
  ],
  [
    "07-your-own/3",
    [
      [0.04, /before the correction/],
      [4 * 0.04, /Bonferroni/],
      [3 * 0.04, /second smallest/],
    ],
  ],
  [
    "07-your-own/4",
    [
      ["knowledge", /each control/],
      ["Softening", /lowest loss/],
      ["no clear effect", /better than the labels/],
      ["harm", /better than the labels/],
    ],
  ],
  [
    "07-your-own/5",
    [
      [10 * 0.05, /expected number/],
      [0.95 ** 10, /probability of none/],
      [0.05, /one of them/],
    ],
  ],
  ["07-your-own/6", [[unmendedChoice(), /chosen by the rows that it reports/]]],
];

describe("usual wrong answers", () => {
  it.each(WRONG)("to %s are wrong, and each earns a hint that speaks to it", (id, answers) => {
    const exercise = findExercise(id);
    for (const [answer, hint] of answers) {
      expect(judge(exercise, answer), String(answer)).toBe("wrong");
      expect(hintFor(exercise, answer), String(answer)).toMatch(hint);
    }
  });

  it.each(EXERCISES)(
    "of $id: none of its slips is there without a wrong answer that makes it",
    (exercise) => {
      const told = new Set(
        (WRONG.find(([id]) => id === exercise.id)?.[1] ?? []).map(([answer]) =>
          hintFor(exercise, answer),
        ),
      );
      for (const answer of ["", Number.NaN]) told.add(hintFor(exercise, answer));
      for (const { hint } of exercise.slips ?? []) expect([...told]).toContain(hint);
    },
  );

  it.each(EXERCISES)("of $id: no hint holds a number that would be right", (exercise) => {
    const hints = [exercise.hint, ...(exercise.slips ?? []).map(({ hint }) => hint)];
    for (const [number] of hints.join(" ").matchAll(/\d+(\.\d+)?/g)) {
      expect(judge(exercise, Number(number)), number).toBe("wrong");
    }
  });
});
