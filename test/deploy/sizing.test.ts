import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  guaranteed,
  needs,
  seatsPerNode,
  waveMinutes,
  withTables,
  // @ts-expect-error: the script is plain JavaScript
} from "../../deploy/kubernetes/sizing.mjs";

const page = readFileSync(new URL("../../docs/kubernetes.md", import.meta.url), "utf8");

/** Round numbers, so that each answer is worked by hand. */
const node = { cores: 10, memoryGiB: 34, reservedCores: 2, reservedGiB: 4, pods: 100 };
const seat = { cores: 0.5, memoryGiB: 2, storageGiB: 3, placeholders: 1 };

describe("sizing", () => {
  it("wrote the tables in docs/kubernetes.md (node deploy/kubernetes/sizing.mjs)", () => {
    expect(withTables(page)).toBe(page);
  });

  it("seatsPerNode stops at whichever gives out first", () => {
    // (10 − 2) / 0.5 = 16 by cores, (34 − 4) / 2 = 15 by memory.
    expect(seatsPerNode(node, seat)).toBe(15);
    expect(seatsPerNode({ ...node, memoryGiB: 64 }, seat)).toBe(16);
    expect(seatsPerNode({ ...node, pods: 7 }, seat)).toBe(7);
  });

  it("needs counts whole nodes, with room for the placeholders", () => {
    const inputs = { cpuSeconds: { a: 40, b: 20 }, hours: 2, node };
    expect(needs(15, inputs, seat)).toEqual({
      cores: 7.5,
      memoryGiB: 30,
      storageGiB: 45,
      // 15 seats and 1 placeholder are one more than a node takes.
      nodes: 2,
      // 15 · 60 s
      computedCoreHours: 0.25,
      // 2 nodes · 10 cores · 2 h
      reservedCoreHours: 40,
    });
  });

  it("waveMinutes divides by the guaranteed share of a core, however many seats", () => {
    expect(waveMinutes(60, { ...seat, cores: 0.25 })).toBe(4);
  });

  it("guaranteed reads values.yaml, G and Gi as GiB", () => {
    expect(guaranteed()).toEqual({ cores: 0.25, memoryGiB: 1, storageGiB: 1, placeholders: 10 });
  });
});
