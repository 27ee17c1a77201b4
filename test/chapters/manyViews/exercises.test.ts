import { describe, expect, it } from "vitest";
import { activation } from "../../../lib/chapters/manyViews/activation.js";
import { MANY_VIEWS_EXERCISES } from "../../../lib/chapters/manyViews/exercises.js";
import { judge } from "../../../lib/exercises/exercise.js";
import { softmax } from "../../../lib/losses/softmax.js";
import { findExercise } from "../../../lib/notebook/exercises.js";
import { patchGradient } from "../../support/networkGradients.js";

const verdict = (k: number | string, answer: unknown) =>
  judge(findExercise(`06-many-views/${k}`), answer);

describe("the exercises of 06-many-views", () => {
  it("are registered, each with a hint", () => {
    for (const { id, hint } of MANY_VIEWS_EXERCISES) {
      expect(findExercise(id).hint).toBe(hint);
      expect(hint.length).toBeGreaterThan(20);
    }
    expect(MANY_VIEWS_EXERCISES).toHaveLength(7);
  });

  it("1: takes 14/20 + 6/20 · 1/4 = .775", () => expect(verdict(1, 0.775)).toBe("right"));

  it("2: takes 1 - .3² = .91 and four networks: .3³ = .027, .3⁴ = .0081", () => {
    expect(verdict("2a", 0.91)).toBe("right");
    expect(verdict("2b", 4)).toBe("right");
    expect(verdict("2b", 3)).toBe("wrong");
  });

  it("3: takes e^(1/2), which softmax gives as well", () => {
    const [, shown, hidden] = softmax([10, 2, 0, 0], { temperature: 4 });
    expect(verdict(3, shown / hidden)).toBe("right");
  });

  it("4: takes 4, the ratio of slopes of the activation by central differences", () => {
    const slope = (z: number) => (activation(z + 1e-5) - activation(z - 1e-5)) / 2e-5;
    expect(verdict(4, slope(0.2) / slope(0.1))).toBe("right");
  });

  it("5: takes the ratio of two gradients of a network with one logit of 10", () => {
    // One unit of weight 10.2 on the first of ten classes' coordinate answers with 10.2 - 0.2 = 10.
    const network = { classes: 10, units: 1, dimensions: 10, weights: new Float64Array(100) };
    network.weights[0] = 10.2;
    const inputs = new Float64Array(10);
    inputs[0] = 1;
    const data = {
      classes: 10,
      views: 1,
      patches: 1,
      dimensions: 10,
      inputs,
      labels: Int32Array.of(0),
      shown: Int32Array.of(-1),
    };
    const hard = new Float64Array(10);
    hard[0] = 1;
    const pull = (temperature: number) =>
      patchGradient(network, data, hard, { temperature, precision: "double" }).gradient[0];
    expect(verdict(5, pull(4) / pull(1))).toBe("right");
  });

  it("6: takes the gradient of tau² H(q, softmax(z / tau)), by central differences", () => {
    const loss = (z: number[], q: number[], tau: number) => {
      const p = softmax(z, { temperature: tau });
      return -(tau ** 2) * q.reduce((sum, share, k) => sum + share * Math.log(p[k]), 0);
    };
    const pull = (z: number[], q: number[], tau: number) =>
      z.map((_, k) => {
        const at = (by: number) =>
          loss(
            z.map((v, j) => (j === k ? v + by : v)),
            q,
            tau,
          );
        return (at(1e-4) - at(-1e-4)) / 2e-4;
      });
    expect(verdict(6, pull)).toBe("right");
  });
});
