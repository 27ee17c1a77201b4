import { describe, expect, it } from "vitest";
import {
  counterexampleFigure,
  counterexamplePath,
} from "../../../lib/chapters/varianceReduction/counterexamplePath.js";

describe("counterexampleFigure", () => {
  it("draws both sides and says where they cross and where they end", async () => {
    const figure = counterexampleFigure(counterexamplePath([2, 0, -2, -4, -7, -10]));
    expect(figure.alt).toContain("mistake of 3.17");
    expect(figure.alt).toContain("21.65 by the post's formula and 20.18 on hard labels");
    await expect(figure.svg).toMatchFileSnapshot("snapshots/counterexample.svg");
  });
});
