// npm run bench [-- --trials 15,50,150,500,1500] [--runs 9]: this library against scikit-learn on the same machine in one run.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { bareExponentials } from "./bench/exponentials.mjs";
import { run as runWorkers } from "./bench/workers.mjs";
import { fingerprint, inRoot, pythonOf, readIfThere, root, run, venvPython } from "./project.mjs";

const { values } = parseArgs({
  options: {
    trials: { type: "string", default: "15,50,150,500,1500" },
    runs: { type: "string", default: "9" },
  },
});
const sizes = values.trials.split(",").map(Number);
const runs = Number(values.runs);
if (![...sizes, runs].every((n) => Number.isInteger(n) && n > 0)) {
  console.error(
    `--trials and --runs take whole numbers above 0, got ${values.trials} and ${values.runs}`,
  );
  process.exit(1);
}

/** scikit-learn lives in a folder of its own, made by the benchmark alone. */
async function referencePython() {
  const folder = inRoot(".venv-bench");
  const list = inRoot("test", "oracle", "requirements.txt");
  const stamp = inRoot(".venv-bench", ".installed-from");
  const wanted = fingerprint([readFileSync(list, "utf8"), root]);
  if (readIfThere(stamp) === wanted && existsSync(pythonOf(folder))) return pythonOf(folder);
  console.log("installing scikit-learn for the benchmark …");
  rmSync(folder, { recursive: true, force: true });
  const flags = ["--disable-pip-version-check", "-q", "--only-binary", ":all:"];
  const cache = process.env.PIP_CACHE_DIR ?? inRoot(".cache", "pip");
  const status =
    (await run(venvPython, ["-m", "venv", folder])) ||
    (await run(pythonOf(folder), [
      "-m",
      "pip",
      "install",
      ...flags,
      "--cache-dir",
      cache,
      "-r",
      list,
    ]));
  if (status) {
    console.error(
      "scikit-learn of test/oracle/requirements.txt cannot be installed (it needs Python 3.8 to 3.11)",
    );
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
  return pythonOf(folder);
}

/** A process that runs the experiment once for each line it is sent. */
async function server(command, args) {
  const env = { ...process.env };
  // Set on some machines for older builds; they would slow NumPy's linear algebra down.
  delete env.OPENBLAS_CORETYPE;
  delete env.OPENBLAS_L2_SIZE;
  const child = spawn(command, args, { cwd: root, env, stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${command} ended early`);
    return JSON.parse(value);
  };
  const versions = await next();
  return {
    versions,
    experiment(trials) {
      child.stdin.write(`${trials}\n`);
      return next();
    },
    close: () => child.stdin.end(),
  };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const seconds = (value) => `${value.toFixed(3)} s`;
const mebibytes = (bytes) => `${Math.round(bytes / 2 ** 20)} MiB`;

/** Least-squares slope of log time on log trials. */
function exponent(points) {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)]);
  const middle = (k) => logs.reduce((sum, p) => sum + p[k], 0) / logs.length;
  const [mx, my] = [middle(0), middle(1)];
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  return covariance / logs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}

async function againstScikitLearn() {
  const theirs = await server(await referencePython(), [
    inRoot("scripts", "bench", "reference.py"),
  ]);
  const ours = await server(process.execPath, [inRoot("scripts", "bench", "experiment.mjs")]);
  console.log("versions:", JSON.stringify({ ...ours.versions, ...theirs.versions }));
  for (let i = 0; i < 3; i++) await ours.experiment(15);
  await theirs.experiment(15);
  const times = { ours: [], theirs: [] };
  let last;
  for (let i = 0; i < runs; i++) {
    last = { theirs: await theirs.experiment(15), ours: await ours.experiment(15) };
    times.theirs.push(last.theirs.seconds);
    times.ours.push(last.ours.seconds);
    console.log(
      `  run ${i + 1}: scikit-learn ${seconds(times.theirs[i])}, here ${seconds(times.ours[i])}`,
    );
  }
  const ratio = median(times.theirs) / median(times.ours);
  const worst = Math.max(
    ...last.ours.means.flat().map((v, i) => Math.abs(v / last.theirs.means.flat()[i] - 1)),
  );
  console.log(
    `the published experiment, medians of ${runs}: scikit-learn ${seconds(median(times.theirs))}, here ${seconds(median(times.ours))}`,
  );
  console.log(
    `  ${ratio.toFixed(1)} times as fast; largest relative difference of the 48 numbers ${worst.toExponential(1)}`,
  );
  console.log(
    `  peak memory: scikit-learn ${mebibytes(last.theirs.peak)}, here ${mebibytes(last.ours.peak)}`,
  );
  const exponentials =
    15 * 3 * [10, 15, 20, 25, 30, 35, 40, 45].reduce((sum, n) => sum + 10000 - n, 0);
  const bare = bareExponentials(exponentials);
  console.log(
    `  the ${(exponentials / 1e6).toFixed(1)} million exponentials alone: ${seconds(bare)}, ${Math.round((100 * bare) / median(times.ours))} % of the time here`,
  );
  theirs.close();
  ours.close();
}

async function againstTrials() {
  const points = [];
  for (const trials of sizes) {
    const ours = await server(process.execPath, [inRoot("scripts", "bench", "experiment.mjs")]);
    for (let i = 0; i < 3; i++) await ours.experiment(15);
    const results = [];
    for (let i = 0; i < 3; i++) results.push(await ours.experiment(trials));
    const time = median(results.map((result) => result.seconds));
    points.push([trials, time]);
    console.log(
      `  ${trials} trials: ${seconds(time)}, ${((1000 * time) / trials).toFixed(2)} ms a trial, peak memory ${mebibytes(results.at(-1).peak)}`,
    );
    ours.close();
  }
  if (points.length > 1)
    console.log(`  time grows as trials to the power ${exponent(points).toFixed(2)}`);
}

await againstScikitLearn();
console.log("time against the number of trials:");
await againstTrials();
console.log("worker threads:");
await runWorkers();
