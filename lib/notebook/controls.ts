import type { Choice, Reseed, Slider } from "../browser/liveOutput.js";
import { checkFinite, checkInteger, checkNumber } from "../validate/checks.js";

export interface ControlOptions {
  /** What stands beside the control. Default: the name that it has in live's controls. */
  label?: string;
}

export interface SliderOptions extends ControlOptions {
  /**
   * From one value to the next, by default 1, or 0.01 where the slider covers at most 1. On a logarithmic slider in
   * decades, by default 0.05.
   */
  step?: number;
  /** Equal ways of the slider are equal factors; its values have three significant digits. */
  log?: boolean;
  /** The values themselves, where they are not evenly spaced. */
  values?: readonly number[];
}

const MOST_POSITIONS = 1000;

/**
 * A slider for {@link live}.
 *
 * @param min the least value, above 0 on a logarithmic slider
 * @param max the largest value
 * @param start the value that the notebook is drawn with
 * @throws RangeError if start or one of the values is not from min to max, or there are over 1000
 * @example slider(0, 1, 0.5).step // 0.01
 */
export function slider(
  min: number,
  max: number,
  start: number,
  options: SliderOptions = {},
): Slider {
  const { log = false, values, label } = options;
  checkNumber("min", min, log ? Number.MIN_VALUE : undefined);
  checkNumber("max", max, min);
  checkNumber("start", start, min, max);
  const { step = log ? 0.05 : max - min <= 1 ? 0.01 : 1 } = options;
  const length = log ? Math.log10(max / min) : max - min;
  checkNumber("step", step, Math.max(length / MOST_POSITIONS, Number.MIN_VALUE));
  if (values) {
    if (values.length > MOST_POSITIONS)
      throw new RangeError(`values must be at most ${MOST_POSITIONS}, got ${values.length}`);
    values.forEach((value, k) => {
      checkNumber(`values[${k}]`, value, min, max);
    });
  }
  return {
    kind: "slider",
    ...labelled(label),
    start,
    min,
    max,
    ...(values ? { values } : { step }),
    ...(log ? { log } : {}),
  };
}

/**
 * A choice among a few values for {@link live}; it starts at the first.
 *
 * @param options strings or numbers, at least two
 * @throws RangeError if there are fewer, or a number is not finite
 * @example choice(["labels", "teacher"]).start // "labels"
 */
export function choice<T extends string | number>(
  options: readonly T[],
  { label }: ControlOptions = {},
): Choice<T> {
  if (options.length < 2)
    throw new RangeError(`options must be at least two, got ${options.length}`);
  checkFinite("options", options);
  return { kind: "choice", ...labelled(label), start: options[0], options };
}

/**
 * A button for {@link live} that gives another seed, so that a figure can be seen on another random draw.
 *
 * @param start the seed that the notebook is drawn with; each press gives the next
 * @throws RangeError if start is not a whole number from 0 to 10^9
 * @example reseed(7).start // 7
 */
export function reseed(start = 0, { label }: ControlOptions = {}): Reseed {
  checkInteger("start", start, 0, 1e9);
  return { kind: "reseed", ...labelled(label), start };
}

function labelled(label: string | undefined): { label?: string } {
  return label === undefined ? {} : { label };
}
