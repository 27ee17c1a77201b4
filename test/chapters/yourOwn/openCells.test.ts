import { describe, expect, it, vi } from "vitest";
import { reportTrial } from "../../../lib/chapters/yourOwn/trial.js";
import { seededStream } from "../../../lib/random/seededStream.js";
import { runCells } from "../../support/openCells.js";

vi.mock("tslab", () => ({ display: {}, newDisplay: () => ({}) }));
vi.resetModules();
const lib = await import("../../../lib/index.js");

describe("07-your-own's cells in the open", () => {
  it("one trial by hand has the numbers of the report's", () => {
    const ids = ["narrow", "models", "draw", "teach", "brier", "one"].map((id) => `code-${id}`);
    const names = ["byHand", "narrow", "teacher", "student"];
    const open = runCells("07-your-own", ids, { ...lib, table() {} }, names);
    const trial = reportTrial(
      {
        data: open.narrow,
        teacher: open.teacher,
        student: open.student,
        alphas: [1],
        epsilons: [0.1],
        temperature: 1,
        measure: "brier",
      },
      seededStream("07-your-own/narrow/0"),
    );
    for (const [arm, risk] of Object.entries(open.byHand))
      expect(risk, arm).toBeCloseTo(trial[`brier@${arm}`], 12);
  });

  it("a look-up repeats the target of the nearest input", () => {
    const { nearest } = runCells("07-your-own", ["code-nearest"], lib, ["nearest"]);
    const model = nearest();
    model.fit(
      [
        [0, 0],
        [3, 4],
      ],
      [
        [1, 0],
        [0.2, 0.8],
      ],
    );
    expect(model.probabilities([[2.9, 3.9]])).toEqual([[0.2, 0.8]]);
    expect(model.probabilities([[1, 1]])).toEqual([[1, 0]]);
  });
});
