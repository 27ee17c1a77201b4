import { type Display, newDisplay } from "tslab";
import { checkInteger, checkString } from "../validate/checks.js";

/** A progress bar in one output of a cell, overwritten in place. */
export interface Progress {
  /**
   * Says that `done` of the total are done and lets the kernel breathe, so that the bar is drawn and an interrupt heard.
   *
   * @throws Error where the reader has interrupted the kernel
   */
  update(done: number): Promise<void>;
  /** Leaves a fixed line behind: the same in every run. */
  finish(): void;
}

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
 * Opens a progress bar for work of `total` steps. Only its last line stays in the notebook, without a timing.
 *
 * @param label what is being counted, such as "label vectors"
 * @param total at least 1
 * @throws RangeError where total is not a whole number of at least 1, TypeError where label is no text, Error outside a tslab kernel
 */
export function progress(label: string, total: number): Progress {
  checkString("label", label);
  checkInteger("total", total, 1);
  const output: Display = newDisplay();
  let interrupted = false;
  let drawn = 0;
  const hear = () => {
    interrupted = true;
  };
  // Not at once: a handler set while a cell's synchronous part runs would leave SIGINT to kill the kernel, because
  // Node's vm puts the signals' state of before that part back in place when the part ends.
  const listening = setImmediate(() => startHearing(hear));
  output.text(progressLine(label, 0, total));
  const stopListening = () => {
    clearImmediate(listening);
    stopHearing(hear);
  };
  return {
    async update(done) {
      const now = performance.now();
      if (now - drawn >= REDRAW_MILLISECONDS) {
        drawn = now;
        output.text(progressLine(label, done, total));
        // A turn of immediates too: in the first round the listener above comes before the next piece of work.
        await new Promise((resolve) => setTimeout(() => setImmediate(resolve), 0));
      }
      if (interrupted) {
        stopListening();
        throw new Error(`interrupted after ${done} of ${total} ${label}`);
      }
    },
    finish() {
      stopListening();
      output.text(`${total} ${label} done`);
    },
  };
}

/** @example progressLine("trials", 1, 2) // "[###############               ] 1 of 2 trials" */
export function progressLine(label: string, done: number, total: number): string {
  const filled = Math.round((BAR_WIDTH * Math.min(done, total)) / total);
  return `[${"#".repeat(filled).padEnd(BAR_WIDTH)}] ${done} of ${total} ${label}`;
}
