import { golden } from "./golden.js";

/** One random case of d classes in test/oracle/classes.json. */
export interface LossCase {
  logits: number[];
  teacherLogits: number[];
  label: number;
  alpha: number;
  temperature: number;
  logSumExp: number;
  logSoftmax: number[];
  /** Of the logits at the temperature. */
  softmax: number[];
  /** Softmax of the teacher's logits. */
  teacher: number[];
  nll: number;
  crossEntropy: number;
  kl: number;
  reverseKl: number;
  combined: number;
  combinedGradient: number[];
  distillation: number;
  distillationGradient: number[];
}

export interface FitCase {
  X: number[][];
  T: number[][];
  w: number[];
  l2: number[];
  weights: number[][];
  intercepts: number[];
  objective: number;
}

export interface ClassGolden {
  losses: LossCase[];
  fits: FitCase[];
  sklearn: {
    X: number[][];
    y: number[];
    l2: number;
    weights: number[][];
    intercepts: number[];
    probabilities: number[][];
  };
}

export const classGolden = golden<ClassGolden>("classes");
