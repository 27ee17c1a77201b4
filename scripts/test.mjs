// npm test: the groups of tests one after another, since kernels and a browser at once would starve each other.
// A first argument may name one group. Further arguments go to vitest: npm test -- -t "linear demo".
import { forwardInterrupts, inRoot, root, run, setUpIfSkipped } from "./project.mjs";

const GROUPS = ["unit", "setup", "notebooks", "slides", "book", "browser"];

const [first, ...others] = process.argv.slice(2);
const groups = GROUPS.includes(first) ? [first] : GROUPS;
const further = groups === GROUPS ? process.argv.slice(2) : others;

setUpIfSkipped(...(first === "unit" ? ["--without-python"] : []));
let interrupted = false;
forwardInterrupts(() => {
  interrupted = true;
});
const failed = [];
for (const group of groups) {
  const vitest = inRoot("node_modules", "vitest", "vitest.mjs");
  const args = [
    "run",
    "--configLoader=runner",
    "--project",
    group,
    "--passWithNoTests",
    ...further,
  ];
  if (!interrupted && (await run(process.execPath, [vitest, ...args], { cwd: root })) !== 0)
    failed.push(group);
}
if (interrupted) console.error("interrupted");
else if (failed.length) console.error(`tests failed in: ${failed.join(", ")}`);
else console.log(`all tests passed: ${groups.join(", ")}`);
process.exitCode = interrupted ? 130 : failed.length ? 1 : 0;
