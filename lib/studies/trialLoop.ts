import { type SeededStream, seededStream } from "../random/seededStream.js";

/** Told, and awaited, after each step of long work; what it throws stops the work. */
export type OnProgress = (done: number, total: number) => Promise<void> | void;

/** One trial: its parameters and its own random stream in, named finite numbers out, the same names in every trial. */
export type TrialFunction<P> = (parameters: P, rng: SeededStream) => Record<string, number>;

/** One value a trial under each name. */
export type StudyResult = Record<string, Float64Array>;

/** Trials from `first` up to `end`, without it. */
export interface TrialRange {
  name: string;
  first: number;
  end: number;
}

/** A study that could not be finished; the message names the trial. */
export class StudyError extends Error {
  override name = "StudyError";
}

/**
 * Runs trials one after the other. Trial k draws from the stream `name/k` and from nothing else, so that it does not
 * matter who runs it, or after which other trial.
 *
 * @yields the number of each trial just before it runs
 * @throws StudyError naming the trial if one throws, gives a number that is not finite or other names than the first
 */
export function* runTrials<P>(
  { name, first, end }: TrialRange,
  trial: TrialFunction<P>,
  parameters: P,
): Generator<number, StudyResult> {
  const columns: StudyResult = {};
  for (let k = first; k < end; k++) {
    yield k;
    const values = runTrial(name, k, trial, parameters);
    const names = Object.keys(values);
    if (k === first) for (const key of names) columns[key] = new Float64Array(end - first);
    if (names.length !== Object.keys(columns).length || names.some((key) => !(key in columns))) {
      throw new StudyError(`trial ${k} of ${name} gave other names than trial ${first}: ${names}`);
    }
    for (const key of names) columns[key][k - first] = values[key];
  }
  return columns;
}

function runTrial<P>(name: string, k: number, trial: TrialFunction<P>, parameters: P) {
  let values: Record<string, number>;
  try {
    values = trial(parameters, seededStream(`${name}/${k}`));
  } catch (error) {
    throw new StudyError(`trial ${k} of ${name} failed: ${messageOf(error)}`);
  }
  for (const [key, value] of Object.entries(values)) {
    if (!Number.isFinite(value)) {
      throw new StudyError(`trial ${k} of ${name} gave ${value} for ${key}`);
    }
  }
  return values;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
