import { spawn } from "node:child_process";
import path from "node:path";
import { describe, expect, it } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { root, venvPython } from "../../scripts/project.mjs";

/** A terminal that runs `npm start`, has a cell print lines and compute on, and then does as the ending says. */
const terminal = path.join(import.meta.dirname, "terminal.py");

describe.skipIf(process.platform === "win32")("npm start", () => {
  it.concurrent.each([
    ["answered y", "20000 lines, nothing left"],
    ["answered n, then SIGTERM to npm", "1 line, resumed, nothing left"],
    ["terminal closed", "1 line, nothing left"],
    ["SIGKILL to npm", "1 line, nothing left"],
    ["SIGKILL to all but the kernel", "1 line, nothing left"],
  ])("%s: %s", async (ending, seen) => {
    const child = spawn(venvPython, [terminal, root, ending]);
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
    });
    let errors = "";
    child.stderr.on("data", (chunk) => {
      errors += chunk;
    });
    await new Promise((resolve) => child.once("close", resolve));
    expect({ said: said.trim(), errors }).toEqual({ said: seen, errors: "" });
  });
});
