// How much faster two worker threads are than one on the largest study of 04-what-transfers.
import { limitStudy, POST_DESIGN, runStudy } from "distillation";

/** Trials: enough for a few seconds on one worker. */
const TRIALS = 200;
const REPEATS = 3;

async function seconds(workers) {
  const start = performance.now();
  await runStudy(limitStudy(POST_DESIGN, TRIALS), { workers });
  return (performance.now() - start) / 1000;
}

/** Times both, in turns, prints the best of each and their ratio, and returns the ratio. */
export async function run() {
  const best = { 1: Infinity, 2: Infinity };
  for (let i = 0; i < REPEATS; i++) {
    for (const workers of [1, 2]) best[workers] = Math.min(best[workers], await seconds(workers));
  }
  const ratio = best[1] / best[2];
  console.log(
    `data limit, ${TRIALS} trials: 1 worker ${best[1].toFixed(2)} s, 2 workers ${best[2].toFixed(2)} s, ` +
      `${ratio.toFixed(2)} times as fast`,
  );
  return ratio;
}
