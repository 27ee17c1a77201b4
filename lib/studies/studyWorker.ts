import { threadId } from "node:worker_threads";
import {
  runTrials,
  StudyError,
  type StudyResult,
  type TrialFunction,
  type TrialRange,
} from "./trialLoop.js";

/** What a worker thread is asked to do: some trials of a study. */
export interface Task extends TrialRange {
  parameters: unknown;
  /** Address of the module and name of the trial function that it exports. */
  module: string;
  trial: string;
  /** Memory shared with the main thread, and where in it this task's {@link TASK_FIELDS} numbers begin. */
  state: Int32Array;
  offset: number;
}

/** The shared numbers of a task: the thread that runs it (0 before), trials begun, trials done. */
export const TASK_FIELDS = 3;
export const THREAD = 0;
export const BEGUN = 1;
export const DONE = 2;

/**
 * The entry point of a worker thread: runs its trials and writes into shared memory how far it is. A trial that fails
 * is an answer, its message; whatever else is thrown is the death of the worker.
 */
export default async function runTask(task: Task): Promise<StudyResult | string> {
  const tell = (field: number, value: number) =>
    Atomics.store(task.state, task.offset + field, value);
  tell(THREAD, threadId);
  const trial = (await import(task.module))[task.trial] as TrialFunction<unknown>;
  if (typeof trial !== "function") {
    throw new TypeError(`${task.module} must export the function ${task.trial}`);
  }
  try {
    const steps = runTrials(task, trial, task.parameters);
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      tell(DONE, step.value - task.first);
      tell(BEGUN, step.value - task.first + 1);
    }
    tell(DONE, task.end - task.first);
    return step.value;
  } catch (error) {
    if (error instanceof StudyError) return error.message;
    throw error;
  }
}
