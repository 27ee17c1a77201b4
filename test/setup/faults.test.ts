import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyTrackedFiles } from "./clone.js";

/** A clone without anything installed, in a folder whose name has a space; HOME is empty and its own. */
const scratch = mkdtempSync(path.join(tmpdir(), "distillation set-up "));
const clone = path.join(scratch, "a clone");
const home = path.join(scratch, "home");
const NOWHERE = "http://127.0.0.1:9";

beforeAll(() => {
  mkdirSync(home);
  copyTrackedFiles(clone);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const setup = path.join("scripts", "setup.mjs");
const environment = (changes: Record<string, string>) => ({
  ...process.env,
  HOME: home,
  ...changes,
});

function runSetup(changes: Record<string, string> = {}, args: string[] = []) {
  const options = { cwd: clone, env: environment(changes), encoding: "utf8" } as const;
  const { status, stderr } = spawnSync(process.execPath, [setup, ...args], options);
  return { status, lines: stderr.trim().split("\n") };
}

/** A folder to use as PATH that holds the named programs only. */
function pathWith(name: string, programs: Record<string, string>): string {
  const folder = path.join(scratch, name);
  mkdirSync(folder);
  for (const [program, script] of Object.entries(programs)) {
    writeFileSync(path.join(folder, program), script, { mode: 0o755 });
  }
  symlinkSync(process.execPath, path.join(folder, "node"));
  return folder;
}

describe.skipIf(process.platform === "win32")(
  "npm start and npm test, when something is missing",
  () => {
    it("say in one line that Node is too old", () => {
      const pretend = 'Object.defineProperty(process.versions, "node", { value: "18.20.8" });';
      const code = `${pretend} require("./scripts/check-node.cjs")`;
      const { status, stderr } = spawnSync(process.execPath, ["-e", code], {
        cwd: clone,
        encoding: "utf8",
      });
      expect(status).toBe(1);
      expect(stderr.trim().split("\n")).toEqual([
        expect.stringMatching(/need Node 20\.19 or newer and this is Node 18\.20\.8/),
      ]);
    });

    it("say in one line that there is no Python, before anything is installed", () => {
      const { status, lines } = runSetup({ PATH: pathWith("no python", {}) });
      expect(status).toBe(1);
      expect(lines).toEqual([
        expect.stringMatching(/no Python 3 found; install Python 3\.11 or newer/),
      ]);
      expect(existsSync(path.join(clone, "node_modules"))).toBe(false);
    });

    it("say in one line that Python is too old", () => {
      const PATH = pathWith("old python", { python3: "#!/bin/sh\necho 3 8\n" });
      const { status, lines } = runSetup({ PATH });
      expect(status).toBe(1);
      expect(lines).toEqual([
        expect.stringMatching(/python3 is Python 3\.8; install Python 3\.11/),
      ]);
    });

    it("say in one line that Python lacks venv", () => {
      // It says its version, and fails at the import that follows.
      const PATH = pathWith("no venv", { python3: "#!/bin/sh\necho 3 11\nexit 1\n" });
      const { status, lines } = runSetup({ PATH });
      expect(status).toBe(1);
      expect(lines).toEqual([
        expect.stringMatching(/has no venv module; install it .*python3-venv/),
      ]);
    });

    it("say in one line that the package registry cannot be reached", () => {
      const { status, lines } = runSetup({
        npm_config_registry: NOWHERE,
        npm_config_fetch_retry_mintimeout: "1",
        // Says its version, and makes no environment: the first of two failures is the one that is told.
        PYTHON: path.join(
          pathWith("no pip", { python3: "#!/bin/sh\n[ $1 = -c ] && echo 3 11\n" }),
          "python3",
        ),
      });
      expect(status).toBe(1);
      expect(lines).toEqual([
        expect.stringMatching(/node packages failed: the package registry cannot be reached/),
      ]);
      expect(existsSync(path.join(clone, "node_modules", ".installed-from"))).toBe(false);
    });

    it("stop at an interrupt with one line, and the next run goes on to the end", async () => {
      const child = spawn(process.execPath, [setup, "--without-python"], {
        cwd: clone,
        env: environment({}),
      });
      let errors = "";
      child.stderr.on("data", (chunk) => {
        errors += chunk;
      });
      child.stdout.once("data", () => child.kill("SIGINT"));
      const status = await new Promise((resolve) => child.once("close", resolve));
      expect(status).toBe(130);
      expect(errors.trim()).toMatch(
        /^set-up: interrupted; run the same command to go on from here$/,
      );

      // Under npm's own settings that leave things out.
      const settings = {
        NODE_ENV: "production",
        npm_config_omit: "dev",
        npm_config_dry_run: "true",
        npm_config_global: "true",
      };
      expect(runSetup(settings, ["--without-python"])).toEqual({ status: 0, lines: [""] });
      expect(existsSync(path.join(clone, "lib", "dist", "index.js"))).toBe(true);
      expect(existsSync(path.join(clone, "node_modules", "vitest", "package.json"))).toBe(true);
    });

    it("ask npm again for packages that are not whole, and for no others", () => {
      const [vitest, away] = ["node_modules/vitest", "vitest"].map((name) =>
        path.join(clone, name),
      );
      renameSync(vitest, away);
      // In npm's place, since its own `ci` takes as long as the whole set-up: what it would bring is brought back.
      const npm = path.join(scratch, "npm.cjs");
      const asked = path.join(scratch, "asked");
      writeFileSync(
        npm,
        `const fs = require("node:fs");
fs.renameSync(${JSON.stringify(away)}, ${JSON.stringify(vitest)});
fs.writeFileSync(${JSON.stringify(asked)}, process.argv[2]);`,
      );
      const changes = { npm_execpath: npm };
      expect(runSetup(changes, ["--without-python"])).toEqual({ status: 0, lines: [""] });
      expect(readFileSync(asked, "utf8")).toBe("ci");
      rmSync(asked);
      expect(runSetup(changes, ["--without-python"])).toEqual({ status: 0, lines: [""] });
      expect(existsSync(asked)).toBe(false);
    });

    it("take no notice of a file where the lock once was, empty or with the id of another process", () => {
      for (const content of ["", "1"]) {
        writeFileSync(path.join(clone, ".cache", "setup.lock"), content);
        expect(runSetup({}, ["--without-python"])).toEqual({ status: 0, lines: [""] });
      }
    });

    it("do nothing when there is nothing to do, and write nothing into the reader's home", () => {
      const { stdout } = spawnSync(process.execPath, [setup, "--without-python"], {
        cwd: clone,
        env: environment({}),
        encoding: "utf8",
      });
      expect(stdout).toBe("");
      expect(spawnSync("find", [home, "-type", "f"], { encoding: "utf8" }).stdout).toBe("");
    });

    it("name the compiler's message when lib does not compile, and keep the old build", () => {
      writeFileSync(path.join(clone, "lib", "broken.ts"), 'export const n: number = "text";\n');
      const { status, lines } = runSetup({}, ["--without-python"]);
      expect(status).toBe(1);
      expect(lines.join("\n")).toMatch(/broken\.ts.*TS2322/);
      expect(lines.at(-1)).toMatch(/lib does not compile/);
      expect(existsSync(path.join(clone, "lib", "dist", "index.js"))).toBe(true);
    });
  },
);
