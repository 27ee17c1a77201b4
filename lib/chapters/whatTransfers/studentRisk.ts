import type { BinaryData } from "../../data/dataset.js";
import { normalGrid } from "../../data/normalGrid.js";
import { postEta } from "../../data/postData.js";
import { populationLoss } from "../../losses/logLoss.js";
import { logit, sigmoid, softplus } from "../../losses/softplus.js";
import { zeros } from "../../models/designMatrix.js";
import { fillWithPowers, polynomialFeatures } from "../../models/features.js";
import { fitLeastSquares } from "../../models/leastSquares.js";
import type { LinearModel } from "../../models/linearModel.js";
import { fitLogistic, logisticFitter } from "../../models/logistic.js";
import { polynomialAt } from "../../models/polynomialAt.js";
import { fitTeacher } from "../../models/teachers.js";
import { checkResult } from "../../validate/checks.js";
import { checkDesignSettings, type Design } from "./designs.js";

/** Degree of the student's polynomial in both designs. */
export const STUDENT_DEGREE = 3;

/**
 * The student's features of some inputs: powers of x / studentScale.
 *
 * @returns n × 3
 * @throws RangeError if design is not a valid Design or x is not finite
 * @example studentFeatures(NARROW_DESIGN, [4]).to2DArray() // [[2, 4, 8]]
 */
export function studentFeatures(design: Design, x: ArrayLike<number>) {
  checkDesignSettings(design);
  return polynomialFeatures(x, STUDENT_DEGREE, { scale: design.studentScale });
}

/** What students of a design lose on endless test data, in nats. */
export interface StudentRisk {
  /** The population log-loss of a student, by quadrature: a test loss without the noise of a test set. */
  lossOf(student: LinearModel): number;
  /** The least that any cubic reaches: without penalty, on the true probabilities. */
  best: number;
  /** The loss of the true probabilities. */
  bayes: number;
}

/** Intervals of the quadrature: a fortieth of a period of the sine or less, and five times the default's speed. */
const INTERVALS = 2400;

const cache = new Map<string, StudentRisk>();

/**
 * The population losses of a design's students. The quadrature over x ~ N(0, inputScale²) is made once a design.
 *
 * @throws RangeError if design is not a valid Design
 * @example studentRisk(NARROW_DESIGN).best // 0.5779…
 */
export function studentRisk(design: Design): StudentRisk {
  checkDesignSettings(design);
  const key = `${design.inputScale}/${design.studentScale}`;
  const risk = cache.get(key) ?? makeRisk(design);
  cache.set(key, risk);
  return risk;
}

function makeRisk(design: Design): StudentRisk {
  const grid = normalGrid(design.inputScale, INTERVALS);
  const { points, weights } = grid;
  const eta = points.map(postEta);
  const scaled = points.map((x) => x / design.studentScale);
  const lossOf = (student: LinearModel) => {
    let loss = 0;
    for (let i = 0; i < scaled.length; i++) {
      const logit = polynomialAt(student, scaled[i]);
      loss += weights[i] * (tabulatedSoftplus(logit) - eta[i] * logit);
    }
    checkResult("student", loss);
    return loss;
  };
  const best = fitLogistic(studentFeatures(design, points), eta, { sampleWeights: weights });
  return { lossOf, best: lossOf(best), bayes: populationLoss(grid, eta.map(logit), eta) };
}

/** Knots a unit of |z|, and where log(1 + exp(-|z|)) has fallen below 1e-17. */
const DENSITY = 64;
const END = 40 * DENSITY;
const VALUES = Float64Array.from({ length: END + 1 }, (_, k) => softplus(-k / DENSITY));
const SLOPES = VALUES.map((_, k) => -sigmoid(-k / DENSITY) / DENSITY);

/**
 * log(1 + exp(z)) to 2e-11, at a fifth of {@link softplus}'s cost: cubic Hermite interpolation of its smooth part. The
 * studies take it a billion times.
 *
 * @param z finite
 * @example tabulatedSoftplus(0) // 0.6931471805599453
 */
export function tabulatedSoftplus(z: number): number {
  const place = Math.abs(z) * DENSITY;
  const linear = Math.max(z, 0);
  if (place >= END) return linear;
  const k = Math.floor(place);
  const u = place - k;
  const v = 1 - u;
  const left = v * v * ((1 + 2 * u) * VALUES[k] + u * SLOPES[k]);
  const right = u * u * ((1 + 2 * v) * VALUES[k + 1] - v * SLOPES[k + 1]);
  return linear + left + right;
}

/** {@link studentFeatures} in one array. */
const designOf = ({ studentScale }: Design, x: ArrayLike<number>) =>
  fillWithPowers(zeros(x.length, STUDENT_DEGREE), x, studentScale);

/** A training set with its teacher's probabilities, and what students of it lose. */
export function trainingSet(design: Design, data: BinaryData) {
  const features = designOf(design, data.x);
  const { lossOf, best } = studentRisk(design);
  const fit = logisticFitter(features, { l2: design.studentL2 });
  const taught = fitTeacher("sine", data)(data.x);
  return {
    ...data,
    features,
    taught,
    lossOf,
    best,
    lossOn: (softTargets: ArrayLike<number>) => lossOf(fit(softTargets)),
    matchLogits: () => fitLeastSquares(features, taught.map(logit)),
  };
}

/** The population log-loss of a student on these inputs and targets, in nats. */
export const studentLoss = (design: Design, x: Float64Array, softTargets: ArrayLike<number>) =>
  studentRisk(design).lossOf(
    fitLogistic(designOf(design, x), softTargets, { l2: design.studentL2 }),
  );
