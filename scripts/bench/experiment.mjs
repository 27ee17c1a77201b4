// The published experiment with this library, served to the benchmark as reference.py serves it with scikit-learn.
import { createInterface } from "node:readline";
import { publishedFigure } from "distillation";

console.log(JSON.stringify({ node: process.version }));
for await (const line of createInterface({ input: process.stdin })) {
  const start = performance.now();
  const { curves, trainingExamples } = publishedFigure({ trials: Number(line) });
  const seconds = (performance.now() - start) / 1000;
  const means = trainingExamples.map((_, k) =>
    ["student", "teacher", "distilled"].flatMap((name) => [
      curves[name].train.mean[k],
      curves[name].test.mean[k],
    ]),
  );
  console.log(JSON.stringify({ seconds, peak: process.resourceUsage().maxRSS * 1024, means }));
}
