import { describe, expect, it } from "vitest";
import { NARROW_DESIGN, POST_DESIGN } from "../../../lib/chapters/whatTransfers/designs.js";
import * as studies from "../../../lib/chapters/whatTransfers/studies.js";
import { seededStream } from "../../../lib/random/seededStream.js";

const { alphaStudy, limitStudy, softeningStudy, teacherStudy, temperatureStudy, unlabelledStudy } =
  studies;

describe("the studies of 04-what-transfers", () => {
  it("differ in their streams, by experiment and by design", () => {
    const all = [
      alphaStudy,
      limitStudy,
      softeningStudy,
      teacherStudy,
      temperatureStudy,
      unlabelledStudy,
    ];
    const names = all.flatMap((make) => [make(POST_DESIGN, 1).name, make(NARROW_DESIGN, 1).name]);
    expect(new Set(names).size).toBe(12);
    for (const name of names) expect(name).toMatch(/^04-what-transfers\/\w+\/(post|narrow)$/);
  });

  it("run at the sizes of the issue by default", () => {
    expect(alphaStudy(POST_DESIGN, 1).parameters.alphas).toEqual([0, 0.1, 0.5, 1, 4, Infinity]);
    expect(limitStudy(POST_DESIGN, 1).parameters.sizes.at(-1)).toBe(5000);
    expect(softeningStudy(POST_DESIGN, 1).parameters).toMatchObject({ epsilon: 0.9 });
  });

  it("are found by the workers under the names of their trials", () => {
    const modules: Record<string, unknown> = { ...studies };
    for (const make of [alphaStudy, limitStudy, softeningStudy, teacherStudy]) {
      const { trial } = make(POST_DESIGN, 1) as { trial: { name: string } };
      expect(modules[trial.name]).toBe(trial);
    }
  });

  it("take more inputs than arguments of a call can be", () => {
    const { trial, parameters } = unlabelledStudy(NARROW_DESIGN, 1, { extra: [0, 150_000] });
    const values = trial(parameters, seededStream("test/many"));
    expect(values["distilled@150000"]).toBeLessThan(Math.LN2);
  });
});
