import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Matrix } from "ml-matrix";
import { describe, expect, it, vi } from "vitest";

vi.mock("tslab", () => ({ display: {}, newDisplay: () => ({}) }));

// Another file may have loaded the library with a tslab of its own.
vi.resetModules();
const lib = fileURLToPath(new URL("../lib/", import.meta.url));
const everything: Record<string, unknown> = { Matrix, ...(await import("../lib/index.js")) };

/** The lines "@example call // value" of the documentation whose value is one that JavaScript can read. */
const examples = readdirSync(lib, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !/(^|[\\/])(dist|node_modules)[\\/]/.test(file))
  .sort()
  .flatMap((file) => {
    const text = readFileSync(path.join(lib, file), "utf8");
    return Array.from(
      text.matchAll(/@example (.+) \/\/ ([-\d[{"].*|\w+Array \[.*)$/gm),
      (match) => ({
        file,
        call: match[1],
        value: match[2].replace(/ \*\/$/, ""),
      }),
    );
  });

const evaluate = (code: string, scope: Record<string, unknown>): unknown =>
  new Function(...Object.keys(scope), `return (${code});`)(...Object.values(scope));

const UNREADABLE = Symbol("uses what is not in scope");
function attempt(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof SyntaxError) return UNREADABLE;
    throw error;
  }
}

/** Typed arrays as plain ones, numbers to 14 digits: documentation may say 1 for 1.0000000000000004. */
const plain = (value: unknown) =>
  JSON.parse(
    JSON.stringify(value, (_, part) => {
      if (ArrayBuffer.isView(part)) return Array.from(part as unknown as ArrayLike<number>);
      return typeof part === "number" ? Number(part.toPrecision(14)) : part;
    }),
  );

describe("the documentation's examples", () => {
  it("are found", () => expect(examples.length).toBeGreaterThan(20));

  it.for(examples)("$file: $call", async ({ file, call, value }, context) => {
    const own = await import(/* @vite-ignore */ `../lib/${file.split(path.sep).join("/")}`);
    const result = attempt(() => evaluate(call, { ...everything, ...own }));
    // Examples that go on from earlier lines, or await, are for reading only.
    if (result === UNREADABLE) return context.skip();
    if (value.endsWith("…")) {
      expect(String(result).startsWith(value.slice(0, -1)), `${result}`).toBe(true);
    } else {
      const expected = attempt(() => evaluate(value.replace(/\w+Array \[/g, "["), {}));
      if (expected === UNREADABLE) return context.skip();
      expect(plain(result)).toEqual(plain(expected));
    }
  });
});
