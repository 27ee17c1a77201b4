import { describe, expect, it } from "vitest";
import {
  ratiosByLabelNoise,
  searchCounterexamples,
  searchViolations,
} from "../../../lib/chapters/varianceReduction/randomProblems.js";
import { seededStream } from "../../../lib/random/seededStream.js";

describe("searchCounterexamples", () => {
  it("searches every pair of spread and support size, from a stream of its own", () => {
    const cells = searchCounterexamples("test/grid", 50, [2, 3], [1, 20]);
    expect(cells.map(({ scale, inputs }) => [scale, inputs])).toEqual([
      [1, 2],
      [1, 3],
      [20, 2],
      [20, 3],
    ]);
    const alone = searchViolations(seededStream("test/grid/3/20"), 50, { inputs: 3, scale: 20 });
    expect(cells[3]).toEqual({ inputs: 3, scale: 20, ...alone });
  });

  it("finds more violations with larger logits", () => {
    const [small, large] = searchCounterexamples("test/larger", 2000, [2], [1, 30]);
    expect(large.violations).toBeGreaterThan(small.violations);
  });
});

describe("ratiosByLabelNoise", () => {
  it("puts the bound below the built problem and that below the search", () => {
    for (const { possible, built, found } of ratiosByLabelNoise(
      "test/floors",
      300,
      [0.02, 0.1, 0.2],
    )) {
      expect(built).toBeGreaterThan(possible);
      expect(built).toBeLessThan(1.001 * possible);
      expect(found).toBeGreaterThan(built);
    }
  });
});
