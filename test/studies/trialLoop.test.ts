import { describe, expect, it } from "vitest";
import { seededStream } from "../../lib/random/seededStream.js";
import {
  messageOf,
  runTrials,
  StudyError,
  type StudyResult,
  type TrialFunction,
} from "../../lib/studies/trialLoop.js";

/** Runs all steps; returns the numbers of the trials in the order they were announced, and the result. */
function finish<P>(range: { first: number; end: number }, trial: TrialFunction<P>, parameters: P) {
  const announced: number[] = [];
  const steps = runTrials({ name: "loop", ...range }, trial, parameters);
  let step: IteratorResult<number, StudyResult> = steps.next();
  for (; !step.done; step = steps.next()) announced.push(step.value);
  return { announced, result: step.value };
}

describe("runTrials(range, trial, parameters)", () => {
  const uniform: TrialFunction<number> = (scale, rng) => ({ value: scale * rng.uniform(1)[0] });

  it("announces each trial just before it runs", () => {
    const log: string[] = [];
    const steps = runTrials(
      { name: "loop", first: 3, end: 5 },
      () => {
        log.push("runs");
        return { value: 0 };
      },
      null,
    );
    for (let step = steps.next(); !step.done; step = steps.next()) log.push(`trial ${step.value}`);
    expect(log).toEqual(["trial 3", "runs", "trial 4", "runs"]);
  });

  it("gives the trials of its range, whatever ran before", () => {
    const { result: all } = finish({ first: 0, end: 6 }, uniform, 2);
    const { announced, result: some } = finish({ first: 2, end: 5 }, uniform, 2);
    expect(announced).toEqual([2, 3, 4]);
    expect(some.value).toStrictEqual(all.value.slice(2, 5));
  });

  it("hands each trial its parameters and the stream of its number", () => {
    const { result } = finish({ first: 7, end: 8 }, uniform, 10);
    expect(result.value[0]).toBe(10 * seededStream("loop/7").uniform(1)[0]);
  });

  it("gives nothing for an empty range", () => {
    expect(finish({ first: 4, end: 4 }, uniform, 1)).toEqual({ announced: [], result: {} });
  });

  it("keeps every name of a trial as a column", () => {
    const { result } = finish(
      { first: 0, end: 2 },
      (_, rng) => ({ a: 1, b: rng.uniform(1).length }),
      0,
    );
    expect(result).toStrictEqual({ a: Float64Array.of(1, 1), b: Float64Array.of(1, 1) });
  });

  it.each([
    [
      "a trial that throws",
      () => {
        throw new RangeError("too small");
      },
      "trial 0 of loop failed: too small",
    ],
    [
      "a trial that throws a text",
      () => {
        throw "odd";
      },
      "trial 0 of loop failed: odd",
    ],
    ["infinity", () => ({ loss: Infinity }), "trial 0 of loop gave Infinity for loss"],
  ])("names the trial of %s", (_, trial, message) => {
    const call = () => finish({ first: 0, end: 2 }, trial, null);
    expect(call).toThrow(StudyError);
    expect(call).toThrow(message);
  });

  it("refuses a name that appears, one that goes and one that is replaced", () => {
    const changing = (later: Record<string, number>) => {
      let count = 0;
      return () => (count++ === 0 ? { a: 1, b: 2 } : later);
    };
    for (const later of [{ a: 1 }, { a: 1, b: 2, c: 3 }, { a: 1, c: 2 }]) {
      expect(() => finish({ first: 0, end: 2 }, changing(later as never), null)).toThrow(
        /trial 1 of loop gave other names than trial 0/,
      );
    }
  });
});

describe("messageOf(error)", () => {
  it("is the message of an error and the text of anything else", () => {
    expect(messageOf(new TypeError("wrong"))).toBe("wrong");
    expect(messageOf(404)).toBe("404");
  });
});
