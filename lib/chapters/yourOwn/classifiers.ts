import { Matrix } from "ml-matrix";
import { checkDistribution } from "../../losses/domains.js";
import { softmaxRows } from "../../losses/softmax.js";
import { flatten } from "../../losses/targets.js";
import { networkLogits } from "../../models/network.js";
import { classProbabilities } from "../../models/softmaxModel.js";
import { fitSoftmax } from "../../models/softmaxRegression.js";
import { type TrainingOptions, trainNetwork } from "../../models/trainNetwork.js";
import type { SeededStream } from "../../random/seededStream.js";
import { checkNumber, formatValue } from "../../validate/checks.js";
import { withRecipe } from "./recipes.js";

/** n rows of as many numbers each. */
export type Rows = readonly (readonly number[] | Float64Array)[];

/** A model that learns distributions over the classes: the library's, or a reader's own. */
export interface Classifier {
  /** Learns from nothing but what it is given; `l2` replaces its own ridge where it is a number. */
  fit(inputs: Rows, targets: Rows, rng: SeededStream, l2?: number): unknown;
  /** Of the last fit: n rows of one probability a class. */
  probabilities(inputs: Rows): Rows;
  /** Ridges to choose from; without them there is no arm with a tuned ridge. */
  ridges?: readonly number[];
}

/**
 * Softmax regression as a {@link Classifier}.
 *
 * @param options.features what it sees of the inputs; default: the inputs as they are
 * @param options.l2 its ridge, above 0 where classes may be separable. Default 1
 * @throws RangeError if l2 is negative
 * @example softmaxClassifier({ l2: 0.1 }).ridges?.length // 7
 */
export function softmaxClassifier({
  features,
  l2 = 1,
}: {
  features?: (inputs: Rows) => Rows;
  l2?: number;
} = {}): Classifier {
  checkNumber("l2", l2, 0);
  let model: ReturnType<typeof fitSoftmax> | undefined;
  const design = (inputs: Rows) =>
    new Matrix((features?.(inputs) ?? inputs).map((row) => Array.from(row)));
  const made: Classifier = {
    ridges: [0.001, 0.01, 0.1, 1, 10, 100, 1000],
    fit(inputs, targets, _, ridge = l2) {
      model = fitSoftmax(design(inputs), targets, { l2: ridge });
    },
    probabilities(inputs) {
      if (!model) throw new Error("softmaxClassifier must be fitted first");
      return classProbabilities(model, design(inputs));
    },
  };
  return features ? made : withRecipe(made, { model: "softmax", options: { l2 } });
}

/**
 * A small network as a {@link Classifier}, trained from a fresh start at every fit.
 *
 * @throws RangeError where an option is out of its range, at the first fit
 * @example networkClassifier({ hidden: [8], epochs: 20 }).ridges?.length // 4
 */
export function networkClassifier(options: TrainingOptions): Classifier {
  let network: ReturnType<typeof trainNetwork> | undefined;
  const made: Classifier = {
    ridges: [0.0003, 0.001, 0.003, 0.01],
    fit(inputs, targets, rng, l2 = options.l2 ?? 0) {
      const classes = targets[0].length;
      const set = { inputs: flatten(inputs), softTargets: flatten(targets), classes };
      network = trainNetwork(set, { ...options, l2 }, rng);
    },
    probabilities(inputs) {
      if (!network) throw new Error("networkClassifier must be fitted first");
      const classes = network.sizes[network.sizes.length - 1];
      const rows = softmaxRows(networkLogits(network, flatten(inputs)), classes);
      return inputs.map((_, i) => rows.subarray(i * classes, (i + 1) * classes));
    },
  };
  return withRecipe(made, { model: "network", options });
}

/** What a learner says of inputs, one distribution a row; throws naming the learner where it says something else. */
export function asked(
  name: string,
  learner: Classifier,
  inputs: Rows,
  classes: number,
): Float64Array {
  const rows = learner.probabilities(inputs);
  if (!Array.isArray(rows) || rows.length !== inputs.length) {
    throw new RangeError(
      `${name}.probabilities must give ${inputs.length} rows, got ${formatValue(rows)}`,
    );
  }
  rows.forEach((row, i) => {
    if (row?.length !== classes) {
      throw new RangeError(
        `${name}.probabilities must give ${classes} classes, got ${row?.length} in row ${i}`,
      );
    }
    checkDistribution(`${name}.probabilities(inputs)[${i}]`, row);
  });
  return flatten(rows).map((p) => Math.min(p, 1));
}
