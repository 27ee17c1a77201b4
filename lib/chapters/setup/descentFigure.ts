import { max, min, range } from "d3-array";
import { level } from "../../plotting/label.js";
import { lineFigure } from "../../plotting/lineFigure.js";
import type { Figure } from "../../plotting/render.js";
import { checkNotEmpty, checkNumber, checkValues } from "../../validate/checks.js";

/**
 * The loss of a student over the steps of gradient descent, above the least loss that there is.
 *
 * @param losses the loss before each step, nats
 * @param optimum the loss of a converged fit, nats
 * @throws RangeError if there is no loss or a number is not finite
 */
export function descentFigure(losses: readonly number[], optimum: number): Figure {
  checkNotEmpty("losses", losses);
  checkValues("losses", losses, -1e12, 1e12);
  checkNumber("optimum", optimum, -1e12, 1e12);
  const last = losses[losses.length - 1];
  const high = Math.max(max(losses) as number, optimum);
  const low = Math.min(min(losses) as number, optimum);
  const room = 0.08 * (high - low) || 0.5;
  return lineFigure([{ label: "student", role: "distilled", x: range(losses.length), y: losses }], {
    alt:
      `Loss of the student over ${losses.length} steps of gradient descent: from ${losses[0].toFixed(3)} to ` +
      `${last.toFixed(3)} nats; the converged fit has ${optimum.toFixed(3)}.`,
    xLabel: "step",
    yLabel: "loss on the training set (nats)",
    yDomain: [low - room, high + room],
    height: 300,
    under: level(optimum, `converged fit: ${optimum.toFixed(3)}`, "guide", {
      frameAnchor: "right",
      dx: -8,
      dy: -12,
    }),
  });
}
