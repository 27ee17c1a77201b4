import { describe, expect, it } from "vitest";
import { positionsOf } from "../../lib/browser/liveOutput.js";
import { choice, reseed, slider } from "../../lib/notebook/controls.js";
import { expectRefusal } from "../support/refusals.js";

describe("slider(min, max, start, options)", () => {
  const positions = (...args: Parameters<typeof slider>) => positionsOf(slider(...args));

  it.each([
    ["whole numbers", [3, 7, 4], [3, 4, 5, 6, 7]],
    ["steps of its own", [0, 1, 0.5, { step: 0.25 }], [0, 0.25, 0.5, 0.75, 1]],
    ["values without the noise of adding up", [0, 0.3, 0, { step: 0.1 }], [0, 0.1, 0.2, 0.3]],
    ["a start between its steps", [0, 10, 3, { step: 5 }], [0, 3, 5, 10]],
    ["an end that no step reaches", [0, 9, 0, { step: 4 }], [0, 4, 8]],
    ["equal factors", [0.01, 100, 1, { log: true, step: 1 }], [0.01, 0.1, 1, 10, 100]],
    ["factors of three digits", [1, 10, 1, { log: true, step: 0.25 }], [1, 1.78, 3.16, 5.62, 10]],
    ["values of its own", [10, 90, 30, { values: [10, 30, 90] }], [10, 30, 90]],
  ] as const)("stands on %s", (_, args, expected) => {
    expect(positions(...(args as unknown as Parameters<typeof slider>))).toEqual(expected);
  });

  it("takes hundredths where it covers at most 1", () => {
    expect(positions(0, 1, 0.5)).toHaveLength(101);
  });

  it.each([
    ["a start outside", () => slider(0, 1, 2), /^start must be in \[0, 1\], got 2$/],
    ["a largest value below the least", () => slider(1, 0, 0), /^max must be/],
    ["a logarithm of 0", () => slider(0, 1, 1, { log: true }), /^min must be/],
    ["over 1000 steps", () => slider(0, 1, 0, { step: 1e-4 }), /^step must be/],
    ["a value outside", () => slider(0, 1, 0, { values: [2] }), /^values\[0\] must be/],
  ])("refuses %s", (_, call, message) => {
    expectRefusal("", call, RangeError, message);
  });
});

describe("choice(options), reseed(start)", () => {
  it("start at the first, and at the seed", () => {
    expect(choice(["a", "b"]).start).toBe("a");
    expect(reseed(7).start).toBe(7);
    expect(reseed().start).toBe(0);
  });

  it("keep a label", () => {
    expect(choice([1, 2], { label: "alpha" }).label).toBe("alpha");
    expect(reseed(0, { label: "Again" }).label).toBe("Again");
    expect(slider(0, 1, 0, { label: "tau" }).label).toBe("tau");
  });
});
