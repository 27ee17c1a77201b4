import { describe, expect, it, vi } from "vitest";
import { YOUR_OWN_EXERCISES } from "../../../lib/chapters/yourOwn/exercises.js";
import { judge } from "../../../lib/exercises/exercise.js";
import { findExercise } from "../../../lib/notebook/exercises.js";
import { holm } from "../../../lib/statistics/comparisons.js";
import { runCells } from "../../support/openCells.js";

vi.mock("tslab", () => ({ display: {}, newDisplay: () => ({}) }));
vi.resetModules();
const lib = await import("../../../lib/index.js");

const verdict = (k: number | string, answer: unknown) =>
  judge(findExercise(`07-your-own/${k}`), answer);

describe("the exercises of 07-your-own", () => {
  it("are registered, each with a hint", () => {
    for (const { id, hint } of YOUR_OWN_EXERCISES) {
      expect(findExercise(id).hint).toBe(hint);
      expect(hint.length).toBeGreaterThan(20);
    }
    expect(YOUR_OWN_EXERCISES).toHaveLength(7);
  });

  it("1: takes .49 + .64 + .01 = 1.14", () => expect(verdict(1, 1.14)).toBe("right"));

  it("2: takes 80 draws, and .02 · √(20/23) = .01865 for splits without end", () => {
    expect(verdict("2a", 80)).toBe("right");
    expect(verdict("2b", 0.02 * Math.sqrt(20 / 23))).toBe("right");
    expect(verdict("2b", 0.01865)).toBe("right");
  });

  it("3: takes what holm gives", () => {
    expect(verdict(3, holm([0.005, 0.04, 0.015, 0.5])[1])).toBe("right");
  });

  it("4: takes the rule's word, in any case", () => {
    expect(verdict(4, "Regularisation")).toBe("right");
    expect(verdict(4, "softening")).toBe("wrong");
  });

  it("5: takes 1 - .95¹⁰ = .401", () => expect(verdict(5, 0.401)).toBe("right"));

  it("6: the notebook's cells in the open give the answer once the choice is made on the other rows", () => {
    const quiet = { ...lib, table() {}, checkAnswer() {} };
    const ids = ["code-narrow", "code-models", "code-draw", "code-teach", "code-brier"];
    const open = runCells("07-your-own", [...ids, "code-answer-6"], quiet, [
      ...["tried", "best", "student", "brier", "training", "choosing", "stream"],
    ]);
    expect(verdict(6, open.best)).toBe("wrong");
    const mended = open.tried.map(
      ({ epsilon, reported }: { epsilon: number; reported: number }) => {
        const targets = open.training.labels.map((row: Float64Array) =>
          row.map((p) => p * (1 - epsilon) + epsilon / 2),
        );
        open.student.fit(open.training.inputs, targets, open.stream);
        const said = open.student.probabilities(open.choosing.inputs);
        return { reported, chooseBy: open.brier(open.choosing.labels, said) };
      },
    );
    const least = Math.min(...mended.map(({ chooseBy }: { chooseBy: number }) => chooseBy));
    const { reported } = mended.find(({ chooseBy }: { chooseBy: number }) => chooseBy === least);
    expect(verdict(6, reported)).toBe("right");
  });
});
