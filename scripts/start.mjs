// Opens the project's own JupyterLab on the collection's first page; further arguments go to JupyterLab.
// What it starts with by default is in the files that jupyter.mjs writes.
import {
  existingPaths,
  inRoot,
  jupyterEnvironment,
  run,
  setUpIfSkipped,
  stop,
  venvPython,
} from "./project.mjs";

// A terminal hands Ctrl-C to JupyterLab itself, which then asks; a second interrupt would be taken for the answer.
process.on("SIGINT", () => {
  if (!process.stdin.isTTY) stop("SIGTERM");
});
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => stop("SIGTERM"));
// npm may be killed and say nothing.
const parent = process.ppid;
setInterval(() => process.ppid === parent || stop("SIGTERM"), 500).unref();

setUpIfSkipped();
// A container's only user is often root; the server listens on loopback and asks for its token.
const allowed = process.getuid?.() === 0 ? ["--allow-root"] : [];
process.exitCode = await run(
  venvPython,
  [inRoot("scripts", "lab.py"), ...allowed, ...existingPaths(process.argv.slice(2))],
  { env: jupyterEnvironment() },
);
