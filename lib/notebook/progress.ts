import { type Display, newDisplay } from "tslab";
import type { OnProgress } from "../studies/trialLoop.js";

const REDRAW_MILLISECONDS = 100;
const BAR_WIDTH = 30;

/** The open bars: each hears an interrupt through one listener, since Node warns of a process with many. */
const open = new Set<() => void>();
const onInterrupt = () => {
  for (const hear of open) hear();
};
function startHearing(bar: () => void): void {
  if (open.size === 0) process.on("SIGINT", onInterrupt);
  open.add(bar);
}
function stopHearing(bar: () => void): void {
  if (open.delete(bar) && open.size === 0) process.removeListener("SIGINT", onInterrupt);
}

/**
 * Does long work under a progress bar in one output of a cell, overwritten in place. When the work is done, a fixed line
 * without a timing stays. Interrupting the kernel stops the work at its next step.
 *
 * @param label what is being counted, such as "label vectors"
 * @param work is given the function to call, and await, after each step
 * @returns what work returns
 * @throws what work throws; Error if the reader has interrupted the kernel, or outside a tslab kernel
 * @example await withProgress("label vectors", (onProgress) => optimaWithProgress(labels, learner, onProgress))
 */
export async function withProgress<T>(
  label: string,
  work: (onProgress: OnProgress) => Promise<T>,
): Promise<T> {
  const output: Display = newDisplay();
  let interrupted = false;
  let drawn = 0;
  let steps = "";
  const hear = () => {
    interrupted = true;
  };
  // Not at once: a handler set while a cell's synchronous part runs would leave SIGINT to kill the kernel, because
  // Node's vm puts the signals' state of before that part back in place when the part ends.
  const listening = setImmediate(() => startHearing(hear));
  output.text(`${label} …`);
  try {
    const result = await work(async (done, total) => {
      steps = `${total} `;
      const now = performance.now();
      if (now - drawn >= REDRAW_MILLISECONDS) {
        drawn = now;
        output.text(progressLine(label, done, total));
        // A turn of immediates too: in the first round the listener above comes before the next piece of work.
        await new Promise((resolve) => setTimeout(() => setImmediate(resolve), 0));
      }
      if (interrupted) throw new Error(`interrupted after ${done} of ${total} ${label}`);
    });
    output.text(`${steps}${label} done`);
    return result;
  } finally {
    clearImmediate(listening);
    stopHearing(hear);
  }
}

/** @example progressLine("trials", 1, 2) // "[###############               ] 1 of 2 trials" */
export function progressLine(label: string, done: number, total: number): string {
  const filled = Math.round((BAR_WIDTH * Math.min(done, total)) / total);
  return `[${"#".repeat(filled).padEnd(BAR_WIDTH)}] ${done} of ${total} ${label}`;
}
