// Installs whatever is missing, a line a step; a second run finds nothing to do. Node's built-in modules only.
import { spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import net from "node:net";
import path from "node:path";
import { parseArgs } from "node:util";
import { isBuilt } from "./build.mjs";
import { installKernel, serveThisFolder } from "./jupyter.mjs";
import {
  fingerprint,
  forwardInterrupts,
  hubVenv,
  inRoot,
  lockName,
  npmCommand,
  ownEnvironment,
  pythonCandidates,
  pythonOf,
  readIfThere,
  root,
  run,
  venv,
} from "./project.mjs";

const OLDEST_PYTHON = [3, 11];
const logOf = (what) => inRoot(".cache", `${what}.log`);

/** A fault that the reader can mend; its message is the whole explanation. */
class SetupFault extends Error {}

let interrupted = false;
let onInterrupt = () => {};

function reasonIn(log) {
  if (/ENOSPC|No space left/i.test(log)) return "the disk is full";
  if (/EACCES|EPERM|Permission denied/i.test(log))
    return "a file cannot be written (permission denied)";
  const network =
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|ENETUNREACH|NewConnectionError|Max retries|name resolution|network/i;
  if (network.test(log))
    return "the package registry cannot be reached; check the network or proxy";
  return "the installer reported an error";
}

/** Runs one step, prints it with its duration, and turns a failure into one plain line that names the log. */
async function step(name, work, log = "setup") {
  const start = Date.now();
  const seconds = () => `${((Date.now() - start) / 1000).toFixed(1)} s`;
  console.log(`set-up: ${name} …`);
  const pulse = setInterval(
    () => console.log(`set-up: ${name}, still working (${seconds()})`),
    15000,
  );
  try {
    const status = await work(log);
    if (interrupted) throw new SetupFault("interrupted; run the same command to go on from here");
    if (status) {
      const reason = reasonIn(readIfThere(logOf(log)));
      throw new SetupFault(`${name} failed: ${reason}. Details are in .cache/${log}.log`);
    }
  } finally {
    clearInterval(pulse);
  }
  console.log(`set-up: ${name} done in ${seconds()}`);
}

/** Runs an installer with its output in the log, so that a failure can be explained in a line. */
async function logged(log, command, args, options = {}) {
  const file = openSync(logOf(log), "w");
  try {
    return await run(command, args, { stdio: ["ignore", file, file], ...options });
  } finally {
    closeSync(file);
  }
}

/** Works that wait for different downloads, each to its end; of those that fail the first tells why. */
async function together(...works) {
  const ends = await Promise.allSettled(works.map((work) => work()));
  const failed = ends.find(({ status }) => status === "rejected");
  if (failed) throw failed.reason;
}

/** What npm was asked to install, for this machine, and is not there. */
function missingPackages(folder) {
  const { packages } = JSON.parse(readFileSync(path.join(folder, "package-lock.json"), "utf8"));
  return Object.keys(packages).filter(
    (name) =>
      name.includes("node_modules/") &&
      !packages[name].optional &&
      !existsSync(path.join(folder, name, "package.json")),
  );
}

async function nodePackages(name, folder, lists) {
  const stamp = path.join(folder, "node_modules", ".installed-from");
  const texts = lists.map((file) => readFileSync(path.join(folder, file), "utf8"));
  const wanted = fingerprint([...texts, process.platform, process.arch]);
  if (readIfThere(stamp) === wanted && !missingPackages(folder).length) return;
  rmSync(stamp, { force: true });
  const [command, ...first] = npmCommand();
  const flags = [
    "ci",
    // No package of ours needs an install script: zeromq, Biome and Rolldown ship their binaries.
    "--ignore-scripts",
    // A reader's own .npmrc may say otherwise.
    "--include=dev",
    "--include=optional",
    "--include=peer",
    "--dry-run=false",
    "--global=false",
    "--install-strategy=hoisted",
    "--no-audit",
    "--no-fund",
    "--fetch-retries=1",
    "--loglevel=error",
  ];
  if (!process.env.npm_config_cache) flags.push("--cache", inRoot(".cache", "npm"));
  await step(name, (log) => logged(log, command, [...first, ...flags], { cwd: folder }));
  const [missing] = missingPackages(folder);
  if (missing)
    throw new SetupFault(
      `${name} failed: npm left out ${missing}; look at npm's own settings (npm config ls)`,
    );
  writeFileSync(stamp, wanted);
}

async function library() {
  if (isBuilt()) return;
  await step("compiling lib", async (log) => {
    const status = await logged(log, process.execPath, [inRoot("scripts", "build.mjs")]);
    if (status && !interrupted) {
      console.error(readIfThere(logOf(log)).trim());
      throw new SetupFault("lib does not compile; the messages above say where");
    }
    return status;
  });
}

/** The first Python 3 on this machine that is new enough and can make virtual environments. */
function findPython() {
  const probe = "import sys; print(*sys.version_info[:2]); import venv, ensurepip";
  let found = null;
  for (const [command, ...first] of pythonCandidates()) {
    const answer = spawnSync(command, [...first, "-c", probe], {
      encoding: "utf8",
      env: ownEnvironment(),
    });
    const version = /^(\d+) (\d+)/.exec(answer.stdout ?? "");
    if (answer.error || !version) continue;
    const [major, minor] = version.slice(1).map(Number);
    const old =
      major < OLDEST_PYTHON[0] || (major === OLDEST_PYTHON[0] && minor < OLDEST_PYTHON[1]);
    if (!old && answer.status === 0) return [command, ...first];
    found ??= { command, version: `${major}.${minor}`, old };
  }
  const needed = OLDEST_PYTHON.join(".");
  if (!found)
    throw new SetupFault(
      `no Python 3 found; install Python ${needed} or newer, or set PYTHON to its path`,
    );
  if (found.old)
    throw new SetupFault(
      `${found.command} is Python ${found.version}; install Python ${needed} or newer, or set PYTHON to its path`,
    );
  throw new SetupFault(
    `${found.command} (Python ${found.version}) has no venv module; install it (on Debian and Ubuntu: apt install python3-venv)`,
  );
}

/** An environment: where it is, the lists that pip gets, and the lists that those refer to. */
const lab = {
  name: "JupyterLab",
  folder: venv,
  requirements: "requirements.txt",
  constraints: "constraints.txt",
  others: [],
};
const hub = {
  name: "JupyterHub",
  folder: hubVenv,
  requirements: "deploy/jupyterhub/requirements.txt",
  constraints: "deploy/jupyterhub/constraints.txt",
  others: [lab.requirements, lab.constraints],
};

const stampOf = ({ folder }) => path.join(folder, ".installed-from");

/** What an environment must be made from; one that was moved needs making anew, since it knows its own place. */
function fingerprintOf({ requirements, constraints, others }) {
  const lists = [requirements, constraints, ...others];
  return fingerprint([...lists.map((file) => readFileSync(inRoot(file), "utf8")), root]);
}

/** The version of an environment's interpreter and the packages that it finds, a line each; none where it does not run. */
function inventoryOf({ folder }) {
  const code = `import os, sys, sysconfig
print(*sys.version_info[:2])
for name in sorted(os.listdir(sysconfig.get_path("purelib"))):
    if name.endswith(".dist-info"): print(name)`;
  const answer = spawnSync(pythonOf(folder), ["-c", code], {
    encoding: "utf8",
    env: ownEnvironment(),
  });
  return answer.status === 0 ? answer.stdout.trim().split(/\r?\n/) : [];
}

/** An upgrade of the interpreter leaves an environment without its packages; what a reader added is no reason to remake it. */
function isReady(environment) {
  const [madeFrom, ...installed] = readIfThere(stampOf(environment)).split("\n");
  if (madeFrom !== fingerprintOf(environment) || !existsSync(pythonOf(environment.folder)))
    return false;
  const there = new Set(inventoryOf(environment));
  return installed.every((line) => there.has(line));
}

async function pythonPackages(environment, [python, ...first]) {
  const { name, folder, requirements, constraints } = environment;
  rmSync(folder, { recursive: true, force: true });
  const make = (log) => logged(log, python, [...first, "-m", "venv", folder]);
  await step("virtual environment", make, "setup-python");
  const cache = process.env.PIP_CACHE_DIR ?? inRoot(".cache", "pip");
  const flags = [
    "--no-user",
    "--disable-pip-version-check",
    "--no-input",
    "--retries",
    "1",
    "--cache-dir",
    cache,
  ];
  const files = ["-r", inRoot(requirements), "-c", inRoot(constraints)];
  const pip = ["-m", "pip", "install", ...flags, ...files];
  await step(name, (log) => logged(log, pythonOf(folder), pip), "setup-python");
  const installed = inventoryOf(environment);
  if (!installed.some((line) => line.startsWith(`${name.toLowerCase()}-`)))
    throw new SetupFault(
      `${name} failed: pip installed it somewhere else; look at pip's own settings (pip config list)`,
    );
  writeFileSync(stampOf(environment), [fingerprintOf(environment), ...installed].join("\n"));
}

/** One set-up at a time: two would install into the same folders. */
async function locked(work) {
  mkdirSync(inRoot(".cache"), { recursive: true });
  const name = lockName();
  const server = net.createServer((waiting) => waiting.on("error", () => {}).unref());
  const held = () =>
    new Promise((resolve, reject) => {
      server.once("error", (error) =>
        error.code === "EADDRINUSE" ? resolve(false) : reject(error),
      );
      server.listen(name, () => resolve(true));
    });
  /** Until whoever holds the name has ended. */
  const released = () =>
    new Promise((resolve) => {
      const holder = net.connect(name);
      holder.once("connect", () =>
        console.log("set-up: another set-up is running; waiting for it …"),
      );
      holder.once("error", ({ code }) => {
        if (code === "ECONNREFUSED" && path.isAbsolute(name)) rmSync(name, { force: true });
      });
      holder.once("close", resolve);
      onInterrupt = () => holder.destroy();
    });
  while (!(await held())) {
    await released();
    if (interrupted) throw new SetupFault("interrupted while waiting");
  }
  server.removeAllListeners("error").unref();
  await work();
}

/** The folder of a Python installation that is there already; Binder's image, for one. */
function prefixFrom(name) {
  const prefix = path.resolve(name);
  if (!existsSync(prefix)) throw new SetupFault(`--into ${name}: there is no such folder`);
  return prefix;
}

forwardInterrupts(() => {
  interrupted = true;
  onInterrupt();
});
try {
  const { values } = parseArgs({
    options: {
      "without-python": { type: "boolean" },
      hub: { type: "boolean" },
      into: { type: "string" },
    },
  });
  await locked(async () => {
    const given = values.into === undefined ? null : prefixFrom(values.into);
    const environment = given || values["without-python"] ? null : values.hub ? hub : lab;
    // Looked for first, so that a missing Python is told before minutes are spent.
    const python = environment && !isReady(environment) ? findPython() : null;
    await together(
      async () => {
        await nodePackages("node packages", root, [
          "package.json",
          "lib/package.json",
          "package-lock.json",
        ]);
        await library();
        if (environment === hub)
          await nodePackages("the hub's proxy", inRoot("deploy", "jupyterhub"), [
            "package.json",
            "package-lock.json",
          ]);
      },
      async () => {
        if (python) await pythonPackages(environment, python);
      },
    );
    const prefix = given ?? environment?.folder;
    if (prefix) installKernel(prefix);
    if (environment === lab) serveThisFolder(prefix);
  });
} catch (error) {
  if (error instanceof SetupFault || error.code?.startsWith("ERR_PARSE_ARGS"))
    console.error(`set-up: ${error.message}`);
  else if (error.code === "ENOSPC" || error.code === "EACCES" || error.code === "EROFS")
    console.error(`set-up: ${error.path ?? "a file"} cannot be read or written (${error.code})`);
  else throw error;
  process.exitCode = interrupted ? 130 : 1;
}
