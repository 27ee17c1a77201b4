import { DIGIT_SIDE, poolDigits, readDigits } from "../../data/digits.js";
import { softmaxRows } from "../../losses/softmax.js";
import { flatten, meanTargets, mostProbable, oneHot, smoothTargets } from "../../losses/targets.js";
import { logitsOf, type Network } from "../../models/network.js";
import { sparseRows } from "../../models/sparseRows.js";
import { networkStart, trainOnRows } from "../../models/trainNetwork.js";
import { type SeededStream, seededStream } from "../../random/seededStream.js";
import type { Study } from "../../studies/study.js";
import { columnName } from "../../studies/studyColumn.js";
import { checkInteger } from "../../validate/checks.js";
import { TEMPERATURE } from "./viewStudies.js";

const CLASSES = 10;
const SIDE = DIGIT_SIDE / 2;
/** Digits that grade; training digits come from the others. */
const GRADED = 1500;
const LABELS = 300;
const TEACHERS = 4;
const TRAINING = {
  epochs: 40,
  batchSize: 25,
  learningRate: 0.003,
  temperature: 1,
  l2: 0,
  precision: "single",
} as const;

/** Ways to make networks miss features: few labels, more units, a small start, and a quarter of each training image hidden. */
export const DIGIT_SETTINGS = [
  { name: "300 labels", hidden: 64, start: 1, hide: false },
  { name: "300 labels, 128 units", hidden: 128, start: 1, hide: false },
  { name: "300 labels, start 0.1", hidden: 64, start: 0.1, hide: false },
  { name: "300 labels, a quarter hidden", hidden: 64, start: 1, hide: true },
] as const;

/** Images in which one corner or one half is blank, as `keeps` decides for each image, row and column. */
function blanked(
  inputs: Float64Array,
  keeps: (image: number, low: number, right: number) => boolean,
): Float64Array {
  return inputs.map((value, i) => {
    const low = Math.floor((2 * (Math.floor(i / SIDE) % SIDE)) / SIDE);
    const right = Math.floor((2 * (i % SIDE)) / SIDE);
    return keeps(Math.floor(i / SIDE ** 2), low, right) ? value : 0;
  });
}

/** Shares of rightly classified digits, whole and with one half hidden, for the same students as in the many-views problem. */
export function digitViewsTrial(_: null, rng: SeededStream): Record<string, number> {
  const trial = rng.uniform(1)[0];
  const stream = (who: string) => seededStream(`06-many-views/digits/${trial}/${who}`);
  const digits = readDigits();
  const order = seededStream("06-many-views/digits").permutation(digits.labels.length);
  const test = order.subarray(0, GRADED);
  const whole = poolDigits(digits, test);
  // Even images lose their right half, odd ones their left.
  const half = blanked(whole, (image, _low, right) => right === image % 2);
  const shown = { whole: sparseRows(whole, SIDE ** 2), half: sparseRows(half, SIDE ** 2) };
  const draw = stream("training").permutation(order.length - GRADED);
  const columns: Record<string, number> = {};
  for (const [k, { hidden, start, hide }] of DIGIT_SETTINGS.entries()) {
    const images = draw.subarray(0, LABELS).map((i) => order[GRADED + i]);
    const corners = stream("corners").uniform(LABELS);
    const full = poolDigits(digits, images);
    const seen = hide
      ? blanked(full, (image, low, right) => Math.floor(4 * corners[image]) !== 2 * low + right)
      : full;
    const inputs = sparseRows(seen, SIDE ** 2);
    const hard = flatten(
      oneHot(
        images.map((i) => digits.labels[i]),
        CLASSES,
      ),
    );
    const startOf = (who: string) =>
      networkStart([SIDE ** 2, hidden, CLASSES], LABELS, stream(who), start);
    const student = startOf("student");
    const learn = (softTargets: Float64Array, options = {}, from = student) =>
      trainOnRows(inputs, softTargets, { ...TRAINING, ...options }, from);
    const hot = { temperature: TEMPERATURE };
    const taught = Array.from({ length: TEACHERS }, (_, t) => {
      const teacher = learn(hard, {}, startOf(`teacher ${t}`));
      return softmaxRows(logitsOf(teacher, inputs, TRAINING.precision), CLASSES, hot);
    });
    const arms: Record<string, Network> = {
      plain: learn(hard),
      self: learn(taught[0], hot),
      "labels at temperature": learn(hard, hot),
      smoothing: learn(smoothTargets(hard, CLASSES, 0.1)),
      "distilled ensemble": learn(meanTargets(taught), hot),
    };
    for (const [name, network] of Object.entries(arms)) {
      for (const [kind, rows] of Object.entries(shown)) {
        const logits = logitsOf(network, rows, TRAINING.precision);
        const right = rightOn(logits, (i) => digits.labels[test[i]]);
        columns[columnName(`${name}, ${kind}`, k)] = right / GRADED;
      }
    }
  }
  return columns;
}

function rightOn(logits: Float64Array, label: (i: number) => number): number {
  let right = 0;
  for (let i = 0; i < logits.length / CLASSES; i++) {
    const row = logits.subarray(i * CLASSES, (i + 1) * CLASSES);
    if (mostProbable(row) === label(i)) right++;
  }
  return right;
}

/** Students on digits of which networks miss features. See digitViewsTrial. */
export function digitViewsStudy(trials: number): Study<null> {
  checkInteger("trials", trials, 1);
  return {
    name: "06-many-views/digits",
    trials,
    parameters: null,
    trial: digitViewsTrial,
    module: import.meta.url,
  };
}
