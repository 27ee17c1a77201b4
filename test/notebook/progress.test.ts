import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const text = vi.hoisted(() => vi.fn());
vi.mock("tslab", () => ({ newDisplay: () => ({ text }) }));

// Another file may have loaded it with a tslab of its own.
vi.resetModules();
const { progressLine, withProgress } = await import("../../lib/notebook/progress.js");

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

describe("withProgress(label, work)", () => {
  beforeEach(() => {
    text.mockClear();
    vi.useFakeTimers({ toFake: ["performance", "setTimeout"] });
    vi.advanceTimersByTime(1000);
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  /** Awaits a report while fake time goes on. */
  const report = async (reported: Promise<void> | void) => {
    vi.advanceTimersByTime(1);
    await reported;
  };
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  // Only ours is called: vitest's own would end the run.
  const interrupt = () => (process.listeners("SIGINT").at(-1) as () => void)();

  it("says at once what is being done, and leaves a line without a timing behind", async () => {
    expect(
      await withProgress("trials", async (onProgress) => {
        await report(onProgress(3, 3));
        return 7;
      }),
    ).toBe(7);
    expect(shown()).toEqual(["trials …", progressLine("trials", 3, 3), "3 trials done"]);
  });

  it("redraws at most every tenth of a second", async () => {
    await withProgress("trials", async (onProgress) => {
      // Each report takes a millisecond here: the 1st is drawn, and each hundredth after it.
      for (let done = 1; done <= 450; done++) await report(onProgress(done, 1000));
    });
    const drawn = [1, 101, 201, 301, 401].map((done) => progressLine("trials", done, 1000));
    expect(shown()).toEqual(["trials …", ...drawn, "1000 trials done"]);
  });

  it("stops at an interrupt, saying how far it got", async () => {
    const before = listeners();
    const work = withProgress("trials", async (onProgress) => {
      expect(listeners()).toBe(before);
      await turn();
      expect(listeners()).toBe(before + 1);
      interrupt();
      await report(onProgress(4, 10));
    });
    await expect(work).rejects.toThrow("interrupted after 4 of 10 trials");
    expect(listeners()).toBe(before);
  });

  it("hears an interrupt in every open bar, through one listener", async () => {
    const before = listeners();
    const bars = Array.from({ length: 20 }, () =>
      withProgress("trials", async (onProgress) => {
        await turn();
        await turn();
        await report(onProgress(4, 10));
      }),
    );
    await turn();
    expect(listeners()).toBe(before + 1);
    interrupt();
    for (const bar of await Promise.allSettled(bars)) expect(bar.status).toBe("rejected");
    expect(listeners()).toBe(before);
  });

  it("leaves no listener and no word of success behind when the work fails, early or late", async () => {
    const before = listeners();
    const fail = () => Promise.reject(new Error("no fit"));
    for (const work of [fail, () => turn().then(fail)]) {
      await expect(withProgress("trials", work)).rejects.toThrow("no fit");
      await turn();
      expect(listeners()).toBe(before);
    }
    expect(shown().join()).not.toContain("done");
  });
});
