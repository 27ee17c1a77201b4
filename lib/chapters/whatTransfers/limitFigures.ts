import * as Plot from "@observablehq/plot";
import { max, min } from "d3-array";
import { note } from "../../plotting/label.js";
import { lineFigure } from "../../plotting/lineFigure.js";
import { decadeTicks, powerOfTen } from "../../plotting/logAxis.js";
import { PALETTE } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";
import type { StudyResult } from "../../studies/trialLoop.js";
import { checkFinite } from "../../validate/checks.js";
import { checkParameters, type LimitParameters } from "./designs.js";
import type { LimitConstant } from "./limitConstants.js";
import {
  endsOf,
  highest,
  LIMIT_STUDENTS,
  type LimitStudent,
  STUDENTS,
  studyLine,
} from "./studyLines.js";

type LimitConstants = Record<LimitStudent, LimitConstant>;
const colourOf = (name: LimitStudent) => PALETTE[STUDENTS[name].role];

/**
 * Number of examples times mean excess risk of the four students, with the constants that theory predicts.
 *
 * @param result of the study of the data limit with these parameters, at least 2 trials
 * @param constants of limitConstants for the same design
 * @throws RangeError if the result has no such column or a constant is not finite
 */
export function limitFigure(
  result: StudyResult,
  parameters: LimitParameters,
  constants: LimitConstants,
): Figure {
  checkParameters(parameters);
  checkFinite("constants", constants);
  const { design, sizes } = parameters;
  const lines = LIMIT_STUDENTS.map((name) => {
    const line = studyLine(result, name, sizes, { factor: (n) => n });
    return { ...line, label: `${line.label}, c = ${constants[name].constant.toFixed(2)}` };
  });
  const theory = LIMIT_STUDENTS.map((name) => ({
    c: constants[name].constant,
    fill: colourOf(name),
  }));
  return lineFigure(lines, {
    alt:
      `Training examples times mean excess risk over the best cubic, ${design.name} design, with bands of two standard ` +
      `errors, n from ${sizes[0]} to ${max(sizes)} on a logarithmic axis: ${endsOf(lines, 2)}. ` +
      `Horizontal lines at the constants c of theory.`,
    xLabel: "number of training examples n",
    yLabel: "n × excess risk (nats × examples)",
    xLog: true,
    yDomain: [0, 1.05 * Math.max(highest(lines), ...theory.map(({ c }) => c))],
    xTicks: sizes,
    marginRight: 180,
    under: [Plot.ruleY(theory, { y: "c", stroke: "fill", strokeWidth: 1 })],
  });
}

/**
 * Mean excess risk itself on two logarithmic axes: what falls as 1 / n, and what stays.
 *
 * @throws RangeError as {@link limitFigure}, and if a mean is not above 0
 */
export function plateauFigure(
  result: StudyResult,
  parameters: LimitParameters,
  constants: LimitConstants,
): Figure {
  checkParameters(parameters);
  checkFinite("constants", constants);
  const { design, sizes } = parameters;
  const lines = LIMIT_STUDENTS.map((name) => studyLine(result, name, sizes));
  const { bias } = constants.logitMatching;
  const low = (min(lines, ({ y }) => min(y)) as number) / 2;
  const domain = [low, 1.1 * highest(lines)] as const;
  const curves = (["onLabels", "distilled", "onTrueEta"] as const).flatMap((name) =>
    sizes.map((n) => ({
      name,
      n,
      excess: constants[name].constant / n,
      fill: colourOf(name),
    })),
  );
  return lineFigure(lines, {
    alt:
      `Mean excess risk over the best cubic against n, ${design.name} design, with bands of two standard errors, both axes ` +
      `logarithmic, from n = ${sizes[0]} to ${max(sizes)}: ${endsOf(lines, 4)}. Thin curves: the constants of theory over ` +
      `n; a horizontal line: the hack's bias, ${bias.toFixed(4)}.`,
    xLabel: "number of training examples n",
    yLabel: "excess risk over the best cubic (nats)",
    xLog: true,
    yLog: true,
    yDomain: domain,
    xTicks: sizes,
    yTicks: decadeTicks(domain),
    yTickFormat: powerOfTen,
    marginRight: 124,
    under: [
      Plot.line(curves, {
        x: "n",
        y: "excess",
        z: "name",
        stroke: "fill",
        strokeWidth: 1,
        clip: true,
      }),
      ...(bias > low
        ? [
            Plot.ruleY([bias], { stroke: PALETTE.hack, strokeWidth: 1 }),
            note(`bias of the hack, ${bias.toFixed(4)}`, {
              x: max(sizes) as number,
              y: bias,
              textAnchor: "end",
              dy: 9,
              fill: PALETTE.hack,
            }),
          ]
        : []),
    ],
  });
}
