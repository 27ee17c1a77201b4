import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot, jupyterEnvironment, root, venvPython } from "../../scripts/project.mjs";

// Windows interrupts by other means than signals.
describe.skipIf(process.platform === "win32")("a study in a kernel", () => {
  it("stops with its workers at an interrupt, and another one runs after it", () => {
    const script = inRoot("test", "notebooks", "study_interrupt.py");
    const { stdout, stderr } = spawnSync(venvPython, [script, inRoot("notebooks")], {
      cwd: root,
      env: jupyterEnvironment(),
      encoding: "utf8",
    });
    expect(stdout, stderr).toContain("status");
    const { status, used, after } = JSON.parse(stdout);
    expect(status).toBe("error");
    expect(used, "seconds of processor time in one second").toBeLessThan(0.5);
    expect(after).toBe("5");
  });
});
