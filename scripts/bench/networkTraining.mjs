// One network of notebook 05 for each line on stdin, "single" or "double", as networks.py trains it with other libraries.
import { createInterface } from "node:readline";
import { createDigitTrial, seededStream } from "distillation";

const trial = createDigitTrial(seededStream("self-distillation/same size/0"), { examples: 2000 });
console.log(JSON.stringify({ node: process.version }));
let seed = 0;
for await (const precision of createInterface({ input: process.stdin })) {
  const start = performance.now();
  const before = process.cpuUsage();
  const network = trial.train(`bench ${seed++}`, trial.targets, { precision });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const { errorRate: error } = trial.evaluate(network);
  console.log(JSON.stringify({ seconds, busy: (user + system) / 1e6, error }));
}
