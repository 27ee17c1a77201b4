import { describe, expect, it, vi } from "vitest";
import { allCalls } from "./support/boundary/calls.js";
import { faultOfError, faultOfResult } from "./support/boundary/judge.js";
import { freshLibrary } from "./support/boundary/library.js";
import { badCalls } from "./support/boundary/variants.js";

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
    async ([name, entry]) => {
      const f = (lib as unknown as Record<string, (...args: unknown[]) => unknown>)[name];
      const {
        args,
        use = (result: unknown) => result,
        infinite = false,
        harmless = false,
        says,
      } = entry;
      const attempt = async (given: Record<string, unknown>) =>
        use((await f(...Object.values(given))) as never);
      await silently(async () => {
        expect(faultOfResult(await attempt(args()), infinite), "the valid call").toBeUndefined();
        const faults: string[] = [];
        let refusals = 0;
        for (const variant of badCalls(args())) {
          const given = args();
          variant.spoil(given);
          const fault = await attempt(given).then(
            (result) => faultOfResult(result, infinite),
            (error) => {
              refusals++;
              return faultOfError(error, args(), says);
            },
          );
          if (fault) faults.push(`${variant.name} → ${fault}`);
        }
        expect(faults).toEqual([]);
        expect(refusals === 0, `${refusals} refusals`).toBe(harmless);
      });
    },
  );
});
