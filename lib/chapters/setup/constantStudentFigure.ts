import * as Plot from "@observablehq/plot";
import { extent, max, mean, range } from "d3-array";
import { crossEntropy, klDivergence } from "../../losses/crossEntropy.js";
import { logit, sigmoid } from "../../losses/softplus.js";
import { lineFigure } from "../../plotting/lineFigure.js";
import { PALETTE } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";
import { checkNotEmpty, checkValues } from "../../validate/checks.js";

/** The best constant students of a teacher: one probability of label 1 for all inputs. */
export type ConstantStudent = {
  /** Minimises the mean of H(T, S), and that of D(T ‖ S): the mean of the teacher. */
  forward: number;
  /** Minimises the mean of D(S ‖ T): the mean of the teacher's logits, as a probability. */
  reverse: number;
};

/**
 * The constants that one binary student should answer on equally likely inputs, by the two directions of the divergence.
 *
 * @param teacher the probability of label 1 at each input, strictly between 0 and 1
 * @throws RangeError if there is no input or a probability is not inside (0, 1)
 * @example constantStudent([0.9, 0.5]) // { forward: 0.7, reverse: 0.75 }
 */
export function constantStudent(teacher: readonly number[]): ConstantStudent {
  checkNotEmpty("teacher", teacher);
  checkValues("teacher", teacher, Number.MIN_VALUE, 1 - Number.EPSILON / 2);
  const meanLogit = mean(teacher, logit) as number;
  return { forward: mean(teacher) as number, reverse: sigmoid(meanLogit) };
}

/** The mean of H(T, S), D(T ‖ S) and D(S ‖ T) over equally likely inputs, in nats, for each of some constant students. */
export function constantStudentLosses(teacher: readonly number[], students: ArrayLike<number>) {
  const binary = (p: number) => [p, 1 - p];
  const meanOf = (loss: (t: number[], s: number[]) => number) =>
    Float64Array.from(students, (s) => mean(teacher, (t) => loss(binary(t), binary(s))) as number);
  return {
    crossEntropy: meanOf(crossEntropy),
    forwardKl: meanOf(klDivergence),
    reverseKl: meanOf((t, s) => klDivergence(s, t)),
  };
}

/**
 * Three objectives of a constant binary student against its one probability, each with its lowest point marked; the two that
 * share their student share a colour.
 *
 * @param teacher the probability of label 1 at each of a few equally likely inputs
 * @throws RangeError if there is no input or a probability is not inside (0, 1)
 */
export function constantStudentFigure(teacher: readonly number[]): Figure {
  const { forward, reverse } = constantStudent(teacher);
  const [least, most] = extent(teacher) as [number, number];
  const students = range(Math.max(0.005, least - 0.1), Math.min(0.995, most + 0.0201), 0.005);
  const curves = constantStudentLosses(teacher, students);
  const lowest = constantStudentLosses(teacher, [forward, reverse]);
  const highest = max(Object.values(curves), (losses) => max(losses)) as number;
  const marks = [
    { x: forward, y: lowest.crossEntropy[0], fill: PALETTE.distilled },
    { x: forward, y: lowest.forwardKl[0], fill: PALETTE.distilled },
    { x: reverse, y: lowest.reverseKl[1], fill: PALETTE.guide },
  ];
  return lineFigure(
    [
      { label: "H(T, S)", role: "distilled", x: students, y: curves.crossEntropy },
      { label: "D(T ‖ S)", role: "distilled", x: students, y: curves.forwardKl },
      { label: "D(S ‖ T)", role: "guide", x: students, y: curves.reverseKl },
    ],
    {
      alt:
        `Cross-entropy and both KL divergences of a constant student against its probability, for a teacher that says ` +
        `${teacher.join(" and ")}. H(T, S) and D(T ‖ S) are lowest at ${forward.toFixed(2)}, D(S ‖ T) at ` +
        `${reverse.toFixed(2)}.`,
      xLabel: "the student's probability of label 1, the same for all inputs",
      yLabel: "mean loss (nats)",
      yDomain: [0, Math.max(0.85, highest)],
      under: [
        Plot.dot(marks, { x: "x", y: "y", r: 5, fill: "fill" }),
        Plot.text(marks, {
          x: "x",
          y: "y",
          dy: 15,
          text: ({ x }) => x.toFixed(2),
          fill: "fill",
          fontWeight: "bold",
        }),
      ],
    },
  );
}
