import { describe, expect, it } from "vitest";
import { sampledVariances } from "../../../lib/chapters/varianceReduction/sampledVariances.js";
import { normalPopulation } from "../../../lib/data/population.js";
import { binaryCrossEntropy, lossAtMeanLabel } from "../../../lib/losses/logLoss.js";
import { seededStream } from "../../../lib/random/seededStream.js";
import { varianceAndStandardError } from "../../../lib/statistics/estimate.js";
import { golden } from "../../support/golden.js";
import { runCells } from "../../support/openCells.js";

type Kind = "hard" | "postFormula" | "soft";
const scope = { normalPopulation, binaryCrossEntropy, lossAtMeanLabel };
const { threeLosses, population, line } = runCells(
  "02-variance-reduction",
  ["open-losses"],
  scope,
  ["threeLosses", "population", "line"],
);

describe("one training set after another in the cells of 02-variance-reduction", () => {
  const stream = seededStream("02/monte-carlo");
  const rows: Record<Kind, number>[] = Array.from({ length: 4000 }, () => threeLosses(stream));
  const { line: scipy } = golden<{ line: Record<Kind, number> }>("variance");

  it.each(["hard", "postFormula", "soft"] as const)(
    "gives sampledVariances' %s, four standard errors from SciPy's integral at most",
    (kind) => {
      const { value, standardError } = varianceAndStandardError(rows.map((row) => row[kind]));
      const options = { n: 20, trials: 4000, rng: seededStream("02/monte-carlo") };
      const sampled = sampledVariances(population, line, options)[kind];
      expect(20 * value).toBeCloseTo(sampled.value, 12);
      expect(20 * standardError).toBeCloseTo(sampled.standardError, 12);
      expect(Math.abs(20 * value - scipy[kind])).toBeLessThan(80 * standardError);
    },
  );
});
