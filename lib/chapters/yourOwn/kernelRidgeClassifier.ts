import { Matrix } from "ml-matrix";
import { type KernelSpectrum, kernelRidge, kernelSpectrum } from "../../models/kernelRidge.js";
import { checkInteger, checkNumber } from "../../validate/checks.js";
import type { Classifier, Rows } from "./classifiers.js";
import { withRecipe } from "./recipes.js";

/** The least probability, before the row is normalised: a regression may go below 0. */
const FLOOR = 0.001;
/** The decomposition takes time with the cube of the rows. */
const MAX_ROWS = 2000;

/** exp(-|a - b|² / (2 bandwidth²)) for each pair of rows. */
function kernelOf(a: Rows, b: Rows, bandwidth: number): Matrix {
  const kernel = new Matrix(a.length, b.length);
  a.forEach((row, i) => {
    b.forEach((other, j) => {
      let square = 0;
      for (let k = 0; k < row.length; k++) square += (row[k] - other[k]) ** 2;
      kernel.set(i, j, Math.exp(-square / (2 * bandwidth ** 2)));
    });
  });
  return kernel;
}

/**
 * Kernel ridge regression on the classes' probabilities as a {@link Classifier}: a Gaussian kernel, one regression a class, each on the
 * targets less their mean over the training rows, so that far from all of them the answer is that mean. What they say sums to 1 but may leave
 * [0, 1]: it is raised to at least 0.001 and divided by its sum.
 *
 * @param options.bandwidth of the kernel, in the inputs' unit, above 0. Default 1
 * @param options.l2 its ridge, above 0. Default 1
 * @throws RangeError if an option is out of its range; at a fit if there are more than 2000 rows
 * @see Saunders, Gammerman & Vovk 1998, "Ridge regression learning algorithm in dual variables"
 * @example kernelRidgeClassifier({ bandwidth: 2 }).ridges?.length // 6
 */
export function kernelRidgeClassifier({ bandwidth = 1, l2 = 1 } = {}): Classifier {
  checkNumber("bandwidth", bandwidth, 1e-6, 1e6);
  checkNumber("l2", l2, Number.MIN_VALUE);
  let known: { inputs: Rows; spectrum: KernelSpectrum } | undefined;
  let model: { means: number[]; duals: Matrix } | undefined;
  const made: Classifier = {
    ridges: [0.001, 0.01, 0.1, 1, 10, 100],
    fit(inputs, targets, _, ridge = l2) {
      checkInteger("the rows of inputs", inputs.length, 1, MAX_ROWS);
      // Decomposed once for all targets and ridges on the same inputs.
      if (known?.inputs !== inputs) {
        known = { inputs, spectrum: kernelSpectrum(kernelOf(inputs, inputs, bandwidth)) };
      }
      const { spectrum } = known;
      const classes = Array.from(targets[0], (_, c) => targets.map((row) => row[c]));
      const means = classes.map((column) => column.reduce((a, b) => a + b, 0) / column.length);
      const duals = classes.map((column, c) =>
        kernelRidge(
          spectrum,
          column.map((t) => t - means[c]),
          { l2: ridge },
        ),
      );
      model = { means, duals: new Matrix(duals.map((dual) => Array.from(dual))).transpose() };
    },
    probabilities(inputs) {
      if (!model || !known) throw new Error("kernelRidgeClassifier must be fitted first");
      const { means, duals } = model;
      const said = kernelOf(inputs, known.inputs, bandwidth).mmul(duals).to2DArray();
      return said.map((row) => {
        const raised = row.map((value, c) => Math.max(value + means[c], FLOOR));
        const sum = raised.reduce((a, b) => a + b, 0);
        return raised.map((p) => p / sum);
      });
    },
  };
  return withRecipe(made, { model: "kernelRidge", options: { bandwidth, l2 } });
}
