import { describe, expect, it } from "vitest";
import {
  objectiveErrors,
  objectiveSweep,
} from "../../../lib/chapters/varianceReduction/objectiveErrors.js";
import { bayesLabels, hardLabels } from "../../../lib/chapters/varianceReduction/softLabellers.js";
import { normalPopulation } from "../../../lib/data/population.js";
import { seededStream } from "../../../lib/random/seededStream.js";

const labellers = { hard: hardLabels, bayes: bayesLabels };
const line = (x: number) => 0.1 * x;

describe("objectiveSweep", () => {
  it("runs objectiveErrors at each size, from a stream named after the size", async () => {
    const plan = { trainingExamples: [2, 5], inputSets: 6, name: "test/sweep" };
    const sweep = await objectiveSweep(normalPopulation(), [line], labellers, plan);
    expect(sweep.trainingExamples).toEqual([2, 5]);
    const options = { n: 5, inputSets: 6, rng: seededStream("test/sweep/5") };
    expect(sweep.errors[1]).toEqual(
      await objectiveErrors(normalPopulation(), [line], labellers, options),
    );
  });

  it("keeps n times the error of hard labels level, within 4 standard errors", async () => {
    const plan = { trainingExamples: [5, 50], inputSets: 600, name: "test/level" };
    const { errors } = await objectiveSweep(normalPopulation(), [line], labellers, plan);
    const [few, many] = errors.map(([row]) => row.hard.meanSquare);
    const error = Math.hypot(few.standardError, many.standardError);
    expect(Math.abs(few.value - many.value)).toBeLessThan(4 * error);
  });

  it("counts its progress over all sizes", async () => {
    const told: number[] = [];
    const onProgress = (done: number) => void told.push(done);
    const plan = { trainingExamples: [2, 3], inputSets: 2, name: "test/told", onProgress };
    await objectiveSweep(normalPopulation(), [line], labellers, plan);
    expect(told).toEqual([1, 2, 3, 4]);
  });
});
