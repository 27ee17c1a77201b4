import { selfDistillationRounds } from "../../models/logisticModel.js";
import type { Row } from "../../statistics/row.js";
import { checkValues } from "../../validate/checks.js";
import { SLOPE_LABELS, slopeClass } from "./rounds.js";

/**
 * The slope over rounds of self-distillation for every pair of a ridge and an alpha.
 *
 * @param penalties ridges on the slope, at least 0
 * @param alphas at least 0; Infinity leaves the labels out
 * @param rounds at least 1
 * @returns one row a pair, with a column a round
 * @throws RangeError as selfDistillationRounds
 * @example slopeRows([1], [Infinity], 2)[0]["round 2"] // 0.4027…
 */
export function slopeRows(
  penalties: readonly number[],
  alphas: readonly number[],
  rounds: number,
): Row[] {
  checkValues("penalties", penalties, 0);
  checkValues("alphas", alphas, 0, Infinity);
  return penalties.flatMap((penalty) =>
    alphas.map((alpha) => {
      const weights = selfDistillationRounds(slopeClass(penalty), SLOPE_LABELS, rounds, {
        alpha,
        penaltyOn: "combined",
      });
      const slopes = weights.map(([, slope], i) => [`round ${i + 1}`, slope]);
      return {
        λ: `${penalty}`,
        α: alpha === Infinity ? "∞" : `${alpha}`,
        ...Object.fromEntries(slopes),
      };
    }),
  );
}
