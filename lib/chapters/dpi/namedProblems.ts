import { Matrix } from "ml-matrix";
import { postData, postEta } from "../../data/postData.js";
import { trainTestSplit } from "../../data/trainTestSplit.js";
import { numpyRng } from "../../random/numpyRng.js";
import { checkInteger, checkNumber } from "../../validate/checks.js";
import type { DistillationProblem } from "./distillationProblem.js";

/**
 * Two inputs at t = 1 and 2 with the same eta. The teacher is one weight on t, the student one constant; ridge 1 on both.
 *
 * @param eta P(Y = 1) at both inputs
 * @example twoPointProblem(0.5).eta // [ 0.5, 0.5 ]
 */
export function twoPointProblem(eta: number): DistillationProblem {
  checkNumber("eta", eta, 0, 1);
  return {
    eta: [eta, eta],
    teacher: { features: new Matrix([[1], [2]]), l2: 1 },
    student: { features: new Matrix([[1], [1]]), l2: 1 },
  };
}

/** Inputs at -1 and 1, eta .1 and .9. The teacher is one constant, blind to x; the student one slope; ridge 1 on both. */
export function blindTeacherProblem(): DistillationProblem {
  return {
    eta: [0.1, 0.9],
    teacher: { features: new Matrix([[1], [1]]), l2: 1 },
    student: { features: new Matrix([[-1], [1]]), l2: 1 },
  };
}

/** Eight inputs; the teacher sees only the sign of sin x, which is all that eta depends on; the student is a cubic. */
export function signTeacherProblem(): DistillationProblem {
  const x = [-7, -5, -3.3, -1.4, 1.7, 4.1, 6.3, 9.5];
  const sign = x.map((value) => Math.sign(Math.sin(value)));
  return {
    eta: sign.map((s) => 0.5 + 0.4 * s),
    teacher: { features: new Matrix(sign.map((s) => [1, s])), l2: [0.01, 1] },
    student: { features: cubicWithConstant(x), l2: 0.01 },
  };
}

/**
 * The post's own demo at its first data set: sine teacher and cubic student on x/10, each with a constant. A small ridge
 * on all weights, 1 on the sine's, makes every one of the 2^n label vectors have an optimum.
 *
 * @param n training examples, 1 to 16
 * @param ridge above 0
 * @example postProblem(10).eta.length // 10
 */
export function postProblem(n = 10, ridge = 1e-4): DistillationProblem {
  checkInteger("n", n, 1, 16);
  checkNumber("ridge", ridge, Number.MIN_VALUE);
  const data = postData(numpyRng(1234), 10000);
  const x = Array.from(trainTestSplit(10000, n, 42).train, (row) => data.x[row]);
  return {
    eta: x.map(postEta),
    teacher: { features: new Matrix(x.map((value) => [1, Math.sin(value)])), l2: [ridge, 1] },
    student: { features: cubicWithConstant(x), l2: ridge },
  };
}

const cubicWithConstant = (x: readonly number[]) =>
  new Matrix(x.map((value) => [0, 1, 2, 3].map((power) => (value / 10) ** power)));

/** A problem with what it shows: whether distilling leaves more or less information, and a better or worse loss. */
export interface NamedProblem {
  name: string;
  problem: DistillationProblem;
}

/** One example for each of the four combinations. */
export const NAMED_PROBLEMS: readonly NamedProblem[] = [
  { name: "two points, η = .5", problem: twoPointProblem(0.5) },
  { name: "two points, η = .9", problem: twoPointProblem(0.9) },
  { name: "sign teacher", problem: signTeacherProblem() },
  { name: "blind teacher", problem: blindTeacherProblem() },
];
