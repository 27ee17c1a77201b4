import { expect } from "vitest";
// @ts-expect-error: the scripts are plain JavaScript
import { claims } from "../../scripts/ledger.mjs";

export interface Claim {
  claim: string;
  verdict: string;
  /** The ledger's words, with {name:digits} in the place of each of `values`. */
  number: string;
  values: Record<string, number | number[]>;
  notebook: string;
  section: string;
  test: { file: string; name: string };
}

/** The rows of docs/claims.json; the README counts them from 1. */
export const CLAIMS: Claim[] = claims();

/** What the ledger states under a name, always as a list. */
export function statedList(claim: number, name: string): number[] {
  const value = CLAIMS[claim - 1].values[name];
  if (value === undefined) throw new Error(`claim ${claim} has no value ${name}`);
  return [value].flat();
}

/** What the ledger states under a name, where it is one number. */
export const stated = (claim: number, name: string): number => statedList(claim, name)[0];

/** Half a unit of the last digit with which the ledger prints a value. */
export function roundingOf(claim: number, name: string): number {
  const digits = CLAIMS[claim - 1].number.match(new RegExp(`\\{${name}:\\+?(\\d)\\}`))?.[1];
  if (digits === undefined) throw new Error(`claim ${claim} does not print ${name}`);
  return 0.5 * 10 ** -Number(digits);
}

/** Expects what the ledger states, to the digits that it prints. */
export function expectStated(
  claim: number,
  name: string,
  actual: number | ArrayLike<number>,
): void {
  const found = typeof actual === "number" ? [actual] : Array.from(actual);
  const numbers = statedList(claim, name);
  expect(found, `claim ${claim}, ${name}`).toHaveLength(numbers.length);
  for (const [k, value] of found.entries()) {
    const apart = Math.abs(value - numbers[k]);
    const message = `claim ${claim}, ${name}: ${value}, the ledger says ${numbers[k]}`;
    // 2 % of slack, for a value that lies on the edge of two roundings.
    expect(apart, message).toBeLessThanOrEqual(1.02 * roundingOf(claim, name));
  }
}
