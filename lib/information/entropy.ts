import { checkLength, checkNotEmpty, checkValues, formatValue } from "../validate/checks.js";

/** What information is counted in: bits (logarithms to base 2) or nats (natural logarithms). */
export type InformationUnit = "bits" | "nats";

export interface InformationOptions {
  /** Default "bits". */
  unit?: InformationUnit;
}

const SUM_TOLERANCE = 1e-9;

/**
 * The entropy of a discrete distribution, -sum p log p, where 0 log 0 is 0.
 *
 * @param probabilities in [0, 1], adding up to 1 within 1e-9
 * @returns bits or nats, at least 0
 * @throws RangeError if a probability is outside [0, 1], they do not add up to 1, or the unit is unknown
 * @see Cover & Thomas, Elements of Information Theory, equation 2.1
 * @example entropy([0.5, 0.25, 0.25]) // 1.5
 */
export function entropy(
  probabilities: ArrayLike<number>,
  { unit }: InformationOptions = {},
): number {
  return entropyOf("probabilities", probabilities, unit);
}

/** {@link entropy} of probabilities that the caller knows under another name. */
function entropyOf(
  name: string,
  probabilities: ArrayLike<number>,
  unit: InformationUnit = "bits",
): number {
  checkNotEmpty(name, probabilities);
  checkValues(name, probabilities, 0, 1);
  let total = 0;
  let nats = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i];
    total += p;
    if (p > 0) nats -= p * Math.log(p);
  }
  if (Math.abs(total - 1) > SUM_TOLERANCE) {
    throw new RangeError(`${name} must add up to 1, got ${total}`);
  }
  return Math.max(0, nats) / natsPer(unit);
}

function natsPer(unit: InformationUnit): number {
  if (unit !== "bits" && unit !== "nats") {
    throw new RangeError(`unit must be "bits" or "nats", got ${formatValue(unit)}`);
  }
  return unit === "bits" ? Math.LN2 : 1;
}

/**
 * The mutual information of two discrete variables, I(A; B) = H(A) + H(B) - H(A, B).
 *
 * @param joint joint probabilities: joint[a][b], rows of equal length, adding up to 1 in all
 * @returns bits or nats, at least 0
 * @throws RangeError if the rows' lengths differ, a value is no probability or they do not add up to 1
 * @see Cover & Thomas, Elements of Information Theory, equation 2.45
 * @example mutualInformation([[0.5, 0], [0, 0.5]]) // 1
 */
export function mutualInformation(
  joint: readonly ArrayLike<number>[],
  { unit }: InformationOptions = {},
): number {
  checkNotEmpty("joint", joint as never);
  joint.forEach((row, a) => {
    checkValues(`joint[${a}]`, row, 0, 1);
    checkLength(`joint[${a}]`, row, joint[0].length, "joint[0]");
  });
  const columns = joint[0].length;
  const all = joint.flatMap((row) => Array.from(row));
  const together = entropyOf("joint", all, unit);
  const rows = joint.map((row) => sum(Array.from(row)));
  const sums = Array.from({ length: columns }, (_, b) => sum(joint.map((row) => row[b])));
  const apart = entropyOf("rows of joint", rows, unit) + entropyOf("columns of joint", sums, unit);
  return Math.max(0, apart - together);
}

/** Rounding must not carry a sum of probabilities above 1. */
const sum = (values: number[]) =>
  Math.min(
    1,
    values.reduce((total, value) => total + value, 0),
  );
