// npm run test:mutation [-- FOLDER ...]: changes lib a little at a time and looks whether that folder's tests notice.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import {
  fingerprint,
  forwardInterrupts,
  inRoot,
  npmCommand,
  readIfThere,
  run,
  setUpIfSkipped,
} from "./project.mjs";

const LEAST = 85; // per cent of the mutants that the tests must notice, over all folders that were run
const home = inRoot("scripts", "mutation");
const inHome = (...parts) => inRoot("scripts", "mutation", "node_modules", ...parts);
const reports = inRoot("test", "output", "mutation");
const reportOf = (folder) => `${reports}/${folder}.json`;

const folders = readdirSync(inRoot("lib"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith("dist"))
  .map((entry) => entry.name);

function wantedFolders() {
  const { positionals } = parseArgs({ allowPositionals: true });
  const unknown = positionals.find((name) => !folders.includes(name));
  if (unknown === undefined) return positionals.length ? positionals : folders;
  console.error(`FOLDER must be a folder of lib (${folders.join(", ")}), got ${unknown}`);
  process.exit(1);
}

/** Stryker lives in a folder of its own, installed by this command alone. */
async function install() {
  const stamp = inHome(".installed-from");
  const wanted = fingerprint([readFileSync(`${home}/package-lock.json`, "utf8")]);
  if (readIfThere(stamp) === wanted) return 0;
  console.log("installing Stryker …");
  const [command, ...first] = npmCommand();
  const flags = ["--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund"];
  const args = [...first, "ci", ...flags, "--cache", inRoot(".cache", "npm")];
  const status = await run(command, args, { cwd: home });
  if (status === 0) writeFileSync(stamp, wanted);
  return status;
}

/** Killed, survived and the score of one report, as Stryker counts them. */
async function scoreOf(folder) {
  const index = inHome("mutation-testing-metrics", "dist", "src", "index.js");
  const { calculateMutationTestMetrics } = await import(pathToFileURL(index).href);
  const report = JSON.parse(readFileSync(reportOf(folder), "utf8"));
  const { totalDetected, totalUndetected } =
    calculateMutationTestMetrics(report).systemUnderTestMetrics.metrics;
  return { folder, noticed: totalDetected, missed: totalUndetected };
}
const percent = ({ noticed, missed }) => (100 * noticed) / (noticed + missed);
const line = (score) =>
  `${score.folder.padEnd(12)} ${percent(score).toFixed(1).padStart(5)} %  noticed ${score.noticed}, missed ${score.missed}`;

setUpIfSkipped("--without-python");
forwardInterrupts();
const chosen = wantedFolders();
let status = await install();
mkdirSync(reports, { recursive: true });
const scores = [];
for (const folder of chosen) {
  if (status) break;
  console.log(`mutating lib/${folder} …`);
  const config = inRoot("scripts", "mutation", "stryker.config.mjs");
  const args = [inHome("@stryker-mutator", "core", "bin", "stryker.js"), "run", config];
  status = await run(process.execPath, args, { env: { ...process.env, MUTATION_FOLDER: folder } });
  if (status === 0 && existsSync(reportOf(folder))) scores.push(await scoreOf(folder));
}
for (const score of scores) console.log(line(score));
if (scores.length > 1) {
  const sum = (key) => scores.reduce((total, score) => total + score[key], 0);
  scores.push({ folder: "all", noticed: sum("noticed"), missed: sum("missed") });
  console.log(line(scores.at(-1)));
}
if (status === 0 && percent(scores.at(-1)) < LEAST) {
  console.error(`the score must be at least ${LEAST} %`);
  status = 1;
}
process.exitCode = status;
