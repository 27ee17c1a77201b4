import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot, lockName, root } from "../../scripts/project.mjs";
import { runNotebooks } from "../support/notebooks.js";
import { printedBy, writeNotebook } from "../support/scratchNotebook.js";

const folder = inRoot("test", "output", "faults");
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const notebook = (name: string, sources: string[], metadata?: object) =>
  writeNotebook(path.join(folder, name), sources, metadata);
const contentOf = (file: string) => readFileSync(file, "utf8");

describe("reproduce", () => {
  it("writes outputs back and leaves them alone the second time", () => {
    const file = notebook("good.ipynb", ["const n = 2;", "console.log(n + 1);"]);
    expect(runNotebooks("reproduce", file).status).toBe(0);
    expect(printedBy(file)).toEqual(["", "3\n"]);
    const first = contentOf(file);
    expect(runNotebooks("reproduce", file).status).toBe(0);
    expect(contentOf(file)).toBe(first);
    expect(runNotebooks("check", file).status).toBe(0);
  });

  it("does not write notebooks that fail, names the cell of each, and goes on with the others", () => {
    const faulty: [name: string, sources: string[], message: RegExp][] = [
      ["failing", ["console.log(1);", 'throw new Error("it broke");'], /cell 2: .*it broke/s],
      ["syntax", ["const = 3;"], /cell 1: /],
      ["type", ['const n: number = "text";'], /cell 1: .*not assignable to type 'number'/s],
      ["warning", ['console.warn("careful");'], /cell 1: careful/],
      [
        "rejection",
        [
          'setTimeout(() => Promise.reject(new Error("late")), 0); await new Promise((r) => setTimeout(r, 50));',
        ],
        /late/,
      ],
    ];
    const broken = faulty.map(([name, sources]) => notebook(`${name}.ipynb`, sources));
    const good = notebook("good.ipynb", ["console.log(7);"]);
    const before = broken.map(contentOf);
    const { status, stderr } = runNotebooks("reproduce", ...broken, good);
    expect(status).toBe(1);
    for (const [name, , message] of faulty) {
      const [, said = ""] = stderr.split(`${name}.ipynb: `);
      expect(said.split("test/output/faults/")[0], name).toMatch(message);
    }
    expect(broken.map(contentOf)).toEqual(before);
    expect(printedBy(good)).toEqual(["7\n"]);
  });

  it.each([
    ["without kernel metadata", {}],
    [
      "for another kernel",
      { kernelspec: { name: "python3", display_name: "Python", language: "python" } },
    ],
  ])("refuses a notebook %s in a line", (_, metadata) => {
    const file = notebook("other.ipynb", ["1"], metadata);
    const { status, stderr } = runNotebooks("reproduce", file);
    expect(status).toBe(1);
    expect(stderr).toMatch(/other\.ipynb: its metadata names the kernel .* not 'tslab'/);
  });

  it("says in a line where a notebook works that was copied out of the collection", () => {
    const outside = mkdtempSync(path.join(tmpdir(), "distillation-outside-"));
    const imports =
      'import { logLoss } from "distillation";\nimport { softplus } from "distillation";';
    const file = writeNotebook(path.join(outside, "copy.ipynb"), [imports]);
    const { stderr } = runNotebooks("reproduce", file);
    rmSync(outside, { recursive: true });
    expect(stderr).toBe(
      `${file}: cell 1: no 'distillation' here: this notebook works inside ${root} only\n` +
        "1 of 1 notebooks failed; none of them was changed\n",
    );
  });

  it("refuses what is not a notebook, or not there, in a line each", () => {
    const file = path.join(folder, "cut.ipynb");
    writeFileSync(file, '{"cells": [');
    const { status, stderr } = runNotebooks("reproduce", file, path.join(folder, "none.ipynb"));
    expect(status).toBe(1);
    expect(stderr).toMatch(/cut\.ipynb: this is not a notebook/);
    expect(stderr).toMatch(/none\.ipynb: there is no such file/);
    expect(contentOf(file)).toBe('{"cells": [');
  });

  it("says that the kernel died", () => {
    const file = notebook("dead.ipynb", ["process.kill(process.pid, 'SIGKILL');", "1"]);
    const { status, stderr } = runNotebooks("reproduce", file);
    expect(status).toBe(1);
    expect(stderr).toMatch(/cell 1: the kernel died/);
  });

  it("started twice at once waits for its turn at the set-up, and both write the notebook whole", async () => {
    const file = notebook("twice.ipynb", ["console.log(5);"]);
    const lock = createServer((waiting) => waiting.on("error", () => {}));
    const waiters = new Set<Socket>();
    lock.on("connection", (waiting) => waiters.add(waiting));
    // Held by this process until both runs stand before it, so that they meet for certain.
    await new Promise<void>((resolve) => lock.listen(lockName(), resolve));
    const commands = ["first", "second"].map(() => {
      const args = ["run", "reproduce", "--", file];
      return spawn("npm", args, { cwd: root, shell: process.platform === "win32" });
    });
    const ends = commands.map(
      (command) => new Promise((resolve) => command.once("close", resolve)),
    );
    const saying = commands.map((command) => {
      const waiting = "set-up: another set-up is running; waiting for it";
      let said = "";
      return new Promise<void>((resolve, reject) => {
        command.once("close", () => reject(new Error(said)));
        for (const stream of [command.stdout, command.stderr])
          stream.on("data", (chunk) => {
            said += chunk;
            if (said.includes(waiting)) resolve();
          });
      });
    });
    await Promise.all(saying).finally(() => {
      lock.close();
      for (const waiter of waiters) waiter.destroy();
    });
    expect(await Promise.all(ends)).toEqual([0, 0]);
    expect(printedBy(file)).toEqual(["5\n"]);
    expect(readdirSync(folder)).toEqual(["twice.ipynb"]);
  });

  it.skipIf(process.getuid?.() === 0)("keeps the old notebook when its folder is read-only", () => {
    const file = notebook("locked.ipynb", ["console.log(5);"]);
    const before = contentOf(file);
    chmodSync(folder, 0o555);
    const { status, stderr } = runNotebooks("reproduce", file);
    chmodSync(folder, 0o755);
    expect(status).toBe(1);
    expect(stderr).toMatch(/locked\.ipynb: .*[Pp]ermission denied/);
    expect(contentOf(file)).toBe(before);
  });
});

/** Whether this user may mount a small file system of its own (Linux, root). */
const disk = path.join(inRoot("test", "output"), "disk");
const mount = (...args: string[]) => spawnSync("mount", [...args, disk]).status === 0;
const unmount = () => spawnSync("umount", [disk]).status === 0;
function canMount(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  mkdirSync(disk, { recursive: true });
  return mount("-t", "tmpfs", "tmpfs") && unmount();
}

describe.skipIf(!canMount())("reproduce on a disk of its own", () => {
  beforeEach(() => {
    if (!mount("-t", "tmpfs", "-o", "size=256k", "tmpfs")) throw new Error("cannot mount tmpfs");
    return () => {
      unmount();
    };
  });
  afterAll(() => rmSync(disk, { recursive: true, force: true }));

  /** Fills what is left of the small disk to the last byte. */
  function fill() {
    const filler = openSync(path.join(disk, "filler"), "w");
    const writeTwiceItsSize = () => {
      for (let i = 0; i < 512; i++) writeSync(filler, "x".repeat(1024));
    };
    expect(writeTwiceItsSize).toThrow(/ENOSPC/);
    closeSync(filler);
  }

  it.each([
    ["full", "No space left on device", fill],
    ["read-only", "Read-only file system", () => expect(mount("-o", "remount,ro")).toBe(true)],
  ])(
    "that is %s says so in a line, keeps the old notebook and leaves nothing else behind",
    (_, reason, spoil) => {
      const file = writeNotebook(path.join(disk, "kept.ipynb"), ["console.log(5);"]);
      const before = contentOf(file);
      spoil();
      const files = readdirSync(disk);
      const { status, stderr } = runNotebooks("reproduce", file);
      expect(status).toBe(1);
      expect(stderr).toBe(
        `test/output/disk/kept.ipynb: it cannot be written: ${reason}\n` +
          "1 of 1 notebooks failed; none of them was changed\n",
      );
      expect(contentOf(file)).toBe(before);
      expect(readdirSync(disk)).toEqual(files);
    },
  );
});

describe("check", () => {
  it("names the cell whose output is not the committed one, and changes nothing", () => {
    const file = notebook("stale.ipynb", ["console.log(1);", "console.log(2);"]);
    runNotebooks("reproduce", file);
    const stale = contentOf(file).replace("2\\n", "3\\n");
    writeFileSync(file, stale);
    const { status, stderr } = runNotebooks("check", file);
    expect(status).toBe(1);
    expect(stderr).toMatch(/stale\.ipynb: cell 2: its output is not the committed one/);
    expect(contentOf(file)).toBe(stale);
  });
});
