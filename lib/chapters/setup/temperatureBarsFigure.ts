import * as Plot from "@observablehq/plot";
import { softmax } from "../../losses/softmax.js";
import { CLASS_PALETTE } from "../../plotting/palette.js";
import { type Figure, renderFigure } from "../../plotting/render.js";
import { checkInteger, checkLength, checkValues } from "../../validate/checks.js";
import { type PlanePoints, planePoints } from "./planeData.js";

/**
 * The distribution of three classes as bars, a row a point and a column a temperature.
 *
 * @param model of three classes
 * @param pairs coordinates of the points, at most four or so
 * @param temperatures at least one
 * @throws RangeError if there is no point or no temperature, a number is out of its range, or the model does not give
 * three finite logits a point
 */
export function temperatureBarsFigure(
  model: { logits(points: PlanePoints): readonly ArrayLike<number>[] },
  pairs: readonly (readonly [number, number])[],
  temperatures: readonly number[],
): Figure {
  checkInteger("the number of pairs", pairs.length, 1);
  checkInteger("the number of temperatures", temperatures.length, 1);
  checkValues("temperatures", temperatures, Number.MIN_VALUE);
  const logits = model.logits(planePoints(...pairs));
  checkLength("model.logits", logits as never, pairs.length, "pairs");
  logits.forEach((row, i) => {
    checkLength(`model.logits[${i}]`, row, CLASS_PALETTE.length, "the classes");
  });
  const points = pairs.map(([x1, x2], i) => ({ label: `x = (${x1}, ${x2})`, logits: logits[i] }));
  const heading = (temperature: number) => `τ = ${temperature}`;
  const bars = points.flatMap(({ label, logits }) =>
    temperatures.flatMap((temperature) =>
      Array.from(softmax(logits, { temperature }), (p, k) => ({
        label,
        column: heading(temperature),
        temperature,
        p,
        ...CLASS_PALETTE[k],
      })),
    ),
  );
  const said = points.map(({ label }) => {
    const of = (temperature: number) =>
      bars
        .filter((bar) => bar.label === label && bar.temperature === temperature)
        .map(({ p }) => p.toFixed(2))
        .join(" ");
    return `${label}: ${temperatures.map((t) => `${of(t)} at τ = ${t}`).join(", ")}`;
  });
  return renderFigure(
    `Probabilities of classes ${CLASS_PALETTE.map(({ name }) => name).join(", ")}. ${said.join("; ")}.`,
    {
      height: 60 + 120 * points.length,
      marginLeft: 44,
      marginRight: 96,
      marginTop: 36,
      insetTop: 0,
      fx: { domain: temperatures.map(heading), label: null, padding: 0.08 },
      fy: { domain: points.map(({ label }) => label), label: null, padding: 0.12 },
      x: { label: null, domain: CLASS_PALETTE.map(({ name }) => name), tickSize: 0 },
      y: { label: "probability", domain: [0, 1.12], ticks: [0, 0.5, 1], grid: true },
      marks: [
        Plot.barY(bars, {
          fx: "column",
          fy: "label",
          x: "name",
          y: "p",
          fill: "fill",
          stroke: "#222222",
          strokeWidth: 0.8,
        }),
        Plot.text(bars, {
          fx: "column",
          fy: "label",
          x: "name",
          y: "p",
          text: ({ p }) => p.toFixed(2),
          dy: -7,
          fontSize: 11,
        }),
        Plot.ruleY([0], { stroke: "#222222" }),
      ],
    },
  );
}
