// Processes that time one job for each line they are sent, and the Python environments of the benchmark.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { fingerprint, inRoot, pythonOf, readIfThere, root, run, venvPython } from "../project.mjs";

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** The Python of a folder that the benchmark alone makes, with the packages of a requirements file. */
export async function pythonWith(name, list) {
  const folder = inRoot(name);
  const stamp = path.join(folder, ".installed-from");
  const wanted = fingerprint([readFileSync(list, "utf8"), root]);
  if (readIfThere(stamp) === wanted && existsSync(pythonOf(folder))) return pythonOf(folder);
  console.log(`installing ${path.relative(root, list)} for the benchmark …`);
  rmSync(folder, { recursive: true, force: true });
  const flags = ["--disable-pip-version-check", "-q", "--only-binary", ":all:"];
  const cache = process.env.PIP_CACHE_DIR ?? inRoot(".cache", "pip");
  const install = [...flags, "--cache-dir", cache, "-r", list];
  const status =
    (await run(venvPython, ["-m", "venv", folder])) ||
    (await run(pythonOf(folder), ["-m", "pip", "install", ...install]));
  if (status) {
    console.error(`${list} cannot be installed: its first lines say which Python it needs`);
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
  return pythonOf(folder);
}

/** One thread for NumPy's BLAS and for XLA: the library compared with them computes in one thread too. */
const ONE_THREAD = {
  OPENBLAS_NUM_THREADS: "1",
  OMP_NUM_THREADS: "1",
  MKL_NUM_THREADS: "1",
  VECLIB_MAXIMUM_THREADS: "1",
  XLA_FLAGS: "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1",
  JAX_PLATFORMS: "cpu",
};

/** Starts a process that first says its versions and then answers each line with a line of JSON. */
export async function server(command, args) {
  const env = { ...process.env, ...ONE_THREAD };
  // Set on some machines for older builds; they would slow NumPy's linear algebra down.
  delete env.OPENBLAS_CORETYPE;
  delete env.OPENBLAS_L2_SIZE;
  const child = spawn(command, args, { cwd: root, env, stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${command} ended early`);
    return JSON.parse(value);
  };
  const versions = await next();
  return {
    versions,
    ask(line) {
      child.stdin.write(`${line}\n`);
      return next();
    },
    close: () => child.stdin.end(),
  };
}
