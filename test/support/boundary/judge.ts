import { Matrix } from "ml-matrix";
import type { Arguments } from "./variants.js";

const CLASSES = ["RangeError", "TypeError", "StudyError"];

/** What an experiment or an enumeration puts before the message of what went wrong inside. */
const SETTING = /^(trial \d+ of \S+ failed|the learner failed on the label vector [01]+): /;

/** The names of all arguments and of their fields, down to the last. */
function namesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (ArrayBuffer.isView(value) || Matrix.isMatrix(value)) return [];
  if (Array.isArray(value)) return value.slice(0, 1).flatMap(namesIn);
  return Object.entries(value).flatMap(([key, part]) => [key, ...namesIn(part)]);
}

/** What is wrong with an error, or undefined where its subject, what stands before "must", is an argument. */
export function faultOfError(
  error: unknown,
  args: Arguments,
  says: readonly string[] = [],
): string | undefined {
  if (!(error instanceof Error)) return "threw something that is no Error";
  const message = error.message.replace(SETTING, "");
  if (!CLASSES.includes(error.name) && message === error.message) {
    return `wrong class: ${error.name}: ${message}`;
  }
  const [subject] = message.split(" must ", 1);
  const named = [...namesIn(args), ...says].some((name) =>
    new RegExp(`(?<!\\w)${name}(?!\\w)`).test(subject),
  );
  return named ? undefined : `names no argument: ${message}`;
}

/** Where a result holds something that is not a finite number, or undefined. */
export function faultOfResult(
  result: unknown,
  infinityAllowed = false,
  at = "result",
): string | undefined {
  const bad = infinityAllowed ? /\bNaN\b|\bundefined\b/ : /\bNaN\b|\bInfinity\b|\bundefined\b/;
  if (typeof result === "number") {
    if (Number.isNaN(result)) return `${at} is NaN`;
    return Number.isFinite(result) || infinityAllowed ? undefined : `${at} is ${result}`;
  }
  if (typeof result === "string") {
    const found = bad.exec(result);
    return found ? `${at} holds ${found[0]}` : undefined;
  }
  if (typeof result !== "object" || result === null) return undefined;
  if (Matrix.isMatrix(result)) return faultOfResult(result.to1DArray(), infinityAllowed, at);
  const parts = ArrayBuffer.isView(result)
    ? Array.from(result as Float64Array, (part, i) => [i, part] as const)
    : Object.entries(result);
  for (const [key, part] of parts) {
    const fault = faultOfResult(part, infinityAllowed, `${at}.${key}`);
    if (fault) return fault;
  }
  return undefined;
}
