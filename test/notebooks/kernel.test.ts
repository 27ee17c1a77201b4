import { spawnSync } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot, jupyterEnvironment, root, venvPython } from "../../scripts/project.mjs";

interface Interrupted {
  status: string;
  seconds: number;
  printed: string;
  after: string;
}
interface Failed {
  status: string;
  ename: string;
  evalue: string;
  traceback: string;
  outputs: [type: string, value: string][];
}
interface Faults {
  thrown: Failed;
  rejected: Failed;
  uncompiled: Failed;
  synchronous: Interrupted;
  progress: Interrupted;
  longest: Interrupted;
  workers: { status: string; used: number; after: string };
  killed: { printed: string; after: string; answered: number };
  many: { lines: string[]; status: string };
  short: [printed: string, status: string][];
  going_on: string[];
  unread: { status: string; ended: boolean };
  reconnected: { same: boolean; second: string };
  taken: { code: number; said: string; first: string };
}

// Windows interrupts and kills by other means than signals.
describe.skipIf(process.platform === "win32")("a kernel", () => {
  let faults: Faults;
  beforeAll(() => {
    const script = inRoot("test", "notebooks", "kernel_faults.py");
    const { stdout, stderr } = spawnSync(venvPython, [script, inRoot("notebooks")], {
      cwd: root,
      env: jupyterEnvironment(),
      encoding: "utf8",
    });
    expect(stdout, stderr).toContain("synchronous");
    faults = JSON.parse(stdout);
  });

  it.each([["synchronous"], ["progress"], ["longest"]] as const)(
    "interrupted in the %s cell stops within 2 s of computing and goes on",
    (kind) => {
      expect(faults[kind]).toMatchObject({ status: "error", printed: "41\n", after: "ok" });
      expect(faults[kind].seconds).toBeLessThan(2);
    },
  );

  it("interrupted in a study stops with its workers, and runs another one after it", () => {
    const { status, used, after } = faults.workers;
    expect(status).toBe("error");
    expect(used, "seconds of processor time in one second").toBeLessThan(0.5);
    expect(after).toBe("5");
  });

  it("killed in the middle of a cell and restarted answers what it was asked meanwhile, and runs cells again", () => {
    expect(faults.killed).toEqual({ printed: `${Math.LN2}\n`, after: "ok", answered: 10 });
  });

  it.each(["thrown", "rejected"] as const)(
    "tells clients of an error that is %s: name, message and stack, in the reply and as one output",
    (how) => {
      const evalue = "n must be whole, got 0.5";
      expect(faults[how]).toMatchObject({ status: "error", ename: "RangeError", evalue });
      expect(faults[how].traceback).toMatch(/^RangeError: n must be whole, got 0\.5\n {4}at /m);
      expect(faults[how].traceback).not.toMatch(/tslab|kernel\.cjs/);
      expect(faults[how].outputs).toEqual([["error", evalue]]);
    },
  );

  it("tells clients of all that the compiler refuses", () => {
    const { ename, evalue, traceback, outputs } = faults.uncompiled;
    expect(ename).toBe("CompileError");
    expect(evalue).toMatch(/^1:7 - Type 'string' is not assignable to type 'number'/);
    expect(traceback.split("\n")).toHaveLength(2);
    expect(outputs).toEqual([["error", evalue]]);
  });

  it("loses none of 5000 messages of one cell", () => {
    expect(faults.many).toEqual({
      status: "ok",
      lines: Array.from({ length: 5000 }, (_, k) => `${k}`),
    });
  });

  it("takes `{ a }` for an earlier cell's variable, and for the cell's own where there is one", () => {
    expect(faults.short).toEqual([
      ["{ a: 1, b: 2 } 1\n", "ok"],
      [`${Math.LN2}\n`, "ok"],
      ["3\n{ b: 4 }\n", "ok"],
      ["{ a: 'own' } { b: 5 }\n", "ok"],
    ]);
  });

  it("goes on after an error where it is asked to, with the cells that wait and with those that come", () => {
    expect(faults.going_on).toEqual(["ok", "error", "error", "ok"]);
  });

  it("answers a page that has connected again before its first connection is closed", () => {
    expect(faults.reconnected).toEqual({ same: true, second: "2\n" });
  });

  it("ends when asked to, though nobody fetches its last messages", () => {
    expect(faults.unread).toEqual({ status: "ok", ended: true });
  });

  it("that finds its ports taken says so and ends; the one that has them goes on", () => {
    const { code, said, first } = faults.taken;
    expect({ code, first }).toEqual({ code: 1, first: "ok" });
    expect(said).toMatch(/^the kernel cannot open its sockets: .*Address already in use.*\n$/);
  });
});
