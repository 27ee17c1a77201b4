// The part of the experiment's time that nothing can save: one exponential for each test example of each model.
import { numpyRng } from "distillation";

/** Median seconds of a bare loop over `count` exponentials of logits as they occur. */
export function bareExponentials(count, repetitions = 9) {
  const logits = numpyRng(0).normal(10000);
  let sink = 0;
  const seconds = Array.from({ length: repetitions }, () => {
    const start = performance.now();
    for (let i = 0; i < count; i++) sink += Math.exp(-Math.abs(logits[i % logits.length]));
    return (performance.now() - start) / 1000;
  });
  if (!Number.isFinite(sink))
    throw new Error("unreachable: keeps the loop from being optimised away");
  return seconds.sort((a, b) => a - b)[repetitions >> 1];
}
