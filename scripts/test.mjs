// npm test: the groups of tests in steps, since all kernels and a browser at once would starve each other. Groups share a step where
// one leaves a core idle: set-up waits for packages, and a page for Chromium or JupyterLab.
// A first argument may name one group. Further arguments go to vitest: npm test -- -t "linear demo".
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { forwardInterrupts, inRoot, root, run, setUpIfSkipped } from "./project.mjs";

const STEPS = [["unit", "setup"], ["notebooks"], ["browser", "slides", "book"]];

const [first, ...others] = process.argv.slice(2);
const steps = STEPS.flat().includes(first) ? [[first]] : STEPS;
const further = steps === STEPS ? process.argv.slice(2) : others;

setUpIfSkipped(...(first === "unit" ? ["--without-python"] : []));
let interrupted = false;
forwardInterrupts(() => {
  interrupted = true;
});
const failed = [];
async function test(group, options) {
  const vitest = inRoot("node_modules", "vitest", "vitest.mjs");
  const args = [
    "run",
    "--configLoader=runner",
    "--project",
    group,
    "--passWithNoTests",
    ...further,
  ];
  const status = await run(process.execPath, [vitest, ...args], { cwd: root, ...options });
  if (status !== 0) failed.push(group);
}
/** Its report comes whole at the end. */
async function testBeside(group) {
  const file = inRoot(".cache", `test-${group}.log`);
  mkdirSync(inRoot(".cache"), { recursive: true });
  const log = openSync(file, "w");
  await test(group, { stdio: ["ignore", log, log] });
  closeSync(log);
  return readFileSync(file);
}
for (const [group, ...beside] of steps) {
  if (interrupted) break;
  const reports = beside.map(testBeside);
  await test(group);
  for (const report of reports) process.stdout.write(await report);
}
if (interrupted) console.error("interrupted");
else if (failed.length) console.error(`tests failed in: ${failed.join(", ")}`);
else console.log(`all tests passed: ${steps.flat().join(", ")}`);
process.exitCode = interrupted ? 130 : failed.length ? 1 : 0;
