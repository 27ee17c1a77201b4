import { beforeAll, describe, expect, it } from "vitest";
import {
  fittedRatios,
  inequalityRatio,
  randomCubicRatios,
  type ScannedRatio,
  summariseRatios,
} from "../../../lib/chapters/varianceReduction/inequalityScan.js";
import { lossVariances } from "../../../lib/chapters/varianceReduction/lossVariances.js";
import { noiseThreshold } from "../../../lib/chapters/varianceReduction/noiseFloor.js";
import { finitePopulation, normalPopulation } from "../../../lib/data/population.js";
import { MODEL_NAMES, type ModelName } from "../../../lib/models/postModels.js";
import { seededStream } from "../../../lib/random/seededStream.js";
import { expectStated, stated } from "../../support/claims.js";
import { expectRelativelyClose } from "../../support/closeTo.js";
import { golden } from "../../support/golden.js";

const { ratios } = golden<{ ratios: Record<string, Record<ModelName, number[]>> }>("variance");

describe("inequalityRatio", () => {
  it("is below 1 for the counterexample: 20.183 / 21.655", () => {
    const v = lossVariances(finitePopulation([0.5, 0.5], [1, 0.5]), (x) => [-10, 2][x]);
    expect(inequalityRatio(v)).toBeCloseTo(20.183 / 21.655, 4);
  });

  it("refuses a function without variance", () => {
    const v = lossVariances(finitePopulation([1], [0.5]), () => 0);
    expect(() => inequalityRatio(v)).toThrow(/postFormula must be above 0.*got 0/);
  });
});

describe("fittedRatios", () => {
  let scanned: ScannedRatio[];
  beforeAll(() => {
    scanned = fittedRatios(15, [10, 15, 20, 25, 30, 35, 40, 45]);
  });

  it("scans three models at eight sizes on 15 data sets", () => {
    expect(scanned).toHaveLength(3 * 8 * 15);
    expectStated(12, "functions", 3 * 8 * 15);
  });

  it.each(["10", "15", "45"])("agrees with NumPy's fits at %s examples", (n) => {
    for (const model of MODEL_NAMES) {
      const own = scanned.filter((r) => r.model === model && r.trainingExamples === Number(n));
      // Both are converged; the grids differ (4000 against 12 000 intervals), which costs up to 1e-4 for steep cubics.
      expectRelativelyClose(
        own.map((r) => r.ratio),
        ratios[n][model],
        2e-4,
      );
    }
  });

  it("pins claim 12: the smallest ratio is 2.96, so the inequality holds for all of these functions", () => {
    const { smallestRatio, violations } = summariseRatios("fitted", scanned);
    expectStated(12, "smallestRatio", smallestRatio);
    expect(violations).toBe(0);
  });

  it("pins claim 12's range of eta: symmetric, from where the smallest possible ratio is 1", () => {
    const lowest = stated(12, "lowest");
    expect(stated(12, "highest")).toBeCloseTo(1 - lowest, 12);
    // 1 / (2 (1 - sqrt(d / (1 - d)))²) = 1 has d / (1 - d) = (1 - 1 / sqrt 2)².
    const odds = (1 - Math.SQRT1_2) ** 2;
    expectStated(12, "lowest", odds / (1 + odds));
    expectStated(12, "lowest", noiseThreshold());
  });

  it("is of the sizes that it is told", () => {
    const few = fittedRatios(2, [15]);
    expect(few.map((r) => r.model)).toEqual([...MODEL_NAMES, ...MODEL_NAMES]);
    MODEL_NAMES.forEach((model, k) => {
      const own = [few[k].ratio, few[k + 3].ratio];
      expectRelativelyClose(own, ratios["15"][model].slice(0, 2), 2e-4);
    });
  });
});

describe("randomCubicRatios", () => {
  it("pins the second half of claim 12: no violation among random cubics", () => {
    const cubics = randomCubicRatios(300, seededStream("test/cubics"));
    expect(summariseRatios("cubics", cubics)).toMatchObject({ count: 300, violations: 0 });
  });

  it("stays above the 1.125 that the post's label noise allows", () => {
    const cubics = randomCubicRatios(50, seededStream("test/floor"));
    expect(Math.min(...cubics.map(({ ratio }) => ratio))).toBeGreaterThan(1.125);
  });

  it("is that of four normal coefficients in x / 10 times a size between 1/10 and 10", () => {
    const [stream, same] = [seededStream("test/one cubic"), seededStream("test/one cubic")];
    const rows = randomCubicRatios(20, stream);
    const population = normalPopulation(10, undefined, { intervals: 4000 });
    for (const { model, trainingExamples, ratio } of rows) {
      const size = 10 ** (2 * same.uniform(1)[0] - 1);
      const [a, b, c] = same.normal(3).map((z) => z * size);
      const d = same.normal(1)[0] * size;
      const f = (x: number) => a * (x / 10) + b * (x / 10) ** 2 + c * (x / 10) ** 3 + d;
      // The grids differ: see above.
      expectRelativelyClose([ratio], [inequalityRatio(lossVariances(population, f))], 2e-4);
      expect([model, trainingExamples]).toEqual(["random cubic", 0]);
    }
  });
});

describe("summariseRatios", () => {
  it("counts the ratios below 1", () => {
    const rows = [0.5, 1, 3].map((ratio) => ({
      model: "random cubic" as const,
      trainingExamples: 0,
      ratio,
    }));
    expect(summariseRatios("made up", rows)).toEqual({
      functions: "made up",
      count: 3,
      smallestRatio: 0.5,
      largestRatio: 3,
      violations: 1,
    });
  });
});
