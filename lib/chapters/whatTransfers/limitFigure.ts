import * as Plot from "@observablehq/plot";
import { each, list, number, positive, record, whole } from "../../plotting/checks.js";
import { lineFigure } from "../../plotting/lineFigure.js";
import { powerOfTen } from "../../plotting/logAxis.js";
import { PALETTE } from "../../plotting/palette.js";
import type { Figure } from "../../plotting/render.js";
import type { StudyResult } from "../../studies/trialLoop.js";
import type { LimitConstant } from "./limitConstants.js";
import { LIMIT_NAMES, type LimitName, type LimitParameters } from "./limitTrial.js";
import { studyDesign } from "./studyChecks.js";
import { lastValues, STUDENT_ROLES, studyLine } from "./studyLines.js";

/**
 * Number of examples times mean excess risk of the four students, with the constants that theory predicts.
 *
 * @param result of the study of the data limit with these parameters: two sizes and two trials at least
 * @param constants of limitConstants for the same design
 * @throws RangeError or TypeError where a parameter is out of its range, the result has no such column or a constant is
 * not above 0
 */
export function limitFigure(
  result: StudyResult,
  parameters: LimitParameters,
  constants: Record<LimitName, LimitConstant>,
): Figure {
  checkLimit(parameters, constants);
  const { design, sizes } = parameters;
  const lines = LIMIT_NAMES.map((name) => studyLine(result, name, sizes, { factor: (n) => n }));
  const theory = LIMIT_NAMES.map((name) => ({
    c: constants[name].constant,
    fill: PALETTE[STUDENT_ROLES[name].role],
  }));
  const written = LIMIT_NAMES.map(
    (name) => `${STUDENT_ROLES[name].label} ${constants[name].constant.toFixed(2)}`,
  );
  return lineFigure(lines, {
    alt:
      `Training examples times mean excess risk over the best cubic, ${design.name} design, n from ${sizes[0]} to ` +
      `${sizes[sizes.length - 1]} on a logarithmic axis. At the last n: ${lastValues(lines, 2)}; ` +
      `horizontal lines at the limits of theory: ${written.join(", ")}.`,
    xLabel: "number of training examples n",
    yLabel: "n × excess risk (nats × examples)",
    xLog: true,
    yDomain: [0, 2 * Math.max(...theory.map(({ c }) => c))],
    xTicks: sizes,
    marginRight: 104,
    under: [
      Plot.ruleY(theory, { y: "c", stroke: "fill", strokeWidth: 1 }),
      Plot.text(theory, {
        x: () => sizes[1],
        y: "c",
        text: ({ c }: { c: number }) => `c = ${c.toFixed(2)}`,
        dy: -9,
        fill: "fill",
      }),
    ],
  });
}

/**
 * Mean excess risk itself on two logarithmic axes: what falls as 1 / n, and what stays.
 *
 * @throws RangeError or TypeError as {@link limitFigure}, and where a mean or the bias of the hack is not above 0
 */
export function plateauFigure(
  result: StudyResult,
  parameters: LimitParameters,
  constants: Record<LimitName, LimitConstant>,
): Figure {
  checkLimit(parameters, constants);
  positive("constants.hack.bias", constants.hack.bias);
  const { design, sizes } = parameters;
  const lines = LIMIT_NAMES.map((name) => studyLine(result, name, sizes, { log: true }));
  const { bias } = constants.hack;
  const curves = (["student", "soft", "bayes"] as const).flatMap((name) =>
    sizes.map((n) => ({
      name,
      n,
      excess: constants[name].constant / n,
      fill: PALETTE[STUDENT_ROLES[name].role],
    })),
  );
  const floor = Math.min(...lines.map((line) => line.y[sizes.length - 1] as number)) / 2;
  return lineFigure(lines, {
    alt:
      `Mean excess risk over the best cubic against n, ${design.name} design, both axes logarithmic. The hack levels ` +
      `out at ${bias.toFixed(4)}; the others fall as 1/n. At n = ${sizes[sizes.length - 1]}: ${lastValues(lines, 4)}.`,
    xLabel: "number of training examples n",
    yLabel: "excess risk over the best cubic (nats)",
    xLog: true,
    yLog: true,
    yDomain: [floor, (lines[0].y[0] as number) * 1.4],
    xTicks: sizes,
    yTicks: [1e-4, 1e-3, 1e-2, 0.1].filter((tick) => tick > floor),
    yTickFormat: powerOfTen,
    marginRight: 104,
    under: [
      Plot.line(curves, {
        x: "n",
        y: "excess",
        z: "name",
        stroke: "fill",
        strokeWidth: 1,
        clip: true,
      }),
      Plot.ruleY([bias], { stroke: PALETTE.hack, strokeWidth: 1 }),
      Plot.text([bias], {
        x: () => sizes[sizes.length - 1],
        y: (value: number) => value,
        text: () => `bias of the hack, ${bias.toFixed(4)}`,
        textAnchor: "end",
        dy: 9,
        fill: PALETTE.hack,
      }),
    ],
  });
}

function checkLimit(
  parameters: LimitParameters,
  constants: Record<LimitName, LimitConstant>,
): void {
  record({ design: studyDesign, sizes: list(whole(1), { least: 2 }) })("parameters", parameters);
  record(each(LIMIT_NAMES, record({ bias: number(), constant: positive })))("constants", constants);
}
