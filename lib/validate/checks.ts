// Checks for what a reader's cell can call: each names the argument and the value that it refuses. They do not repeat
// what the compiler refuses.

/** Larger than any quantity here, and small enough that a drawing's arithmetic does not overflow. */
export const MAX_MAGNITUDE = 1e12;

/** Shortens a value for an error message: at most 60 characters. */
export function formatValue(value: unknown): string {
  const quoted = typeof value === "string" || (Array.isArray(value) && value.length === 0);
  const text = quoted ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Throws a RangeError unless `value` is a whole number from `min` to `max`. */
export function checkInteger(
  name: string,
  value: number,
  min = 0,
  max = Number.MAX_SAFE_INTEGER,
): void {
  if (!Number.isSafeInteger(value) || value < min || value > max) {
    throw new RangeError(
      `${name} must be a whole number from ${min} to ${max}, got ${formatValue(value)}`,
    );
  }
}

/** Throws unless every element of `values` is a whole number from `min` to `max`; names the first that is not. */
export function checkIntegers(
  name: string,
  values: ArrayLike<number>,
  min = 0,
  max = Number.MAX_SAFE_INTEGER,
): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isSafeInteger(value) || value < min || value > max) {
      checkInteger(`${name}[${i}]`, value, min, max);
    }
  }
}

/** Throws a RangeError unless `value` is a number in [min, max]; an infinite bound includes infinity. */
export function checkNumber(
  name: string,
  value: number,
  min = -Number.MAX_VALUE,
  max = Number.MAX_VALUE,
): void {
  if (!(value >= min && value <= max)) {
    const range = min === -Number.MAX_VALUE ? "finite" : `in [${min}, ${max}]`;
    throw new RangeError(`${name} must be ${range}, got ${formatValue(value)}`);
  }
}

/** Throws unless every element of `values` is a number in [min, max]; names the first that is not. */
export function checkValues(
  name: string,
  values: ArrayLike<number>,
  min = -Number.MAX_VALUE,
  max = Number.MAX_VALUE,
): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!(value >= min && value <= max)) {
      checkNumber(`${name}[${i}]`, value, min, max);
    }
  }
}

/** Throws a RangeError unless `values` has `length` elements, as many as the argument called `other`. */
export function checkLength(
  name: string,
  values: ArrayLike<unknown>,
  length: number,
  other: string,
): void {
  if (values.length !== length) {
    throw new RangeError(
      `${name} must have as many elements as ${other} (${length}), got ${values.length}`,
    );
  }
}

/** Throws a RangeError if `values` has no element. */
export function checkNotEmpty(name: string, values: ArrayLike<unknown>): void {
  if (values.length === 0) throw new RangeError(`${name} must not be empty, got 0 elements`);
}

/** Throws a RangeError unless each element is larger than the one before. */
export function checkIncreasing(name: string, values: ArrayLike<number>): void {
  for (let i = 1; i < values.length; i++) {
    if (!(values[i] > values[i - 1])) {
      throw new RangeError(
        `${name} must increase, got ${formatValue(values[i])} after ${formatValue(values[i - 1])}`,
      );
    }
  }
}

/** Throws a RangeError unless `value` is one of `choices`. */
export function checkChoice(name: string, value: string, choices: readonly string[]): void {
  if (!choices.includes(value)) {
    throw new RangeError(`${name} must be one of ${choices.join(", ")}, got ${formatValue(value)}`);
  }
}

/**
 * Throws a RangeError that names the first place in a structure of objects, arrays and typed arrays whose number is
 * not finite, or larger than {@link MAX_MAGNITUDE}: `result.student[3] must be finite, got NaN`. Values that are not numbers are ignored.
 */
export function checkFinite(name: string, value: unknown): void {
  if (typeof value === "number") {
    if (Math.abs(value) <= MAX_MAGNITUDE) return;
    const bound = Number.isFinite(value) ? `at most ${MAX_MAGNITUDE} in size` : "finite";
    throw new RangeError(`${name} must be ${bound}, got ${value}`);
  }
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    const list = value as ArrayLike<unknown>;
    for (let i = 0; i < list.length; i++) {
      // A name put together for each of many numbers would take longer than looking at them.
      if (typeof list[i] !== "number" || !(Math.abs(list[i] as number) <= MAX_MAGNITUDE)) {
        checkFinite(`${name}[${i}]`, list[i]);
      }
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      checkFinite(/^\w+$/.test(key) ? `${name}.${key}` : `${name}["${key}"]`, part);
    }
  }
}

/**
 * Throws a RangeError if a result is not finite, although each argument is a number in its domain: then one is too large.
 *
 * @param causes the arguments that can be to blame, such as "inputs or weights"
 */
export function checkResult(causes: string, result: number | ArrayLike<number>): void {
  if (typeof result !== "number") {
    for (let i = 0; i < result.length; i++) {
      if (!Number.isFinite(result[i])) checkResult(causes, result[i]);
    }
  } else if (!Number.isFinite(result)) {
    throw new RangeError(`${causes} must give a finite result, got ${result}`);
  }
}
