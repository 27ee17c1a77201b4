// Re-executes all notebooks, or the named ones, from fresh kernels and writes their outputs back.
import {
  existingPaths,
  forwardInterrupts,
  inRoot,
  jupyterEnvironment,
  run,
  setUpIfSkipped,
  venvPython,
} from "./project.mjs";

setUpIfSkipped();
forwardInterrupts();
process.exitCode = await run(
  venvPython,
  [inRoot("scripts", "notebooks.py"), "reproduce", ...existingPaths(process.argv.slice(2))],
  { env: jupyterEnvironment() },
);
