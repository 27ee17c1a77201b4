import { beforeEach, describe, expect, it, vi } from "vitest";

const written: string[] = [];
vi.mock("tslab", () => ({
  newDisplay: () => ({ text: (line: string) => written.push(line) }),
  display: {},
}));
// Another file may have loaded the library with a tslab of its own.
vi.resetModules();
const { watchStudy } = await import("../../lib/notebook/watchStudy.js");

const study = (trial: () => Record<string, number>) => ({
  name: "test/watched",
  trials: 3,
  parameters: null,
  trial,
  module: import.meta.url,
});

beforeEach(() => {
  written.length = 0;
});

describe("watchStudy(study)", () => {
  it("returns the result and leaves a fixed line", async () => {
    const result = await watchStudy(
      study(() => ({ value: 7 })),
      { workers: 0 },
    );
    expect([...result.value]).toEqual([7, 7, 7]);
    expect(written.at(-1)).toBe("3 trials of test/watched done");
  });

  it("neither calls a failed study done nor keeps its interrupt listener", async () => {
    const failing = study(() => {
      throw new Error("no fit");
    });
    const before = process.listenerCount("SIGINT");
    await expect(watchStudy(failing, { workers: 0 })).rejects.toThrow("trial 0 of test/watched");
    expect(process.listenerCount("SIGINT")).toBe(before);
    expect(written.join()).not.toContain("done");
  });

  it("stops at an interrupt", async () => {
    const slow = study(() => {
      process.emit("SIGINT");
      return { value: 1 };
    });
    await expect(watchStudy(slow, { workers: 0 })).rejects.toThrow(
      /interrupted after \d of 3 trials/,
    );
  });
});
