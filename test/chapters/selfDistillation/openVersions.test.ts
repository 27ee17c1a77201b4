import { Matrix, solve } from "ml-matrix";
import { describe, expect, it, vi } from "vitest";
import { golden } from "../../support/golden.js";
import { networkCases } from "../../support/networkCases.js";
import { runCells } from "../../support/openCells.js";

vi.mock("tslab", () => ({ display: {}, newDisplay: () => ({}) }));
vi.resetModules();
const lib = await import("../../../lib/index.js");

const run = (cells: string[], scope: Record<string, unknown>, names: string[] = []) => {
  const printed: unknown[] = [];
  const console = { log: (value: unknown) => printed.push(value) };
  const all = { ...lib, Matrix, solve, console, ...scope };
  return { ...runCells("05-self-distillation", cells, all, names), printed } as ReturnType<
    typeof runCells
  >;
};

describe("05-self-distillation's cells in the open", () => {
  it("the loop of refits has the slopes of logisticRounds, and NumPy's", () => {
    const { printed } = run(["code-loop"], {});
    const { shrinking } = golden<{ shrinking: number[][] }>("information");
    const library = lib.logisticRounds(lib.TEN_POINTS, { rounds: 5, l2: 1 });
    for (const slopes of [library.map(({ slope }) => slope), shrinking.map(([, slope]) => slope)]) {
      expect(printed).toEqual(slopes.map((s, k) => `round ${k + 1}: slope ${s.toFixed(3)}`));
    }
  });

  it("(K + λI)⁻¹y, three times, is scikit-learn's, and kernelRidge's", () => {
    const { x, y, rounds } = golden<{
      x: number[];
      y: number[];
      rounds: { l2: number; fits: { coefficients: number[] }[] }[];
    }>("kernelRidge");
    // The cell takes 1/2 from the labels.
    const postData = () => ({ x, y: y.map((target) => target + 0.5) });
    const { c, printed } = run(["code-kernel-loop"], { postData }, ["c"]);
    const fits = rounds.find(({ l2 }) => l2 === 0.5)?.fits ?? [];
    fits[2].coefficients.forEach((expected, i) => {
      expect(c.get(i, 0)).toBeCloseTo(expected, 10);
    });
    expect(printed).toEqual([true]);
  });

  it("gradient and update are NumPy's gradient and NumPy's Adam steps", () => {
    const { sizes, parameters, inputs, softTargets, l2, rates, ...numpy } = networkCases[1];
    const [d, h, k] = sizes;
    const X = Matrix.from1DArray(inputs.length / d, d, inputs);
    const Q = Matrix.from1DArray(inputs.length / d, k, softTargets);
    const rest = Array.from(parameters);
    const take = (rows: number, columns: number) =>
      Matrix.from1DArray(rows, columns, rest.splice(0, rows * columns));
    const theta = [take(d, h), take(1, h), take(h, k), take(1, k)];
    const [m, v] = [0, 1].map(() => theta.map((W) => Matrix.zeros(W.rows, W.columns)));
    const cells = ["code-forward", "code-backward", "code-adam"];
    const { gradient, update } = run(cells, { theta, m, v }, ["gradient", "update"]);
    const flat = (arrays: Matrix[]) => arrays.flatMap((W) => W.to1DArray());
    // NumPy's case has a ridge on the weights, which the notebook's network has not.
    const penalised = () =>
      (gradient(theta, X, Q) as Matrix[]).map((g, i) =>
        i % 2 ? g : g.add(Matrix.mul(theta[i], l2)),
      );
    flat(penalised()).forEach((value, i) => {
      expect(value).toBeCloseTo(numpy.gradient[i], 12);
    });
    rates.forEach((rate, step) => {
      update(penalised(), step + 1, rate);
    });
    flat(theta).forEach((value, i) => {
      expect(value).toBeCloseTo(numpy.afterAdam[i], 12);
    });
  });

  it("the training loop makes trainNetwork's network from the same stream", () => {
    const cells = ["forward", "backward", "start", "adam", "training", "same-network"];
    const { printed } = run(["code-24", ...cells.map((name) => `code-${name}`)], {});
    expect(printed).toEqual([true]);
  });
});
