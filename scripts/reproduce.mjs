// Re-executes all notebooks, or the named ones, from fresh kernels and writes their outputs back.
import { forwardInterrupts, inRoot, jupyterEnvironment, run, venvPython } from "./project.mjs";

forwardInterrupts();
process.exitCode = await run(
  venvPython,
  [inRoot("scripts", "notebooks.py"), "reproduce", ...process.argv.slice(2)],
  { env: jupyterEnvironment() },
);
