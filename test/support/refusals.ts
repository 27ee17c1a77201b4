import { expect } from "vitest";

/** A row of a table of bad inputs: what is bad, the call, the error's class, what its message must say. */
export type Refusal = [
  what: string,
  call: () => unknown,
  error: new (message?: string) => Error,
  message: RegExp,
];

/** Expects the error's very class, not a parent's, and the message to name the argument and the value. */
export function expectRefusal(...[, call, error, message]: Refusal): void {
  let thrown: unknown;
  try {
    call();
  } catch (caught) {
    thrown = caught;
  }
  expect(thrown, "nothing was thrown").toBeInstanceOf(error);
  expect((thrown as Error).message).toMatch(message);
}
