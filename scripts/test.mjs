// npm test: two groups of tests at a time, the longest first. What one waits for (a download, a page, a kernel) the other computes.
// A first argument may name one group. Further arguments go to vitest: npm test -- -t "linear demo".
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { forwardInterrupts, inRoot, root, run, setUpIfSkipped } from "./project.mjs";

const GROUPS = ["notebooks", "setup", "browser", "book", "unit", "slides"];
const AT_A_TIME = 2;

const [first, ...others] = process.argv.slice(2);
const groups = GROUPS.includes(first) ? [first] : GROUPS;
const further = groups === GROUPS ? process.argv.slice(2) : others;

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
/** Its report comes whole at the end, so that those of two groups do not mix. */
async function testBeside(group) {
  const file = inRoot(".cache", `test-${group}.log`);
  mkdirSync(inRoot(".cache"), { recursive: true });
  console.log(`tests of ${group} …`);
  const log = openSync(file, "w");
  await test(group, { stdio: ["ignore", log, log] });
  closeSync(log);
  process.stdout.write(readFileSync(file));
}
const waiting = [...groups];
async function testNext() {
  while (waiting.length && !interrupted) await testBeside(waiting.shift());
}
if (groups.length === 1) await test(groups[0]);
else await Promise.all(Array.from({ length: AT_A_TIME }, testNext));
if (interrupted) console.error("interrupted");
else if (failed.length) console.error(`tests failed in: ${failed.join(", ")}`);
else console.log(`all tests passed: ${groups.join(", ")}`);
process.exitCode = interrupted ? 130 : failed.length ? 1 : 0;
