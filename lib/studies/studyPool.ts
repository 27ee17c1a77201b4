import type { Tinypool } from "tinypool";
import type { Study } from "./study.js";
import { BEGUN, DONE, TASK_FIELDS, type Task, THREAD } from "./studyWorker.js";
import { messageOf, type OnProgress, StudyError, type StudyResult } from "./trialLoop.js";

const PROGRESS_MILLISECONDS = 100;
/** Tasks a worker: enough for all workers to end at about the same time, without a message for every trial. */
const TASKS_PER_WORKER = 16;

/**
 * The JavaScript to load in a worker thread for one of our modules. Compiled code finds it next to itself. When vitest
 * runs the TypeScript sources, the only JavaScript is lib/dist: a test that starts workers builds it first.
 */
function loadable(address: string): string {
  if (!import.meta.url.endsWith(".ts")) return address;
  const sources = new URL("..", import.meta.url).href;
  if (!address.startsWith(sources)) return address;
  return `${sources}dist/${address.slice(sources.length).replace(/\.ts$/, ".js")}`;
}

/** Worker threads, and what becomes the id of the first of them that ends. */
interface Workers {
  count: number;
  pool: Tinypool;
  exits: Promise<number>[];
  dead: boolean;
}

/** How long threads without work are kept for the next study: starting them and loading the library takes about a second. */
const IDLE_MILLISECONDS = 60_000;
let idle: Workers | undefined;
let closing: NodeJS.Timeout | undefined;

async function openWorkers(count: number): Promise<Workers> {
  const kept = idle;
  idle = undefined;
  if (kept?.count === count && !kept.dead) return kept;
  if (kept) await closeWorkers(kept);
  const { Tinypool } = await import("tinypool");
  const pool = new Tinypool({
    filename: loadable(new URL("./studyWorker.js", import.meta.url).href),
    minThreads: count,
    maxThreads: count,
  });
  pool.on("error", () => {});
  // tinypool waits for ever for a thread that has left by process.exit, so we listen ourselves.
  const exits = pool.threads.map((thread) => {
    const id = thread.threadId;
    return new Promise<number>((resolve) => thread.once("exit", () => resolve(id)));
  });
  const workers = { count, pool, exits, dead: false };
  Promise.race(exits).then(() => {
    workers.dead = true;
  });
  return workers;
}

async function closeWorkers({ pool, exits }: Workers): Promise<void> {
  pool.destroy().catch(() => {});
  await Promise.all(exits);
}

/** Leaves threads whose work is done to the next study; idle threads keep no process from ending. */
function keepWorkers(workers: Workers): void {
  const before = idle;
  idle = workers;
  if (before) closeWorkers(before);
  // Threads that were kept before have their minute anew.
  clearTimeout(closing);
  closing = setTimeout(() => {
    if (idle !== workers) return;
    idle = undefined;
    closeWorkers(workers);
  }, IDLE_MILLISECONDS).unref();
}

/** Does what runStudy promises, on at least one worker thread. */
export async function runOnWorkers<P>(
  study: Study<P>,
  count: number,
  onProgress: OnProgress,
): Promise<StudyResult> {
  const workers = await openWorkers(count);
  const tasks = tasksOf(study, count * TASKS_PER_WORKER);
  const settled = new Set<Task>();
  const death = Promise.race(workers.exits).then((id): never => {
    throw deathOf(tasks.find((task) => runBy(task) === id && !settled.has(task)) ?? study);
  });
  const results = Promise.all(
    tasks.map(async (task) => {
      const result: StudyResult | string = await workers.pool.run(task).catch((error: unknown) => {
        throw deathOf(task, error);
      });
      settled.add(task);
      if (typeof result === "string") throw new StudyError(result);
      return result;
    }),
  );
  for (const promise of [death, results]) promise.catch(() => {});
  try {
    for (;;) {
      const finished = await Promise.race([results, death, nextTick()]);
      const done = tasks.reduce(
        (sum, { state, offset }) => sum + Atomics.load(state, offset + DONE),
        0,
      );
      // The last trial may be done before its results are here: the end is told once.
      if (finished || done < study.trials) await onProgress(done, study.trials);
      if (!finished) continue;
      const result = joined(finished, study);
      keepWorkers(workers);
      return result;
    }
  } catch (error) {
    await closeWorkers(workers);
    throw error;
  }
}

function tasksOf<P>({ name, trials, parameters, module, trial }: Study<P>, most: number): Task[] {
  const count = Math.min(trials, most);
  const state = new Int32Array(new SharedArrayBuffer(count * TASK_FIELDS * 4));
  return Array.from({ length: count }, (_, i) => ({
    name,
    first: Math.floor((i * trials) / count),
    end: Math.floor(((i + 1) * trials) / count),
    parameters,
    module: loadable(module),
    trial: trial.name,
    state,
    offset: i * TASK_FIELDS,
  }));
}

const nextTick = () =>
  new Promise<undefined>((resolve) => setTimeout(resolve, PROGRESS_MILLISECONDS, undefined));

const runBy = ({ state, offset }: Task) => Atomics.load(state, offset + THREAD);

function deathOf(where: Task | { name: string }, error?: unknown): StudyError {
  const begun = "state" in where ? Atomics.load(where.state, where.offset + BEGUN) : 0;
  const place =
    "state" in where && begun > 0
      ? `in trial ${where.first + begun - 1} of ${where.name}`
      : `before a trial of ${where.name} began`;
  return new StudyError(`a worker died ${place}${error ? `: ${messageOf(error)}` : ""}`);
}

/** The columns of all tasks one after the other. */
function joined(
  results: readonly StudyResult[],
  { name, trials }: { name: string; trials: number },
): StudyResult {
  const names = Object.keys(results[0]);
  let row = 0;
  const columns: StudyResult = {};
  for (const key of names) columns[key] = new Float64Array(trials);
  for (const result of results) {
    if (Object.keys(result).length !== names.length || names.some((key) => !(key in result))) {
      throw new StudyError(`trial ${row} of ${name} gave other names than trial 0`);
    }
    for (const key of names) columns[key].set(result[key], row);
    row += result[names[0]].length;
  }
  return columns;
}
