import { normalGrid } from "../../data/normalGrid.js";
import { postEta } from "../../data/postData.js";
import { populationLoss } from "../../losses/populationLoss.js";
import { polynomialFeatures } from "../../models/features.js";
import type { LinearModel } from "../../models/linearModel.js";
import { fitLogistic } from "../../models/logistic.js";
import { horner } from "../../models/polynomialAt.js";
import { checkDesignSettings, type Design } from "./designs.js";

/** Degree of the student's polynomial in both designs. */
export const STUDENT_DEGREE = 3;

/**
 * The student's features of some inputs.
 *
 * @throws RangeError or TypeError where design is none or x is not finite
 */
export const studentFeatures = (design: Design, x: ArrayLike<number>) => {
  checkDesignSettings(design);
  return polynomialFeatures(x, STUDENT_DEGREE, { scale: design.studentScale });
};

/** What students of a design lose on endless test data, in nats. */
export interface StudentRisk {
  /** The population log-loss of a student, by quadrature: a test loss without the noise of a test set. */
  of(student: LinearModel): number;
  /** The least that any cubic reaches: without penalty, on the true probabilities. */
  best: number;
  /** The loss of the true probabilities. */
  bayes: number;
}

/** Intervals of the quadrature: a fortieth of a period of the sine or less, and five times the default's speed. */
const INTERVALS = 2400;

const known = new Map<string, StudentRisk>();

/**
 * The population losses of a design's students. The quadrature over x ~ N(0, inputScale²) is made once a design.
 *
 * @throws RangeError or TypeError where design is none
 * @example studentRisk(NARROW_DESIGN).best // 0.5779…
 */
export function studentRisk(design: Design): StudentRisk {
  checkDesignSettings(design);
  const key = `${design.inputScale}/${design.studentScale}`;
  const risk = known.get(key) ?? makeRisk(design);
  known.set(key, risk);
  return risk;
}

function makeRisk(design: Design): StudentRisk {
  const grid = normalGrid(design.inputScale, INTERVALS);
  const eta = grid.points.map(postEta);
  const scaled = grid.points.map((x) => x / design.studentScale);
  const of = (student: LinearModel) => populationLoss(grid, horner(student, scaled), eta);
  const features = studentFeatures(design, grid.points);
  return {
    of,
    best: of(fitLogistic(features, eta, { sampleWeights: grid.weights })),
    bayes: populationLoss(
      grid,
      eta.map((p) => Math.log(p / (1 - p))),
      eta,
    ),
  };
}
