// Tries how many seats a machine holds: a real JupyterHub on 127.0.0.1, its users each running a notebook to its end.
import {
  forwardInterrupts,
  hubVenv,
  inRoot,
  jupyterEnvironment,
  pythonOf,
  run,
  setUpIfSkipped,
} from "./project.mjs";

setUpIfSkipped("--hub");
// The hub takes a while to end its seats, and killed before that it would leave them running.
forwardInterrupts(undefined, 90_000);
process.exitCode = await run(
  pythonOf(hubVenv),
  [inRoot("scripts", "seats", "trial.py"), ...process.argv.slice(2)],
  { env: jupyterEnvironment() },
);
