import { describe, expect, it, vi } from "vitest";
import { allCalls } from "./support/boundary/calls.js";
import { expectRefusals } from "./support/boundary/expectRefusals.js";
import { freshLibrary } from "./support/boundary/library.js";

vi.mock("tslab", () => {
  const output = { text() {}, html() {}, markdown() {} };
  return { display: output, newDisplay: () => output };
});
vi.mock("../lib/notebook/displayBundle.js", () => ({ displayBundle() {} }));

const lib = await freshLibrary();
const table = await allCalls(lib);
const walked = Object.entries(table).flatMap(([name, entry]) =>
  typeof entry === "string" ? [] : [[name, entry] as const],
);
const silently = async (work: () => Promise<void>) => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  try {
    await work();
  } finally {
    log.mockRestore();
    warn.mockRestore();
  }
};

describe("bad input", () => {
  it("is tried on every export of the library, and on nothing else", () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(lib).sort());
    for (const [name, value] of Object.entries(lib)) {
      const kind =
        typeof value !== "function"
          ? "constant"
          : /^class\b/.test(`${value}`)
            ? "class"
            : "function";
      expect(typeof table[name] === "string" ? table[name] : "function", name).toBe(kind);
    }
  });

  it.for(walked)(
    "%s(…) refuses it in a line about an argument, or answers with finite numbers",
    ([name, entry]) => silently(() => expectRefusals(lib, name, entry)),
  );
});
