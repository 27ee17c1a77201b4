import { availableParallelism } from "node:os";
import { checkInteger } from "../validate/checks.js";
import { runOnWorkers } from "./studyPool.js";
import { type OnProgress, runTrials, type StudyResult, type TrialFunction } from "./trialLoop.js";

/** Many trials of one kind. Trial k draws from the stream `name/k`, whoever runs it. */
export interface Study<P> {
  /** By habit `notebook/experiment`. */
  name: string;
  trials: number;
  /** Plain data: it is copied to the workers. */
  parameters: P;
  trial: TrialFunction<P>;
  /** `import.meta.url` of the module that exports `trial` under the function's own name: the workers import it. */
  module: string;
}

export interface StudyOptions {
  /** Worker threads; 0 runs everything in this thread. Default: one a processor, at most 4. */
  workers?: number;
  /** Called about ten times a second with the number of finished trials. If it throws, the study and its workers stop. */
  onProgress?: OnProgress;
}

/**
 * Runs all trials of a study. The result is the same, bit for bit, for every number of workers. A study is finished
 * or fails: a trial that throws, a worker that dies or an onProgress that throws ends it with an error, after which
 * no worker of it is left. Workers that have finished wait a minute for the next study.
 *
 * @returns for each name that the trials give, one value a trial, in the order of the trials
 * @throws RangeError if trials or workers is out of its range; StudyError that names the trial if one fails or
 * its worker dies
 * @example (await runStudy({ name: "coins", trials: 3, parameters: 1, trial: toss, module: import.meta.url })).heads.length // 3
 */
export async function runStudy<P>(
  study: Study<P>,
  { workers = Math.min(4, availableParallelism()), onProgress = () => {} }: StudyOptions = {},
): Promise<StudyResult> {
  checkStudy(study);
  checkInteger("workers", workers, 0, 64);
  const { name, trials, trial, parameters } = study;
  if (workers > 0) return runOnWorkers(study, Math.min(workers, trials), onProgress);
  const steps = runTrials({ name, first: 0, end: trials }, trial, parameters);
  let step = steps.next();
  for (; !step.done; step = steps.next()) await onProgress(step.value, trials);
  await onProgress(trials, trials);
  return step.value;
}

/** Throws unless the study can be run: it has a name, trials and what a trial does. */
export function checkStudy<P>(study: Study<P>): void {
  checkInteger("trials", study.trials, 1);
}
