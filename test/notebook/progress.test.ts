import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const text = vi.hoisted(() => vi.fn());
vi.mock("tslab", () => ({ newDisplay: () => ({ text }) }));

import { expectRefusal, type Refusal } from "../support/refusals.js";

// Another file may have loaded it with a tslab of its own.
vi.resetModules();
const { progress, progressLine } = await import("../../lib/notebook/progress.js");

const shown = () => text.mock.calls.map(([line]) => line);
const listeners = () => process.listenerCount("SIGINT");

describe("progressLine(label, done, total)", () => {
  it("gives the example of its documentation", () => {
    expect(progressLine("trials", 1, 2)).toBe(`[${"#".repeat(15)}${" ".repeat(15)}] 1 of 2 trials`);
  });

  it("is empty at the beginning and full at the end", () => {
    expect(progressLine("trials", 0, 7)).toBe(`[${" ".repeat(30)}] 0 of 7 trials`);
    expect(progressLine("trials", 7, 7)).toBe(`[${"#".repeat(30)}] 7 of 7 trials`);
  });

  it("does not overflow its bar", () => {
    expect(progressLine("trials", 9, 7)).toBe(`[${"#".repeat(30)}] 9 of 7 trials`);
  });

  it("never shrinks as work goes on", () => {
    const lengths = Array.from(
      { length: 101 },
      (_, i) => progressLine("x", i, 100).split("#").length,
    );
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  });
});

describe("progress(label, total)", () => {
  beforeEach(() => {
    text.mockClear();
    vi.useFakeTimers({ toFake: ["performance", "setTimeout"] });
    vi.advanceTimersByTime(1000);
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  /** Awaits an update while fake time goes on. */
  const update = async (bar: ReturnType<typeof progress>, done: number) => {
    const updated = bar.update(done);
    vi.advanceTimersByTime(1);
    await updated;
  };

  it("shows an empty bar at once, and leaves a line without a timing behind", () => {
    const bar = progress("trials", 3);
    bar.finish();
    expect(shown()).toEqual([progressLine("trials", 0, 3), "3 trials done"]);
  });

  it("redraws at most every tenth of a second", async () => {
    const bar = progress("trials", 1000);
    // Each update takes a millisecond here: the 1st is drawn, and each hundredth after it.
    for (let done = 1; done <= 450; done++) await update(bar, done);
    bar.finish();
    const drawn = [0, 1, 101, 201, 301, 401].map((done) => progressLine("trials", done, 1000));
    expect(shown()).toEqual([...drawn, "1000 trials done"]);
  });

  it("redraws when a tenth of a second has passed", async () => {
    const bar = progress("trials", 10);
    await update(bar, 1);
    vi.advanceTimersByTime(50);
    await update(bar, 2);
    vi.advanceTimersByTime(100);
    await update(bar, 3);
    bar.finish();
    const drawn = [0, 1, 3].map((done) => progressLine("trials", done, 10));
    expect(shown()).toEqual([...drawn, "10 trials done"]);
  });

  it("stops at an interrupt, saying how far it got", async () => {
    const before = listeners();
    const bar = progress("trials", 10);
    expect(listeners()).toBe(before);
    await new Promise((resolve) => setImmediate(resolve));
    expect(listeners()).toBe(before + 1);
    // Only ours is called: vitest's own would end the run.
    (process.listeners("SIGINT").at(-1) as () => void)();
    const updated = bar.update(4);
    vi.advanceTimersByTime(1);
    await expect(updated).rejects.toThrow("interrupted after 4 of 10 trials");
    bar.finish();
    expect(listeners()).toBe(before);
  });

  it("hears an interrupt in every open bar, through one listener", async () => {
    const before = listeners();
    const bars = Array.from({ length: 20 }, () => progress("trials", 10));
    await new Promise((resolve) => setImmediate(resolve));
    expect(listeners()).toBe(before + 1);
    (process.listeners("SIGINT").at(-1) as () => void)();
    for (const bar of bars) {
      const updated = bar.update(4);
      vi.advanceTimersByTime(1);
      await expect(updated).rejects.toThrow("interrupted after 4 of 10 trials");
    }
    expect(listeners()).toBe(before);
  });

  it("leaves no listener behind", () => {
    const before = listeners();
    progress("trials", 1).finish();
    expect(listeners()).toBe(before);
  });

  const refusals: Refusal[] = [
    ["a total of 0", () => progress("trials", 0), RangeError, /^total .* got 0$/],
    ["half a step", () => progress("trials", 1.5), RangeError, /^total .* got 1\.5$/],
    ["NaN", () => progress("trials", NaN), RangeError, /^total .* got NaN$/],
  ];
  it.each(refusals)("refuses %s", expectRefusal);
});
