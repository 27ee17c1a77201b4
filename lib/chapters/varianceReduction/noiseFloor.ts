import { range } from "d3-array";
import { finitePopulation } from "../../data/population.js";
import { binaryCrossEntropy, lossAtMeanLabel } from "../../losses/logLoss.js";
import { checkNumber } from "../../validate/checks.js";
import type { VarianceProblem } from "./randomProblems.js";

/** The largest noise floor: at one half all labels are coins, and there is no ratio. */
export const BELOW_HALF = 0.5 - Number.EPSILON;

/**
 * How small the ratio of the post's inequality (left side over right side) can get where every label probability lies
 * in [noiseFloor, 1 - noiseFloor]: 1 / (2 (1 - sqrt(c))²) with c = noiseFloor / (1 - noiseFloor). Exact for the hinge
 * max(0, -Y f), which the logistic loss becomes for large logits; see {@link gridCertificateSlack} for the logistic loss.
 *
 * Proof for the hinge: take {@link gridCertificateSlack}'s condition with c = u / sqrt(2 ratio). On the right side of the margin
 * q = 0 and (s - u)² + v >= u² / 2. On the wrong side s = (1 - eta) |f| and the condition is a quadratic in s, which is not
 * negative where sqrt(2 ratio) (1 - k) lies in [1 - sqrt(k), 1 + sqrt(k)], k = eta / (1 - eta): so it does for all k from the floor's to 1.
 *
 * @param noiseFloor in [0, 0.5)
 * @throws RangeError if noiseFloor is outside its range
 * @example smallestPossibleRatio(0.1) // 1.125
 */
export function smallestPossibleRatio(noiseFloor: number): number {
  checkNumber("noiseFloor", noiseFloor, 0, BELOW_HALF);
  return 1 / (2 * (1 - Math.sqrt(noiseFloor / (1 - noiseFloor))) ** 2);
}

/**
 * The noise floor where {@link smallestPossibleRatio} is 1: from here on the post's inequality holds.
 *
 * @example noiseThreshold() // 0.0790…
 */
export function noiseThreshold(): number {
  const odds = (1 - Math.SQRT1_2) ** 2;
  return odds / (1 + odds);
}

/**
 * A problem with two inputs that comes as near to {@link smallestPossibleRatio} as its logits are large: a confident
 * mistake where the label is as sure as allowed, and a fair coin.
 *
 * @param noiseFloor in (0, 0.5)
 * @param logit at the mistake, above 0
 * @example inequalityRatio(lossVariances(population, f)) // 0.8… for worstProblem(0.05, 1e4)
 */
export function worstProblem(noiseFloor: number, logit: number): VarianceProblem {
  const odds = Math.sqrt((1 - noiseFloor) / noiseFloor);
  const mistake = (odds - 1) / (odds + 1);
  const coinLogit = (2 * logit * mistake * (1 - noiseFloor)) / (1 + mistake);
  return {
    population: finitePopulation([mistake, 1 - mistake], [noiseFloor, 0.5]),
    f: (x) => (x === 0 ? logit : coinLogit),
  };
}

/**
 * Checks on a grid that hard variance >= ratio × variance of the post's formula for every distribution of inputs with
 * label probabilities in [noiseFloor, 1 - noiseFloor]. With s the soft loss, q the post's formula and v = eta (1 - eta) f²,
 * it is enough that for each u there is a c with ratio (q - c)² <= (s - u)² + v at every (eta, f): put u = E s and take means.
 *
 * @param noiseFloor in [0, 0.5]
 * @param ratio above 0
 * @param options.largestLogit end of the grid of |f|, above 10
 * @returns the least width of the interval of such c over u: not negative where the grid shows the statement
 * @throws RangeError if an argument is outside its range
 */
export function gridCertificateSlack(
  noiseFloor: number,
  ratio: number,
  { largestLogit = 400 } = {},
): number {
  checkNumber("noiseFloor", noiseFloor, 0, 0.5);
  checkNumber("ratio", ratio, Number.MIN_VALUE);
  checkNumber("largestLogit", largestLogit, 10 * (1 + Number.EPSILON));
  const growth = Math.log(largestLogit / 10);
  const logits = [
    ...range(0, 10, 0.05),
    ...range(121).map((i) => 10 * Math.exp((growth * i) / 120)),
  ];
  const cells = range(81).flatMap((i) => {
    const eta = noiseFloor + (1 - 2 * noiseFloor) * (i / 80);
    return logits.map((f) => ({
      s: binaryCrossEntropy(eta, f),
      q: lossAtMeanLabel(eta, f),
      v: eta * (1 - eta) * f * f,
    }));
  });
  const centers = [Math.LN2, ...range(0.35, 10, 0.25), ...logits.slice(-121)];
  return Math.min(
    ...centers.map((u) => {
      let low = -Infinity;
      let high = Infinity;
      for (const { s, q, v } of cells) {
        const radius = Math.sqrt(((s - u) ** 2 + v) / ratio);
        low = Math.max(low, q - radius);
        high = Math.min(high, q + radius);
      }
      return high - low;
    }),
  );
}
