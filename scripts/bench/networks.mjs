// One small network, trained by this library, by scikit-learn's MLPClassifier and by JAX, in turns on one thread each.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createDigitTrial, heldOutDigits, seededStream } from "distillation";
import { inRoot } from "../project.mjs";
import { median, pythonWith, server } from "./servers.mjs";

/** The digits that all learn from and are scored on, as networks.py reads them. */
function writeDigits(file) {
  const { inputs, labels } = createDigitTrial(seededStream("self-distillation/same size/0"), {
    examples: 2000,
  });
  const test = heldOutDigits("test");
  const parts = [inputs, labels, test.inputs, test.labels].map((part) => Float64Array.from(part));
  writeFileSync(file, Buffer.concat(parts.map((part) => Buffer.from(part.buffer))));
}

/**
 * Prints the medians of `runs` alternating runs and returns the ratios to ours in single precision. They are of processor
 * time: all compute in one thread, and other work on the machine disturbs it less than the clock.
 */
export async function run(runs) {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-digits-"));
  const file = path.join(folder, "digits");
  writeDigits(file);
  const script = inRoot("scripts", "bench", "networks.py");
  const pinned = await pythonWith(".venv-bench", inRoot("test", "oracle", "requirements.txt"));
  const current = await pythonWith(
    ".venv-bench-current",
    inRoot("scripts", "bench", "requirements.txt"),
  );
  const ours = await server(process.execPath, [inRoot("scripts", "bench", "networkTraining.mjs")]);
  const old = await server(pinned, [script, file]);
  const now = await server(current, [script, file]);
  const version = (process) => process.versions["scikit-learn"];
  const contenders = [
    ["here, single precision", ours, "single"],
    ["here, double precision", ours, "double"],
    [`JAX ${now.versions.jax}, single precision`, now, "jax"],
    [`scikit-learn ${version(now)}`, now, "sklearn"],
    [`scikit-learn ${version(old)}`, old, "sklearn"],
  ].map(([name, process, line]) => ({ name, process, line, answers: [] }));
  // The first runs compile: here the just-in-time compiler needs some 3 networks, JAX one.
  for (let i = 0; i < 4; i++) for (const { process, line } of contenders) await process.ask(line);
  for (let i = 0; i < runs; i++) {
    for (const { process, line, answers } of contenders) answers.push(await process.ask(line));
  }
  for (const { process } of contenders) process.close();
  rmSync(folder, { recursive: true });
  const middle = ({ answers }, key) => median(answers.map((answer) => answer[key]));
  const reference = middle(contenders[0], "busy");
  for (const contender of contenders) {
    const [busy, seconds, error] = ["busy", "seconds", "error"].map((key) =>
      middle(contender, key),
    );
    console.log(
      `  ${contender.name}: ${(1000 * busy).toFixed(0)} ms of processor time, ${(busy / reference).toFixed(2)} times ours ` +
        `(${(1000 * seconds).toFixed(0)} ms by the clock), ${error.toFixed(1)} % test error`,
    );
  }
  return contenders.map((contender) => middle(contender, "busy") / reference);
}
