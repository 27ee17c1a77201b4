import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { SELF_DISTILLATION_EXERCISES } from "../../../lib/chapters/selfDistillation/exercises.js";
import { logisticRounds } from "../../../lib/chapters/selfDistillation/logisticRounds.js";
import { TEN_POINTS } from "../../../lib/data/tenPoints.js";
import { judge } from "../../../lib/exercises/exercise.js";
import { sigmoid } from "../../../lib/losses/softplus.js";
import { decisionFunction } from "../../../lib/models/linearModel.js";
import { fitLogistic } from "../../../lib/models/logistic.js";
import { findExercise } from "../../../lib/notebook/exercises.js";

const verdict = (k: number | string, answer: unknown) =>
  judge(findExercise(`05-self-distillation/${k}`), answer);

describe("the exercises of 05-self-distillation", () => {
  it("are registered, each with a hint", () => {
    for (const { id, hint } of SELF_DISTILLATION_EXERCISES) {
      expect(findExercise(id).hint).toBe(hint);
      expect(hint.length).toBeGreaterThan(20);
    }
    expect(SELF_DISTILLATION_EXERCISES.length).toBe(10);
  });

  it("1: takes the claim's slopes, (.514 + .403 + .319) / .319 = 3.875", () => {
    expect(verdict(1, (0.514 + 0.403 + 0.319) / 0.319)).toBe("right");
    expect(verdict(1, 3)).toBe("wrong");
  });

  it("2: takes 5 = 1 + .8 + .8² + …, where two hundred rounds arrive as well", () => {
    expect(verdict("2a", 0.8)).toBe("right");
    expect(verdict("2a", 0.2)).toBe("wrong");
    expect(verdict("2b", 5)).toBe("right");
    const rounds = logisticRounds(TEN_POINTS, { rounds: 200, l2: 1, alpha: 4 });
    expect(verdict("2b", rounds[199].equivalentL2)).toBe("right");
    expect(verdict("2b", 4)).toBe("wrong");
  });

  it("3: takes 8, since (2/3)⁷ = .0585 and (2/3)⁸ = .0390", () => {
    expect((2 / 3) ** 7).toBeGreaterThan(0.05);
    expect((2 / 3) ** 8).toBeLessThan(0.05);
    expect(verdict(3, 8)).toBe("right");
    expect(verdict(3, 7)).toBe("wrong");
    expect(verdict(3, 9)).toBe("wrong");
  });

  it("4: takes 1.906, since 2 / (2 + 1.90625) = .512 = .8³", () => {
    expect(2 / (2 + 1.90625)).toBeCloseTo(0.8 ** 3, 12);
    expect(verdict("4a", 0.512)).toBe("right");
    expect(verdict("4a", 0.8)).toBe("wrong");
    expect(verdict("4b", 1.90625)).toBe("right");
    expect(verdict("4b", 3.5)).toBe("wrong");
    expect(verdict("4b", 1.5)).toBe("wrong");
    // Eigenvalue .5 keeps (1/2)³, which one fit does at .5 / (.5 + 3.5).
    expect(0.5 / (0.5 + 3.5)).toBeCloseTo(0.5 ** 3, 12);
    expect(verdict("4c", 3.5)).toBe("right");
    expect(verdict("4c", 1.90625)).toBe("wrong");
  });

  it("5: takes .73 · .27 = .1971", () => {
    expect(verdict("5a", 0.73)).toBe("right");
    expect(verdict("5a", 0.7)).toBe("wrong");
    expect(verdict("5b", 0.1971)).toBe("right");
    expect(verdict("5b", 0.21)).toBe("wrong");
  });

  it("6: takes the slope of the changed loop", () => {
    const X = Matrix.columnVector(TEN_POINTS.x);
    const labels = TEN_POINTS.y;
    let q: ArrayLike<number> = labels;
    let slope = 0;
    for (let round = 1; round <= 3; round++) {
      const model = fitLogistic(X, q, { l2: 1 });
      slope = model.weights[0];
      q = decisionFunction(model, X).map((z, i) => (labels[i] + sigmoid(z)) / 2);
    }
    expect(verdict(6, slope)).toBe("right");
    expect(verdict(6, 0.319)).toBe("wrong");
  });

  it.each(["1", "2a", "2b", "3", "4a", "4b", "4c", "5a", "5b", "6"])(
    "%s: says not yet without an answer, wrong to a text",
    (k) => {
      expect(verdict(k, undefined)).toBe("not yet");
      expect(verdict(k, "3")).toBe("wrong");
    },
  );
});
