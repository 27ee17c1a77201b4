import { type AbstractMatrix, Matrix } from "ml-matrix";
import { checkTemperature, MAX_TEMPERATURE } from "../losses/domains.js";
import { sigmoid } from "../losses/softplus.js";
import { mixLabels, teacherShare } from "../losses/targets.js";
import { checkLength, checkNumber, checkValues } from "../validate/checks.js";
import { withConstant } from "./designMatrix.js";
import type { LinearModel } from "./linearModel.js";
import { fitLogistic } from "./logistic.js";

export interface SoftStudentOptions {
  /** n labels in {0, 1}. */
  labels: ArrayLike<number>;
  /** n logits of the teacher, finite. */
  teacherLogits: ArrayLike<number>;
  /** Weight of the teacher's term, 0 to Infinity. Default Infinity: the teacher alone. */
  alpha?: number;
  /** tau above 0, at most 1e150: both logits are divided by it in the teacher's term. Default 1. */
  temperature?: number;
  /** Ridge on the weights, not on the intercept. Default 0. */
  l2?: number;
}

/**
 * The student of Hinton, Vinyals & Dean (2015) for two classes, converged. With z the student's and t the teacher's
 * logits it minimises sum_i [H(y_i, z_i) + alpha tau² H(t_i / tau, z_i / tau)] / (1 + alpha) + l2/2 |weights|², in nats,
 * where H is the cross-entropy of the probabilities. The division by 1 + alpha keeps the penalty's share the same for
 * every alpha; tau² keeps the gradient's size the same for every tau.
 *
 * As tau grows the teacher's term tends to a quarter of half the squared logit difference: least squares on the
 * teacher's logits with ridge 4 l2 (Hinton et al., section 2.1).
 *
 * @param designMatrix n × d, finite, without a constant column
 * @throws RangeError if lengths differ, a value is out of its range or there is no finite optimum
 * @example fitSoftStudent(new Matrix([[-1], [1]]), { labels: [0, 1], teacherLogits: [-2, 2] }).weights // [ 2 ]
 */
export function fitSoftStudent(
  designMatrix: AbstractMatrix,
  { labels, teacherLogits, alpha = Infinity, temperature = 1, l2 = 0 }: SoftStudentOptions,
): LinearModel {
  checkNumber("alpha", alpha, 0, Infinity);
  checkTemperature(temperature, MAX_TEMPERATURE);
  checkNumber("l2", l2, 0);
  checkLength("labels", labels, designMatrix.rows, "the rows of designMatrix");
  checkValues("labels", labels, 0, 1);
  checkLength("teacherLogits", teacherLogits, labels.length, "labels");
  checkValues("teacherLogits", teacherLogits);
  const teacher = Float64Array.from(teacherLogits, (t) => sigmoid(t / temperature));
  if (temperature === 1 || alpha === 0) {
    return fitLogistic(designMatrix, mixLabels(labels, teacher, alpha), { l2 });
  }
  const share = teacherShare(alpha);
  const soft = { targets: teacher, weight: share * temperature ** 2, scale: 1 / temperature };
  const hard = { targets: Float64Array.from(labels), weight: 1 - share, scale: 1 };
  const parts = share === 1 ? [soft] : [soft, hard];
  const { columns } = designMatrix;
  const { weights } = fitLogistic(
    stack(parts.map(({ scale }) => withConstant(designMatrix).mul(scale))),
    parts.flatMap(({ targets }) => [...targets]),
    {
      intercept: false,
      l2: [...new Float64Array(columns).fill(l2), 0],
      sampleWeights: parts.flatMap(({ targets, weight }) => Array(targets.length).fill(weight)),
    },
  );
  return { weights: weights.slice(0, columns), intercept: weights[columns] };
}

function stack(blocks: readonly AbstractMatrix[]): Matrix {
  return new Matrix(blocks.flatMap((block) => block.to2DArray()));
}
