import { range } from "d3-array";
import { shrinkage } from "../../models/kernelRidge.js";
import { positive, whole } from "../../plotting/checks.js";
import { type Line, lineFigure } from "../../plotting/lineFigure.js";
import type { Figure } from "../../plotting/render.js";

const EIGENVALUES = range(-1.3, 1.31, 0.02).map((exponent) => 10 ** exponent);

/**
 * What is left of each eigen-direction of the kernel: after one fit, after some rounds at the same penalty, and after one fit
 * with a larger penalty.
 *
 * @throws RangeError or TypeError where a penalty is not above 0 or rounds no whole number of at least 1
 */
export function kernelShrinkageFigure(l2: number, rounds: number, largerL2: number): Figure {
  positive("l2", l2);
  whole(1)("rounds", rounds);
  positive("largerL2", largerL2);
  const curve = (label: string, role: Line["role"], penalty: number, fits: number): Line => ({
    label,
    role,
    x: EIGENVALUES,
    y: EIGENVALUES.map((d) => shrinkage(d, { l2: penalty, rounds: fits })),
  });
  const left = (penalty: number, fits: number) =>
    [0.5, 5].map((d) => shrinkage(d, { l2: penalty, rounds: fits }).toFixed(2)).join(" and ");
  return lineFigure(
    [
      curve(`λ = ${l2}, 1 fit`, "guide", l2, 1),
      curve(`λ = ${l2}, ${rounds} rounds`, "distilled", l2, rounds),
      curve(`λ = ${largerL2}, 1 fit`, "student", largerL2, 1),
    ],
    {
      alt:
        `Share of the target left in a direction of the kernel against its eigenvalue, rising from 0 to 1. At eigenvalues 0.5 and 5: ` +
        `one fit with penalty ${l2} leaves ${left(l2, 1)}, ${rounds} rounds ${left(l2, rounds)}, one fit with ${largerL2} ${left(largerL2, 1)}.`,
      xLabel: "eigenvalue of the kernel matrix",
      yLabel: "share of the target that is left",
      xLog: true,
      xTicks: [0.1, 1, 10],
      yDomain: [0, 1],
      marginRight: 140,
    },
  );
}
