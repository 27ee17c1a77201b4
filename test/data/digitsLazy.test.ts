import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  return { ...fs, readFileSync: vi.fn(fs.readFileSync) };
});

const digitFilesRead = () =>
  vi.mocked(readFileSync).mock.calls.filter(([file]) => /mnist.*\.json$/.test(String(file))).length;

describe("the digits", () => {
  it("are read by nobody who only imports the studies, and once by those who ask", async () => {
    // Another file may have loaded the library, and read the digits, with a file system of its own.
    vi.resetModules();
    const { readDigits } = await import("../../lib/data/digits.js");
    await import("../../lib/chapters/selfDistillation/digitStudies.js");
    await import("../../lib/notebook/exercises.js");
    expect(digitFilesRead()).toBe(0);
    readDigits();
    readDigits();
    expect(digitFilesRead()).toBe(10);
  });
});
