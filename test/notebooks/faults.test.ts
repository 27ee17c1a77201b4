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
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot, lockName, root } from "../../scripts/project.mjs";
import { runNotebooks } from "../support/notebooks.js";
import { printedBy, writeNotebook } from "../support/scratchNotebook.js";
import { STANDSTILL } from "../support/standstill.js";

const folder = inRoot("test", "output", "faults");
function emptyFolder() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const notebook = (name: string, sources: string[], metadata?: object) =>
  writeNotebook(path.join(folder, name), sources, metadata);
const contentOf = (file: string) => readFileSync(file, "utf8");

/** Cells that fail, each in a notebook of its own, and what is said of it. */
const FAULTY: [name: string, sources: string[], message: RegExp][] = [
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
  ["dead", ["process.kill(process.pid, 'SIGKILL');", "1"], /cell 1: the kernel died/],
];
const PYTHON = { name: "python3", display_name: "Python", language: "python" };

describe("reproduce, given good and bad notebooks at once", () => {
  const outside = mkdtempSync(path.join(tmpdir(), "distillation-outside-"));
  const inFolder = (name: string) => path.join(folder, `${name}.ipynb`);
  const copy = path.join(outside, "copy.ipynb");
  const bad = [...FAULTY.map(([name]) => inFolder(name)), inFolder("unnamed"), inFolder("python")];
  let before: string[];
  let status: number | null;
  let said: string;
  /** What is said of a file, up to the next one. */
  const saidOf = (file: string) => {
    const [, after = ""] = said.split(`${path.relative(root, file)}: `);
    return after.split(/^(?:test\/output\/faults\/|\/|\d+ of )/m)[0];
  };

  beforeAll(() => {
    emptyFolder();
    for (const [name, sources] of FAULTY) notebook(`${name}.ipynb`, sources);
    notebook("unnamed.ipynb", ["1"], {});
    notebook("python.ipynb", ["1"], { kernelspec: PYTHON });
    writeFileSync(inFolder("cut"), '{"cells": [');
    const imports =
      'import { logLoss } from "distillation";\nimport { softplus } from "distillation";';
    writeNotebook(copy, [imports]);
    notebook("good.ipynb", ["const n = 2;", "console.log(n + 1);"]);
    notebook("stale.ipynb", ["console.log(1);", "console.log(2);"]);
    before = [...bad, inFolder("cut"), copy].map(contentOf);
    const others = [inFolder("cut"), inFolder("none"), copy, inFolder("good"), inFolder("stale")];
    const run = runNotebooks("reproduce", ...bad, ...others);
    ({ status, stderr: said } = run);
  });
  afterAll(() => rmSync(outside, { recursive: true, force: true }));

  it("writes the good ones, fails and says how many are bad", () => {
    expect(status).toBe(1);
    expect(printedBy(inFolder("good"))).toEqual(["", "3\n"]);
    expect(printedBy(inFolder("stale"))).toEqual(["1\n", "2\n"]);
    const count = bad.length + 3;
    expect(said).toMatch(
      new RegExp(`\n${count} of ${count + 2} notebooks failed; none of them was changed\n$`),
    );
  });

  it.each(FAULTY)("names the cell of one that is %s", (name, _, message) => {
    expect(saidOf(inFolder(name))).toMatch(message);
  });

  it.each(["unnamed", "python"])("refuses one whose kernel is another: %s", (name) => {
    expect(saidOf(inFolder(name))).toMatch(/^its metadata names the kernel .* not 'tslab'\n$/);
  });

  it("says in a line where a notebook works that was copied out of the collection", () => {
    const [, line] = said.split(`${copy}: `);
    expect(line.split("\n")[0]).toBe(
      `cell 1: no 'distillation' here: this notebook works inside ${root} only`,
    );
  });

  it("refuses what is not a notebook, or not there, in a line each", () => {
    expect(saidOf(inFolder("cut"))).toMatch(/^this is not a notebook.*\n$/);
    expect(saidOf(inFolder("none"))).toBe("there is no such file\n");
  });

  it("leaves the bad ones as they were", () => {
    expect([...bad, inFolder("cut"), copy].map(contentOf)).toEqual(before);
  });

  it("leaves the good ones alone the second time", () => {
    const first = contentOf(inFolder("good"));
    expect(runNotebooks("reproduce", inFolder("good")).status).toBe(0);
    expect(contentOf(inFolder("good"))).toBe(first);
  });

  it("check passes the good one, names the cell whose output is not the committed one, and changes nothing", () => {
    const stale = contentOf(inFolder("stale")).replace("2\\n", "3\\n");
    writeFileSync(inFolder("stale"), stale);
    const good = contentOf(inFolder("good"));
    const { status, stderr } = runNotebooks("check", inFolder("good"), inFolder("stale"));
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^test\/output\/faults\/stale\.ipynb: cell 2: its output is not the committed one/,
    );
    expect(stderr).toMatch(/\n1 of 2 notebooks failed; none of them was changed\n$/);
    expect([contentOf(inFolder("good")), contentOf(inFolder("stale"))]).toEqual([good, stale]);
  });
});

describe("reproduce", () => {
  beforeEach(emptyFolder);

  it("started twice at once waits for its turn at the set-up, and both write the notebook whole", async () => {
    const file = notebook("twice.ipynb", ["console.log(5);"]);
    const lock = createServer((waiting) => waiting.on("error", () => {}));
    const waiters = new Set<Socket>();
    lock.on("connection", (waiting) => waiters.add(waiting));
    // Held by this process until both runs stand before it, so that they meet for certain; set-up's own tests may hold it first.
    const held = () =>
      new Promise<boolean>((resolve) => {
        lock.once("error", () => resolve(false));
        lock.listen(lockName(), () => resolve(true));
      });
    await vi.waitUntil(held, { timeout: STANDSTILL });
    lock.removeAllListeners("error");
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
