import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot, venvPython } from "../../scripts/project.mjs";
import { copyTrackedFiles } from "./clone.js";
import { installInto, lendPackages, succeed } from "./succeed.js";

// What repo2docker would do in a container is done in a folder: its own Dockerfile says what that is.
const scratch = mkdtempSync(path.join(tmpdir(), "distillation-binder-"));
const clone = path.join(scratch, "home");
const tools = path.join(scratch, "tools");
const image = path.join(scratch, "image");
const IMAGE_USER = 65534;

/** A container's user has no rights but over its own folder; tests in a container often run as root. */
const asUser = process.getuid?.() === 0 ? { uid: IMAGE_USER, gid: IMAGE_USER } : {};
/** How this machine reaches the registries; all else of this process's environment stays outside. */
const network = Object.entries(process.env).filter(([name]) =>
  /^(pip_(cert|index_url|find_links)|npm_config_registry|node_extra_ca_certs|(https?|no)_proxy)$/i.test(
    name,
  ),
);
const environment = {
  ...Object.fromEntries(network),
  PATH: [path.join(image, "bin"), path.dirname(process.execPath), process.env.PATH].join(":"),
  HOME: clone,
  USER: "reader",
  KERNEL_PYTHON_PREFIX: image,
  NB_PYTHON_PREFIX: image,
};

const succeedAsUser = (command: string, args: string[]) =>
  succeed(command, args, { cwd: clone, env: environment, ...asUser });

const python = process.env.PYTHON ?? "python3";
/** A Python under root's own folder is none for the image's user. */
const pythonForUser = () =>
  [python, "/usr/bin/python3"].find(
    (name) =>
      spawnSync(name, ["-c", "import venv, ensurepip"], { cwd: tmpdir(), ...asUser }).status === 0,
  );

let dockerfile: string[];

beforeAll(() => {
  copyTrackedFiles(clone);
  installInto(tools, "repo2docker.txt");
  const flags = ["--no-build", "--debug", "--user-id", "1000", "--user-name", "reader"];
  const text = succeed(venvPython, ["-m", "repo2docker", ...flags, clone], {
    cwd: scratch,
    env: { ...process.env, PYTHONPATH: tools },
  });
  dockerfile = text.split("\n");
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The commands that repo2docker runs once the repository is in the image. */
function buildSteps(): string[] {
  const copied = dockerfile.findIndex((line) => /^COPY .*src\/ \$\{REPO_DIR\}\/$/.test(line));
  expect(copied).toBeGreaterThan(0);
  return dockerfile
    .slice(copied)
    .filter((line) => line.startsWith("RUN "))
    .map((line) => line.slice(4));
}

describe.skipIf(process.platform === "win32")("binder/, read by repo2docker", () => {
  it("asks for one pip command and postBuild, and nothing else", () => {
    expect(buildSteps()).toEqual([
      expect.stringMatching(/^\$\{KERNEL_PYTHON_PREFIX\}\/bin\/pip install .*binder\/requirements/),
      "chmod +x binder/postBuild",
      "./binder/postBuild",
    ]);
    expect(readFileSync(inRoot("binder", "requirements.txt"), "utf8")).toMatch(
      /\n-r \.\.\/requirements\.txt\n-c \.\.\/constraints\.txt\n$/,
    );
  });

  it("gets the Python that constraints.txt was made with, and a Node that package.json allows", () => {
    const folder = path.join(tools, "repo2docker", "buildpacks", "conda");
    const copy = dockerfile.find((line) => /^COPY .*environment\.lock$/.test(line))!;
    const version = /-2epy-2d(3-2e\d+)-2d/.exec(copy)![1]!.replace("-2e", ".");
    expect(readFileSync(inRoot("constraints.txt"), "utf8")).toContain(`(Python ${version}`);

    const base = readFileSync(path.join(folder, `environment.py-${version}-linux-64.lock`), "utf8");
    const [major, minor] = /\/nodejs-(\d+)\.(\d+)/.exec(base)!.slice(1).map(Number);
    const { engines } = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
    const [least, atLeast] = /(\d+)\.(\d+)/.exec(engines.node)!.slice(1).map(Number);
    expect(major! > least! || (major === least && minor! >= atLeast!)).toBe(true);
  });

  it("builds in a clean folder as a plain user, and 03 runs there to its committed outputs", () => {
    if (asUser.uid) succeed("chown", ["-R", `${asUser.uid}:${asUser.gid}`, scratch]);
    const found = pythonForUser();
    expect(found, `no Python with venv that user ${asUser.uid} may run`).toBeDefined();
    succeedAsUser(found!, ["-m", "venv", image]);
    lendPackages(image, found!);
    if (asUser.uid) succeed("chown", ["-R", `${asUser.uid}:${asUser.gid}`, image]);
    for (const step of buildSteps()) succeedAsUser("bash", ["-c", step]);
    expect(existsSync(path.join(clone, ".venv"))).toBe(false);
    expect(existsSync(path.join(clone, ".cache"))).toBe(false);

    const notebook = path.join("notebooks", "03-linear-demo.ipynb");
    const check = [path.join("scripts", "notebooks.py"), "check", notebook];
    expect(succeedAsUser(path.join(image, "bin", "python"), check)).toMatch(/03-linear-demo.* ok/);
  });
});
