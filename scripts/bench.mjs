// npm run bench [-- --trials 15,50,150,500,1500] [--runs 9]: this library against scikit-learn and JAX on the same machine in one run.
import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { median, pythonWith, server } from "./bench/servers.mjs";
import { inRoot, setUpIfSkipped, venvPython } from "./project.mjs";

setUpIfSkipped();
// They import the library, which may be there only now.
const { bareExponentials } = await import("./bench/exponentials.mjs");
const { run: runLive } = await import("./bench/live.mjs");
const { run: runNetworks } = await import("./bench/networks.mjs");
const { run: runWorkers } = await import("./bench/workers.mjs");

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
  const python = await pythonWith(".venv-bench", inRoot("test", "oracle", "requirements.txt"));
  const theirs = await server(python, [inRoot("scripts", "bench", "reference.py")]);
  const ours = await server(process.execPath, [inRoot("scripts", "bench", "experiment.mjs")]);
  console.log("versions:", JSON.stringify({ ...ours.versions, ...theirs.versions }));
  for (let i = 0; i < 3; i++) await ours.ask(15);
  await theirs.ask(15);
  const times = { ours: [], theirs: [] };
  let last;
  for (let i = 0; i < runs; i++) {
    last = { theirs: await theirs.ask(15), ours: await ours.ask(15) };
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
    for (let i = 0; i < 3; i++) await ours.ask(15);
    const results = [];
    for (let i = 0; i < 3; i++) results.push(await ours.ask(trials));
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

/** Each notebook, run whole: seconds, also as a ratio to a fixed loop, to the first figure, and the kernel's peak memory. */
async function notebooks() {
  const runner = await server(venvPython, [inRoot("scripts", "bench", "notebooks.py")]);
  const files = readdirSync(inRoot("notebooks")).filter((name) => /^\d\d-.*\.ipynb$/.test(name));
  for (const file of files.sort()) {
    const loop = bareExponentials(1e7);
    const { seconds: whole, first, processor, peak } = await runner.ask(inRoot("notebooks", file));
    console.log(
      `  ${file}: ${whole.toFixed(1)} s (${(whole / loop).toFixed(0)} times a loop of ten million exponentials), processor ${processor.toFixed(1)} s, first figure after ${first.toFixed(1)} s, peak memory ${mebibytes(peak)}`,
    );
  }
  runner.close();
}

await againstScikitLearn();
console.log("time against the number of trials:");
await againstTrials();
console.log(
  `one network, 196-32-10 on 2000 digits, 800 steps of 50; medians of ${runs} runs in turns:`,
);
await runNetworks(runs);
console.log("worker threads:");
await runWorkers();
console.log("live figures, from a moved control to the decoded picture; medians of 20 moves:");
await runLive();
console.log("notebooks, each in a fresh kernel, one at a time:");
await notebooks();
