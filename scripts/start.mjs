// Opens the project's own JupyterLab on the collection's first page; further arguments go to JupyterLab.
// What it starts with by default is in the files that jupyter.mjs writes.
import { forwardInterrupts, jupyterEnvironment, run, venvPython } from "./project.mjs";

forwardInterrupts();
process.exitCode = await run(venvPython, ["-m", "jupyterlab", ...process.argv.slice(2)], {
  env: jupyterEnvironment(),
});
