// Argument checks shared by every room. Each names the argument and the value it refuses.

/** Far past any quantity here, and a drawing's arithmetic does not overflow yet: figures and losses end here. */
export const LARGEST = 1e12;

/** Shortens a value for an error message: at most 60 characters. */
export function describe(value: unknown): string {
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
  if (typeof value !== "number") {
    throw new TypeError(`${name} must be a number, got ${describe(value)}`);
  }
  if (!Number.isSafeInteger(value) || value < min || value > max) {
    throw new RangeError(
      `${name} must be a whole number from ${min} to ${max}, got ${describe(value)}`,
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
  checkArray(name, values);
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
  if (typeof value !== "number") {
    throw new TypeError(`${name} must be a number, got ${describe(value)}`);
  }
  if (!(value >= min && value <= max)) {
    const range = min === -Number.MAX_VALUE ? "finite" : `in [${min}, ${max}]`;
    throw new RangeError(`${name} must be ${range}, got ${describe(value)}`);
  }
}

/** Throws a TypeError unless `value` is an array or a typed array of numbers (its elements are not looked at). */
export function checkArray(name: string, value: ArrayLike<number>): void {
  const isList = Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value);
  if (!isList) throw new TypeError(`${name} must be an array of numbers, got ${describe(value)}`);
}

/** Throws unless every element of `values` is a number in [min, max]; names the first that is not. */
export function checkValues(
  name: string,
  values: ArrayLike<number>,
  min = -Number.MAX_VALUE,
  max = Number.MAX_VALUE,
): void {
  checkArray(name, values);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value !== "number" || !(value >= min && value <= max)) {
      checkNumber(`${name}[${i}]`, value, min, max);
    }
  }
}

/** Throws a RangeError unless `values` has `length` elements, as many as the argument called `other`. */
export function checkLength(
  name: string,
  values: ArrayLike<number>,
  length: number,
  other: string,
): void {
  checkArray(name, values);
  if (values.length !== length) {
    throw new RangeError(
      `${name} must have as many elements as ${other} (${length}), got ${values.length}`,
    );
  }
}

/** Throws a RangeError where `values` has no element. */
export function checkNotEmpty(name: string, values: ArrayLike<number>): void {
  checkArray(name, values);
  if (values.length === 0) throw new RangeError(`${name} must not be empty, got 0 elements`);
}

/** Throws a TypeError unless `value` is an array, of whatever: rows, trials, names. */
export function checkList(name: string, value: readonly unknown[]): void {
  if (!Array.isArray(value))
    throw new TypeError(`${name} must be an array, got ${describe(value)}`);
}

/** Throws a TypeError unless `value` is an object whose fields can be read, and no list. */
export function checkObject(name: string, value: object): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError(`${name} must be an object, got ${describe(value)}`);
  }
}

/** Throws a TypeError unless `value` can be called. */
export function checkFunction(name: string, value: unknown): void {
  if (typeof value !== "function") {
    throw new TypeError(`${name} must be a function, got ${describe(value)}`);
  }
}

/** Throws a TypeError unless `value` is a text, which may be empty. */
export function checkString(name: string, value: unknown): void {
  if (typeof value !== "string") {
    throw new TypeError(`${name} must be a text, got ${describe(value)}`);
  }
}

/** Throws a TypeError unless `value` is a text, a RangeError where it is empty. */
export function checkText(name: string, value: string): void {
  checkString(name, value);
  if (value === "") throw new RangeError(`${name} must not be empty, got ""`);
}

/** Throws a TypeError unless `value` is a text, a RangeError unless it is one of those in `choices`. */
export function checkChoice(name: string, value: string, choices: readonly string[]): void {
  checkString(name, value);
  if (!choices.includes(value)) {
    throw new RangeError(`${name} must be one of ${choices.join(", ")}, got ${describe(value)}`);
  }
}

/**
 * Throws a RangeError where a result is not finite, although each argument is a number in its domain: then one is too large.
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
