// npm test: the groups of tests one after another, since kernels and a browser at once would starve each other.
// Further arguments go to vitest: npm test -- -t "linear demo".
import { forwardInterrupts, inRoot, root, run } from "./project.mjs";

const GROUPS = ["unit", "setup", "notebooks", "slides", "book", "browser"];

let interrupted = false;
forwardInterrupts(() => {
  interrupted = true;
});
const failed = [];
for (const group of GROUPS) {
  const vitest = inRoot("node_modules", "vitest", "vitest.mjs");
  const args = ["run", "--project", group, "--passWithNoTests", ...process.argv.slice(2)];
  if (!interrupted && (await run(process.execPath, [vitest, ...args], { cwd: root })) !== 0)
    failed.push(group);
}
if (interrupted) console.error("interrupted");
else if (failed.length) console.error(`tests failed in: ${failed.join(", ")}`);
else console.log(`all tests passed: ${GROUPS.join(", ")}`);
process.exitCode = interrupted ? 130 : failed.length ? 1 : 0;
