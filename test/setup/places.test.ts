import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot, ownEnvironment, venv, venvPython } from "../../scripts/project.mjs";
import { printedBy, writeNotebook } from "../support/scratchNotebook.js";
import { copyTrackedFiles } from "./clone.js";

const scratch = mkdtempSync(path.join(tmpdir(), "distillation-places-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What pip installs as JupyterLab in the clone: a wheel of a line, which leads to the packages of this folder's `.venv`. */
const WHEEL = `
import sys, sysconfig, zipfile
with zipfile.ZipFile(sys.argv[1], "w") as wheel:
    wheel.writestr("lent.pth", sysconfig.get_path("purelib"))
    wheel.writestr("jupyterlab-0.dist-info/METADATA", "Metadata-Version: 2.1\\nName: jupyterlab\\nVersion: 0\\n")
    wheel.writestr("jupyterlab-0.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
    wheel.writestr("jupyterlab-0.dist-info/RECORD", "")
`;

describe.skipIf(process.platform === "win32")(
  "a copy without .git, at a path with spaces and ä",
  () => {
    const clone = path.join(scratch, "Kopie für 北京 é");
    const inClone = (...parts: string[]) => path.join(clone, ...parts);
    const elsewhere = path.join(scratch, "elsewhere");
    const run = (args: string[], variables: Record<string, string> = {}) => {
      const { status, stdout, stderr } = spawnSync(args[0], args.slice(1), {
        cwd: clone,
        env: { ...ownEnvironment(), ...variables },
        encoding: "utf8",
      });
      return { status, stdout, stderr };
    };
    const setUp = (variables?: Record<string, string>) =>
      run([process.execPath, inClone("scripts", "setup.mjs")], variables);
    const installed = () => {
      const [python] = readdirSync(inClone(".venv", "lib"));
      return existsSync(inClone(".venv", "lib", python, "site-packages", "jupyterlab-0.dist-info"));
    };

    beforeAll(() => {
      copyTrackedFiles(clone);
      cpSync(inRoot("lib", "dist"), inClone("lib", "dist"), { recursive: true });
      mkdirSync(inClone("node_modules"));
      for (const name of readdirSync(inRoot("node_modules")))
        symlinkSync(
          name === "distillation" ? inClone("lib") : inRoot("node_modules", name),
          inClone("node_modules", name),
        );
      const wheel = path.join(scratch, "jupyterlab-0-py3-none-any.whl");
      expect(spawnSync(venvPython, ["-c", WHEEL, wheel]).status).toBe(0);
      writeFileSync(inClone("requirements.txt"), `${wheel}\n`);
      writeFileSync(inClone("constraints.txt"), "");
    });

    it("is set up though pip's variables lead elsewhere", () => {
      const variables = { PIP_TARGET: elsewhere, PIP_USER: "1", PIP_REQUIRE_VIRTUALENV: "0" };
      expect(setUp(variables)).toMatchObject({ status: 0, stderr: "" });
      expect(installed()).toBe(true);
      expect(existsSync(elsewhere)).toBe(false);
    });

    it("is set up anew once the Python under its .venv is another, and not once more", () => {
      const [python] = readdirSync(inClone(".venv", "lib"));
      renameSync(inClone(".venv", "lib", python), inClone(".venv", "lib", "python3.0"));
      const { stdout, ...end } = setUp();
      expect(end).toEqual({ status: 0, stderr: "" });
      expect(stdout).toContain("set-up: JupyterLab done");
      expect(installed()).toBe(true);
      expect(setUp()).toEqual({ status: 0, stdout: "", stderr: "" });
    });

    describe("with a notebook of a teacher's own, without exercises", () => {
      const notebook = () => inClone("notebooks", "08-mine.ipynb");
      const NO_PDF = { CHROMIUM: "" };
      beforeAll(() => {
        // The wheel brings no templates.
        const templates = ["share", "jupyter", "nbconvert"];
        symlinkSync(path.join(venv, ...templates), inClone(".venv", ...templates));
        writeNotebook(notebook(), [
          'import { softplus } from "distillation";\nconsole.log(softplus(0));',
        ]);
      });

      it("opens JupyterLab", () => {
        const { status, stdout, stderr } = run(["npm", "start", "--", "--version"]);
        expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
        expect(stdout).toMatch(/^\d+\.\d+\.\d+$/m);
      });

      it("reproduces it with its own library", () => {
        const named = ["npm", "run", "reproduce", "--", "notebooks/08-mine.ipynb"];
        expect(run(named)).toMatchObject({ status: 0, stderr: "" });
        expect(printedBy(notebook())).toEqual([`${Math.LN2}\n`]);
      });

      it.each(["slides", "handouts"])("makes %s of it", (mode) => {
        const args = ["npm", "run", mode, "--", "08-mine"];
        expect(run(args, NO_PDF)).toMatchObject({ status: 0, stderr: "" });
        expect(readFileSync(inClone("build", mode, "08-mine.html"), "utf8")).toContain("0.693147");
      });
    });

    describe("that may only be read", () => {
      const home = path.join(scratch, "home");
      const pages = path.join(scratch, "pages");
      const mode = (change: string) => spawnSync("chmod", ["-R", change, clone]);
      // Root may write everything but for this capability.
      const drop = ["setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner"];
      const asReader = (args: string[], variables: Record<string, string> = {}) =>
        run([...(process.getuid?.() === 0 ? drop : []), ...args], {
          HOME: home,
          CHROMIUM: "",
          ...variables,
        });
      const slides = ["npm", "run", "slides", "--", "08-mine"];
      beforeAll(() => {
        mkdirSync(home);
        mode("a-w");
        expect(asReader(["touch", inClone("a file")]).status).toBe(1);
      });
      afterAll(() => mode("u+w"));

      it.each([
        ["start", "--version"],
        ["test:unit", "test/validate/checks.test.ts"],
        ["reproduce", "notebooks/08-mine.ipynb"],
      ])("npm run %s works", (command, argument) => {
        const args = ["npm", "run", command, "--", argument];
        expect(asReader(args)).toMatchObject({ status: 0, stderr: "" });
        if (command !== "test:unit")
          expect(existsSync(path.join(home, ".local", "state", "distillation"))).toBe(true);
      });

      it("npm run slides works into a folder of the reader's, and else says so in a line", () => {
        expect(asReader(slides, { PUBLISH_FOLDER: pages })).toMatchObject({
          status: 0,
          stderr: "",
        });
        expect(existsSync(path.join(pages, "slides", "08-mine.html"))).toBe(true);
        const { status, stderr } = asReader(slides, { PUBLISH_FOLDER: inClone("pages") });
        expect({ status, stderr }).toEqual({
          status: 1,
          stderr: `slides: ${inClone("pages")} cannot be written (EACCES); PUBLISH_FOLDER can name another folder\n`,
        });
      });

      it("a reader without a folder to write in is told so in a line", () => {
        const state = path.join(clone, "state");
        const { status, stderr } = asReader(["npm", "start"], { XDG_STATE_HOME: state });
        expect({ status, stderr }).toEqual({
          status: 1,
          stderr: `${path.join(state, "distillation")} cannot be made (EACCES); Jupyter needs a folder to write in: XDG_STATE_HOME can name one\n`,
        });
      });
    });

    it("runs the tests of its set-up", () => {
      const args = ["npm", "run", "test:unit", "--", "--project", "setup"];
      const one = [...args, "test/setup/faults.test.ts", "-t", "Node is too old"];
      expect(run(one)).toMatchObject({ status: 0, stderr: "" });
    });
  },
);

describe("with npm's ignore-scripts, every command first sets up, before it needs a package", () => {
  const clone = path.join(scratch, "unprepared");
  beforeAll(() => {
    copyTrackedFiles(clone);
    writeFileSync(
      path.join(clone, "scripts", "setup.mjs"),
      'console.log("set-up", ...process.argv.slice(2)); process.exitCode = 9;\n',
    );
  });

  it.each([
    ["start", ""],
    ["test", ""],
    ["test:unit", " --without-python"],
    ["test:mutation", " --without-python"],
    ["reproduce", ""],
    ["grading", ""],
    ["slides", ""],
    ["handouts", ""],
    ["book", ""],
    ["bench", ""],
    ["seats", " --hub"],
  ])("npm run %s", (command, flags) => {
    const { status, stdout } = spawnSync("npm", ["run", "--silent", command], {
      cwd: clone,
      env: { ...ownEnvironment(), npm_config_ignore_scripts: "true" },
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    expect({ status, stdout }).toEqual({ status: 9, stdout: `set-up${flags}\n` });
  });
});
