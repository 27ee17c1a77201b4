import { beforeAll, describe, expect, it } from "vitest";
import { fewLabelsStudy } from "../../lib/chapters/selfDistillation/digitStudies.js";
import { pinwheelAlphaTrials } from "../../lib/chapters/setup/pinwheelAlphaTrials.js";
import { NARROW_DESIGN, POST_DESIGN } from "../../lib/chapters/whatTransfers/designs.js";
import { alphaStudy, softeningStudy } from "../../lib/chapters/whatTransfers/studies.js";
import { seededStream } from "../../lib/random/seededStream.js";
import { runStudy, type Study } from "../../lib/studies/study.js";
import { StudyError } from "../../lib/studies/trialLoop.js";
// @ts-expect-error: a fixture in plain JavaScript, so that worker threads can load it as it is
import * as fixture from "../fixtures/trials.mjs";
import { freshBuild } from "../support/freshBuild.js";

const trialFunctions: Record<string, never> = { ...fixture };

// The only test file that starts workers of ours, so that no two build lib/dist at a time.
beforeAll(freshBuild);

function study(kind: string, parameters: object = {}, trials = 40): Study<object> {
  const module = new URL("../fixtures/trials.mjs", import.meta.url).href;
  return { name: `test/${kind}`, trials, parameters, trial: trialFunctions[kind], module };
}

/** What marks a trial for the fixture: the first uniform of its stream. */
const mark = (kind: string, k: number) => seededStream(`test/${kind}/${k}`).uniform(1)[0];

describe("runStudy(study, options)", () => {
  it("draws trial k from the stream name/k", async () => {
    const { sum, first } = await runStudy(study("draws", { scale: 2 }, 7), { workers: 0 });
    const rng = seededStream("test/draws/5");
    expect(sum[5]).toBe(2 * rng.normal(50).reduce((total, v) => total + v, 0));
    expect(first[5]).toBe(rng.uniform(1)[0]);
    expect(sum).toHaveLength(7);
  });

  it.each([1, 2, 4])("gives with %i workers what it gives in this thread", async (workers) => {
    const here = await runStudy(study("draws", { scale: 3 }, 101), { workers: 0 });
    expect(await runStudy(study("draws", { scale: 3 }, 101), { workers })).toStrictEqual(here);
  });

  it("gives a notebook's studies with 1, 2 and 4 workers as in this thread", async () => {
    // A worker loads the library; how trials are dealt out is the same for all studies, so two workers tell of the others.
    const expectSame = async <P>(one: Study<P>, counts = [2]) => {
      const here = await runStudy(one, { workers: 0 });
      for (const workers of counts) expect(await runStudy(one, { workers })).toStrictEqual(here);
    };
    await expectSame(softeningStudy(NARROW_DESIGN, 5, { sizes: [10] }), [1, 2, 4]);
    await expectSame(alphaStudy(POST_DESIGN, 5, { alphas: [0, Infinity] }));
    await expectSame(fewLabelsStudy(3, { epochFraction: 0.01, part: "validation" }));
    const alphaTrials = { trials: 3, studentExamples: 6, teacherExamples: 30 };
    const here = await pinwheelAlphaTrials({ ...alphaTrials, workers: 0 });
    expect(await pinwheelAlphaTrials({ ...alphaTrials, workers: 2 })).toStrictEqual(here);
  });

  it("keeps its threads for the next study, but not after a failure or for another number of them", async () => {
    const threadsOf = async (workers: number) =>
      new Set((await runStudy(study("threads"), { workers })).id);
    const [first, again] = [await threadsOf(1), await threadsOf(1)];
    expect(again).toStrictEqual(first);
    const failing = runStudy(study("throwing", { bad: mark("throwing", 3) }), { workers: 1 });
    await expect(failing).rejects.toThrow("trial 3");
    const afterwards = await threadsOf(1);
    expect(afterwards).not.toStrictEqual(first);
    for (const thread of await threadsOf(2)) expect(afterwards).not.toContain(thread);
  });

  it("gives two studies at a time threads of their own", async () => {
    const [a, b] = await Promise.all(
      [1, 1].map((workers) => runStudy(study("threads"), { workers })),
    );
    expect(a.id[0]).not.toBe(b.id[0]);
  });

  it("gives the first trials of a longer study", async () => {
    const long = await runStudy(study("draws", { scale: 1 }, 50), { workers: 2 });
    const short = await runStudy(study("draws", { scale: 1 }, 3), { workers: 4 });
    expect(short.sum).toStrictEqual(long.sum.slice(0, 3));
  });

  it.each([0, 2])("tells how far it is, up to the end, with %i workers", async (workers) => {
    const told: number[] = [];
    await runStudy(study("draws", { scale: 1 }), {
      workers,
      onProgress: (done, total) => {
        expect(total).toBe(40);
        told.push(done);
      },
    });
    expect(told.at(-1)).toBe(40);
    expect(told.filter((done) => done === 40)).toHaveLength(1);
    expect(told).toStrictEqual([...told].sort((a, b) => a - b));
  });

  it.each([0, 1, 3])("names the trial that throws, with %i workers", async (workers) => {
    const failing = runStudy(study("throwing", { bad: mark("throwing", 23) }), { workers });
    await expect(failing).rejects.toThrow(StudyError);
    await expect(failing).rejects.toThrow("trial 23 of test/throwing failed: no such fit");
  });

  it.each([1, 2])("names the trial in which a worker died, with %i workers", async (workers) => {
    const dying = runStudy(study("leaving", { bad: mark("leaving", 17) }), { workers });
    await expect(dying).rejects.toThrow(StudyError);
    await expect(dying).rejects.toThrow("a worker died in trial 17 of test/leaving");
  });

  it.each([0, 2])("refuses a number that is not finite, with %i workers", async (workers) => {
    const failing = runStudy(study("notFinite"), { workers });
    await expect(failing).rejects.toThrow(/trial \d+ of test\/notFinite gave NaN for value/);
  });

  it.each([0, 1, 4])("refuses names that change, with %i workers", async (workers) => {
    const failing = runStudy(study("changing", { bad: mark("changing", 20) }), { workers });
    await expect(failing).rejects.toThrow(/trial 2[01] of test\/changing gave other names/);
  });

  it("says that a worker cannot load the trial", async () => {
    const lost = { ...study("draws"), module: "file:///nowhere/trials.mjs" };
    await expect(runStudy(lost, { workers: 1 })).rejects.toThrow(
      /a worker died before a trial of test\/draws began: Cannot find module/,
    );
    const unnamed = { ...study("draws"), trial: function missing() {} as never };
    await expect(runStudy(unnamed, { workers: 1 })).rejects.toThrow(/must export.*missing/);
  });

  it("leaves no worker behind when onProgress throws, even in a trial without end", async () => {
    const counter = new Int32Array(new SharedArrayBuffer(4));
    const stopped = runStudy(study("endless", { counter }, 4), {
      workers: 2,
      onProgress: () => {
        if (Atomics.load(counter, 0) > 0) throw new Error("interrupted");
      },
    });
    await expect(stopped).rejects.toThrow("interrupted");
    const counted = Atomics.load(counter, 0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(Atomics.load(counter, 0)).toBe(counted);
  });

  it("stops between trials in this thread when onProgress throws", async () => {
    const begun: number[] = [];
    const stopped = runStudy(study("draws", { scale: 1 }), {
      workers: 0,
      onProgress: (done) => {
        begun.push(done);
        if (done === 2) throw new Error("interrupted");
      },
    });
    await expect(stopped).rejects.toThrow("interrupted");
    expect(begun).toStrictEqual([0, 1, 2]);
  });
});
