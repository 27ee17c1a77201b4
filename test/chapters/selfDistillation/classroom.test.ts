import { describe, expect, it } from "vitest";
import { openClassroom } from "../../../lib/chapters/selfDistillation/classroom.js";
import { digitExam } from "../../../lib/chapters/selfDistillation/digitExam.js";
import { networkLogits } from "../../../lib/models/network.js";

describe("openClassroom", () => {
  const room = openClassroom("test", 0, { examples: 50 });

  it("draws labelled images and keeps the whole pool behind them", () => {
    expect(room.labels.length).toBe(50);
    expect(room.inputs.length).toBe(50 * 196);
    expect(room.allInputs.length).toBe(4000 * 196);
    expect(room.allInputs.subarray(0, 50 * 196)).toEqual(room.inputs);
    room.labels.forEach((label, i) => {
      expect(room.targets[i * 10 + label]).toBe(1);
    });
  });

  it("draws the same for the same name and seed, others for another", () => {
    expect(openClassroom("test", 0, { examples: 50 }).inputs).toEqual(room.inputs);
    expect(openClassroom("test", 1, { examples: 50 }).inputs).not.toEqual(room.inputs);
  });

  it("spoils labels, not images", () => {
    const noisy = openClassroom("test", 0, { examples: 50, noise: 0.9 });
    expect(noisy.inputs).toEqual(room.inputs);
    const changed = noisy.labels.filter((label, i) => label !== room.labels[i]).length;
    expect(changed).toBeGreaterThan(30);
  });

  it("teaches the mean of its teachers' softened distributions", async () => {
    const a = await room.learn("a", room.targets, { epochs: 2 });
    const b = await room.learn("b", room.targets, { epochs: 2 });
    const odds = (network: typeof a) => {
      const z = networkLogits(network, room.inputs.subarray(0, 196));
      const weights = [...z].map((v) => Math.exp(v / 4));
      return weights[3] / weights.reduce((sum, w) => sum + w);
    };
    const taught = room.teach([a, b], { temperature: 4 });
    expect(taught[3]).toBeCloseTo((odds(a) + odds(b)) / 2, 13);
  });

  it("starts arms of one name from the same weights, and calls back after each", async () => {
    let trained = 0;
    const counting = openClassroom("test", 0, { examples: 50, onNetwork: () => void trained++ });
    const first = await counting.learn("student", counting.targets);
    const again = await counting.learn("student", counting.targets);
    const other = await counting.learn("teacher", counting.targets);
    expect(again.parameters).toEqual(first.parameters);
    expect(other.parameters).not.toEqual(first.parameters);
    expect(trained).toBe(3);
  });

  // The bar: 2000 training digits, at least 90 % right on held-out digits never used for choosing anything.
  it("trains a plain teacher on 2000 digits to at most 10 % error on the test digits", async () => {
    const full = openClassroom("same size", 0, { examples: 2000 });
    const score = full.grade(await full.learn("teacher 0", full.targets));
    expect(score.errorRate).toBeLessThan(10);
    expect(score.calibratedLogLoss).toBeLessThanOrEqual(score.logLoss + 0.01);
  }, 30_000);

  it("never trains on an image of an exam", () => {
    const everything = openClassroom("test", 3, { examples: 4000 });
    const seen = new Set<string>();
    for (let i = 0; i < 4000; i++) seen.add(everything.inputs.slice(i * 196, (i + 1) * 196).join());
    const exam = digitExam("test").inputs;
    const shared = Array.from({ length: 4000 }, (_, i) =>
      exam.slice(i * 196, (i + 1) * 196).join(),
    );
    // MNIST repeats next to no image: a leak of whole parts would show up in thousands.
    expect(shared.filter((image) => seen.has(image)).length).toBeLessThan(5);
  });

  it.each([
    ["more examples than the pool has", { examples: 4001 }, /examples.*4000, got 4001/],
    ["an effort of 0", { examples: 5, effort: 0 }, /effort.*got 0/],
    ["noise above 1", { examples: 5, noise: 1.5 }, /noise.*1\.5/],
  ])("refuses %s", (_, options, message) =>
    expect(() => openClassroom("test", 0, options)).toThrow(message),
  );
});
