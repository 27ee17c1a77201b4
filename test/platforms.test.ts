import { describe, expect, it } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import * as project from "../scripts/project.mjs";

// The scripts' rules for the three operating systems, whichever this one is.
const PLATFORMS = ["linux", "darwin", "win32"] as const;

describe("on each operating system", () => {
  it.each([
    ["linux", "/home/a b/c", "/home/a b/c/bin/python"],
    ["darwin", "/Users/a b/c", "/Users/a b/c/bin/python"],
    ["win32", "C:\\Users\\a b\\c", "C:\\Users\\a b\\c\\Scripts\\python.exe"],
    ["win32", "\\\\server\\share\\c", "\\\\server\\share\\c\\Scripts\\python.exe"],
  ])("%s: the interpreter of a virtual environment", (platform, folder, python) => {
    expect(project.pythonOf(folder, platform)).toBe(python);
  });

  it.each([
    ["linux", [["python3"], ["python"]]],
    ["darwin", [["python3"], ["python"]]],
    ["win32", [["py", "-3"], ["python"]]],
  ])("%s: Python's commands, after the one that PYTHON names", (platform, commands) => {
    expect(project.pythonCandidates("", platform)).toEqual(commands);
    expect(project.pythonCandidates("D:\\my python.exe", platform)).toEqual([
      ["D:\\my python.exe"],
      ...commands,
    ]);
  });

  // Since Node 20.12.2 a .cmd or .bat file without a shell is refused (EINVAL).
  it.each(PLATFORMS)("%s: npm is no batch file", (platform) => {
    const node = "C:\\Program Files\\nodejs\\node.exe";
    expect(project.npmCommand("/x/npm-cli.js", platform, node)).toEqual([node, "/x/npm-cli.js"]);
    expect(project.npmCommand("", platform, node)).toEqual(
      platform === "win32"
        ? [node, "C:\\Program Files\\nodejs\\node_modules\\npm\\bin\\npm-cli.js"]
        : ["npm"],
    );
  });

  it("the lock of the set-up: a pipe on Windows, a name without a file on Linux, a short path on macOS", () => {
    expect(project.lockName("win32")).toMatch(/^\\\\\.\\pipe\\distillation-set-up-[0-9a-f]{16}$/);
    expect(project.lockName("linux")).toMatch(/^\0distillation-set-up-[0-9a-f]{16}$/);
    expect(project.lockName("darwin")).toMatch(/distillation-set-up-[0-9a-f]{16}$/);
    // macOS takes a socket's path of at most 103 bytes; its folder for temporary files has 49.
    expect(project.lockName("linux").length - 1 + "/".length + 49).toBeLessThan(103);
  });

  it("variables that lead elsewhere are dropped in any case, as Windows reads them; PATH and proxies stay", () => {
    const foreign = { PythonPath: "x", PIP_TARGET: "x", pip_user: "1", Node_Env: "production" };
    const own = { Path: "C:\\", SystemRoot: "C:\\Windows", pip_index_url: "x", HTTPS_PROXY: "x" };
    expect(project.ownEnvironment({ ...foreign, ...own })).toEqual(own);
  });
});
