import { checkLength } from "../validate/checks.js";
import { checkDistribution } from "./domains.js";

/**
 * Kullback-Leibler divergence D(p ‖ q) = sum_k p_k log(p_k / q_k) in nats, with 0 log 0 = 0. It is H(p, q) - H(p, p),
 * computed so that it is never negative and keeps its digits where p and q nearly agree.
 *
 * @param p d probabilities that sum to 1
 * @param q as many
 * @returns a number >= 0, 0 only where p = q; Infinity where q rules out a class that p has
 * @throws RangeError if either is not a distribution or the lengths differ
 * @see Kullback & Leibler 1951, "On information and sufficiency"
 * @example klDivergence([1, 0], [0.5, 0.5]) // 0.6931471805599453
 */
export function klDivergence(p: ArrayLike<number>, q: ArrayLike<number>): number {
  checkDistribution("p", p);
  checkLength("q", q, p.length, "p");
  checkDistribution("q", q);
  let total = 0;
  for (let k = 0; k < p.length; k++) total += klTerm(p[k], q[k]);
  return total;
}

/** p log(p / q) - p + q: never negative, and the added q - p sum to 0 over the classes. */
function klTerm(p: number, q: number): number {
  if (p === 0) return q;
  if (q === 0) return Infinity;
  const excess = (q - p) / p;
  if (Math.abs(excess) < 0.01) return p * excess * excess * smallExcess(excess);
  return Math.max(0, p * (Math.log(p) - Math.log(q)) - p + q);
}

/** (r - log(1 + r)) / r², whose series loses no digits near r = 0. */
const smallExcess = (r: number) =>
  1 / 2 - r * (1 / 3 - r * (1 / 4 - r * (1 / 5 - r * (1 / 6 - r * (1 / 7 - r / 8)))));
