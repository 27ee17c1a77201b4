import { describe, expect, it } from "vitest";
import type { PatchNetwork } from "../../../lib/chapters/manyViews/patchNetwork.js";
import { learnViews, patchLogits } from "../../../lib/chapters/manyViews/students.js";
import { drawViews, type ViewData } from "../../../lib/chapters/manyViews/viewData.js";
import {
  DIGIT_PIXELS,
  digitSplit,
  drawnDigits,
} from "../../../lib/chapters/selfDistillation/heldOutDigits.js";
import {
  type Classifier,
  networkClassifier,
  type Rows,
} from "../../../lib/chapters/yourOwn/classifiers.js";
import type { Distribution } from "../../../lib/chapters/yourOwn/problem.js";
import { distillationReport } from "../../../lib/chapters/yourOwn/report.js";
import { softmaxRows } from "../../../lib/losses/softmax.js";
import { flatten, meanTargets } from "../../../lib/losses/targets.js";

/** Rows of one flat array. */
const rowsOf = (flat: Float64Array, width: number) =>
  Array.from({ length: flat.length / width }, (_, i) => flat.subarray(i * width, (i + 1) * width));

/** 05's problem: digits of which 30 % of the labels are drawn anew, so that the true distributions are known. */
function noisyDigits(): Distribution {
  const { pool, validation, test } = digitSplit();
  const label = new WeakMap<object, number>();
  const counts = { train: 400, validation: 500, test: 600 };
  return {
    name: "noisy digits",
    classes: Array.from("0123456789"),
    ...counts,
    draw(n, rng) {
      const part = { 400: pool, 500: validation, 600: test }[n] as Int32Array;
      const { inputs, labels } = drawnDigits(
        Int32Array.from(rng.permutation(part.length).subarray(0, n), (place) => part[place]),
      );
      const rows = rowsOf(inputs, DIGIT_PIXELS);
      rows.forEach((row, i) => {
        label.set(row, labels[i]);
      });
      return rows;
    },
    truth: (inputs) =>
      inputs.map((row) =>
        Array.from({ length: 10 }, (_, c) => 0.03 + (c === label.get(row) ? 0.7 : 0)),
      ),
  };
}

/** 06's problem: several views to train on; half of the others show a single one. The largest coordinate is one of its class. */
const CLASSES = 10;
const TRAIN = 400;
const HOT = { temperature: 4 };
let about: ViewData;
const manyViews = (): Distribution => ({
  name: "many views",
  classes: Array.from({ length: CLASSES }, (_, c) => `${c}`),
  train: TRAIN,
  validation: 300,
  test: 1000,
  draw(n, rng) {
    about = drawViews(n, { classes: CLASSES, single: n === TRAIN ? 0 : 0.5 }, rng);
    return rowsOf(about.inputs, about.patches * about.dimensions);
  },
  truth: (inputs) =>
    inputs.map((row) => {
      const most = row.indexOf(Math.max(...row)) % about.dimensions;
      return Array.from({ length: CLASSES }, (_, c) => (c === Math.floor(most / 2) ? 1 : 0));
    }),
});
const viewsOf = (inputs: Rows): ViewData => ({
  ...about,
  inputs: flatten(inputs),
  labels: new Int32Array(inputs.length),
  shown: new Int32Array(inputs.length),
});

/** Whether two examples of a class have different targets: labels and smoothed labels have not. */
function isTaught(targets: Rows): boolean {
  const first = new Map<number, number>();
  return targets.some((row) => {
    const most = Math.max(...row);
    const label = row.indexOf(most);
    const before = first.get(label) ?? most;
    first.set(label, before);
    return before !== most;
  });
}

/**
 * 06's networks, averaged: they learn what a teacher says at temperature 4, and are then asked at it; labels they learn at temperature 1,
 * unless told, and are asked at `said`.
 */
function patchNetworks(
  count: number,
  said: { temperature: number },
  onLabels = { temperature: 1 },
): Classifier {
  let networks: PatchNetwork[] = [];
  let asked = said;
  return {
    ridges: [0.003],
    fit(inputs, targets, rng, l2 = 0) {
      asked = isTaught(targets) ? HOT : said;
      const training = { ...(isTaught(targets) ? HOT : onLabels), l2 };
      networks = Array.from({ length: count }, (_, k) =>
        learnViews(viewsOf(inputs), flatten(targets), training, rng.substream(`${k}`)),
      );
    },
    probabilities(inputs) {
      const data = viewsOf(inputs);
      const logits = networks.map((network) => patchLogits(network, data));
      return rowsOf(meanTargets(logits.map((z) => softmaxRows(z, CLASSES, asked))), CLASSES);
    },
  };
}

describe("distillationReport on the collection's problems", () => {
  it("finds regularisation on noisy digits, as 05", async () => {
    const network = () =>
      networkClassifier({ hidden: [32], epochs: 40, batchSize: 50, learningRate: 0.01 });
    const ensemble = (): Classifier => {
      const members = Array.from({ length: 4 }, network);
      return {
        fit(inputs, targets, rng) {
          for (const [k, member] of members.entries()) {
            member.fit(inputs, targets, rng.substream(`${k}`));
          }
        },
        probabilities: (inputs) =>
          rowsOf(meanTargets(members.map((member) => flatten(member.probabilities(inputs)))), 10),
      };
    };
    const report = await distillationReport(
      {
        data: noisyDigits(),
        teacher: ensemble(),
        student: network(),
      },
      { trials: 4, alphas: [Infinity], epsilons: [0.1, 0.4] },
    );
    expect(report.verdict).toBe("regularisation");
  });

  // A report has no arm for 06's labels at temperature 4: the word depends on where they are, so both are told.
  const viewsReport = (student: Classifier, trials: number) =>
    distillationReport(
      { data: manyViews(), teacher: patchNetworks(4, HOT), student },
      { trials, alphas: [Infinity], epsilons: [0.1], measure: "errorRate" },
    );

  it("finds knowledge on many views where labels are learned at temperature 1", async () => {
    const report = await viewsReport(patchNetworks(1, { temperature: 1 }), 8);
    expect(report.verdict).toBe("knowledge");
  });

  it("sees no effect there where labels are learned at the teacher's temperature", async () => {
    const report = await viewsReport(patchNetworks(1, HOT, HOT), 4);
    expect(report.verdict).toBe("no clear effect");
  });
});
