import { Matrix } from "ml-matrix";
import { type Arguments, type Variant, written } from "./variants.js";

/** What JavaScript itself says when code trips over a value: no reader can tell from it what to change. */
const STUMBLED =
  /cannot read|cannot destructure|cannot set|is not a function|is not iterable|not iterable|invalid array length|invalid typed array|cannot convert|cannot mix|call stack|is not defined|not a constructor|argument must be|must be an instance|reduce of empty|out of range index|offset is out|\(intermediate value\)/i;

const CLASSES = ["RangeError", "TypeError", "StudyError"];

/** The names of all arguments and of their fields, down to the last. */
function namesIn(value: unknown, depth = 0): string[] {
  if (typeof value !== "object" || value === null || depth > 5) return [];
  if (ArrayBuffer.isView(value) || Matrix.isMatrix(value)) return [];
  if (Array.isArray(value)) return value.slice(0, 1).flatMap((part) => namesIn(part, depth + 1));
  return Object.entries(value).flatMap(([key, part]) => [key, ...namesIn(part, depth + 1)]);
}

/** What is wrong with an error, or undefined where it is a plain answer to the reader. */
export function faultOfError(
  error: unknown,
  args: Arguments,
  { value, whole }: Pick<Variant, "value" | "whole">,
  says: readonly string[] = [],
): string | undefined {
  if (!(error instanceof Error)) return `threw ${written(error)}, which is no Error`;
  const { message } = error;
  // A structure that is none at all (null for the options, 5 for a stream) is the type checker's business: JavaScript's own
  // TypeError is answer enough. Numbers, texts, arrays and what they hold must be refused in our own words.
  if (whole && error instanceof TypeError && message !== "") return undefined;
  const said = `${error.name}: ${message}`;
  // optimaOf documents a plain Error around whatever its learner throws.
  const learners = error.name === "Error" && message.startsWith("the learner failed on");
  if (!CLASSES.includes(error.name) && !learners) return `wrong class: ${said}`;
  if (message === "" || STUMBLED.test(message)) return `unhelpful: ${said}`;
  const named = [...namesIn(args), ...says].some((name) =>
    new RegExp(`(?<!\\w)${name}(?!\\w)`).test(message),
  );
  if (!named && !message.includes(written(value))) return `names no argument: ${said}`;
  return undefined;
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
