// Opens the project's own JupyterLab on the collection's first page; further arguments go to JupyterLab.
import { forwardInterrupts, jupyterEnvironment, root, run, venvPython } from "./project.mjs";

const asRoot = process.getuid?.() === 0;
const args = [
  "-m",
  "jupyterlab",
  "--ServerApp.ip=127.0.0.1",
  `--ServerApp.root_dir=${root}`,
  "--LabApp.default_url=/lab/tree/notebooks/index.ipynb",
  // A container's only user is often root; the server listens on loopback and asks for its token.
  ...(asRoot ? ["--allow-root"] : []),
  ...process.argv.slice(2),
];

forwardInterrupts();
process.exitCode = await run(venvPython, args, { env: jupyterEnvironment() });
