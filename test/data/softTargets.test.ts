import { describe, expect, it } from "vitest";
import {
  flatOneHot,
  meanTargets,
  shuffleWithinLabels,
  smoothTargets,
} from "../../lib/data/softTargets.js";
import { seededStream } from "../../lib/random/seededStream.js";

describe("flatOneHot", () => {
  it("puts all mass on the label", () =>
    expect([...flatOneHot([1, 0], 3)]).toEqual([0, 1, 0, 1, 0, 0]));

  it.each([
    [[3], /labels\[0\].*from 0 to 2, got 3/],
    [[0, -1], /labels\[1\].*got -1/],
  ])("refuses %j among 3 classes", (labels, message) =>
    expect(() => flatOneHot(labels, 3)).toThrow(message),
  );
});

describe("smoothTargets", () => {
  it("takes epsilon from the label and spreads it over all classes", () => {
    const smoothed = smoothTargets(flatOneHot([2], 10), 10, 0.1);
    expect(smoothed[2]).toBeCloseTo(0.91, 15);
    expect(smoothed[3]).toBeCloseTo(0.01, 15);
  });

  it("leaves targets alone at epsilon 0 and is uniform at 1", () => {
    expect([...smoothTargets(Float64Array.of(1, 0), 2, 0)]).toEqual([1, 0]);
    expect([...smoothTargets(Float64Array.of(1, 0), 2, 1)]).toEqual([0.5, 0.5]);
  });

  it("refuses an epsilon above 1", () =>
    expect(() => smoothTargets(Float64Array.of(1), 1, 1.1)).toThrow(/epsilon.*1\.1/));
});

describe("shuffleWithinLabels", () => {
  const labels = Array.from({ length: 60 }, (_, i) => i % 3);
  /** Row i says i, so that it can be recognised. */
  const taught = Float64Array.from({ length: 120 }, (_, k) => (k % 2 ? k : (k >> 1) / 100));
  const shuffled = shuffleWithinLabels(taught, labels, seededStream("shuffle"));
  const rowAt = (i: number) => Math.round(shuffled[2 * i] * 100);

  it("gives every example a row of an example with its label, each row once", () => {
    const from = labels.map((_, i) => rowAt(i));
    from.forEach((row, i) => {
      expect(labels[row]).toBe(labels[i]);
    });
    expect([...from].sort((a, b) => a - b)).toEqual(labels.map((_, i) => i));
  });

  it("moves whole rows", () =>
    labels.forEach((_, i) => {
      expect(shuffled[2 * i + 1]).toBe(2 * rowAt(i) + 1);
    }));

  it("moves most of them, and leaves the teacher's as they were", () => {
    expect(labels.filter((_, i) => rowAt(i) !== i).length).toBeGreaterThan(40);
    expect(taught[2]).toBe(0.01);
  });

  it("refuses rows that do not fit the labels", () =>
    expect(() => shuffleWithinLabels(new Float64Array(3), [0, 1], seededStream("a"))).toThrow(
      /columns of targets.*1\.5/,
    ));
});

describe("meanTargets", () => {
  it("averages teachers, entry by entry", () =>
    expect([...meanTargets([Float64Array.of(1, 0), Float64Array.of(0.5, 0.5)])]).toEqual([
      0.75, 0.25,
    ]));

  it.each([
    ["no teacher", [], /at least|must not be empty/],
    ["lengths that differ", [Float64Array.of(1), Float64Array.of(1, 0)], /targets\[1\].*got 2/],
  ])("refuses %s", (_, targets, message) => expect(() => meanTargets(targets)).toThrow(message));
});
