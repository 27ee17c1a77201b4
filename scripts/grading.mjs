// npm run grading [-- FOLDER]: an nbgrader course of the notebooks' exercises, in grading/ unless told; see docs/grading.md.
import path from "node:path";
import { inRoot, jupyterEnvironment, run, setUpIfSkipped, venvPython } from "./project.mjs";

setUpIfSkipped();
const folder = path.resolve(process.env.INIT_CWD ?? "", process.argv[2] ?? inRoot("grading"));
process.exitCode = await run(venvPython, [inRoot("scripts", "grading.py"), folder], {
  env: jupyterEnvironment(),
});
