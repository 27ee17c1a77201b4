import { Matrix, solve } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { logisticRounds } from "../../../lib/chapters/selfDistillation/logisticRounds.js";
import { TEN_POINTS } from "../../../lib/data/tenPoints.js";
import { softmax } from "../../../lib/losses/softmax.js";
import { sigmoid } from "../../../lib/losses/softplus.js";
import { gaussianKernel, kernelRidge, kernelSpectrum } from "../../../lib/models/kernelRidge.js";
import { decisionFunction } from "../../../lib/models/linearModel.js";
import { fitLogistic } from "../../../lib/models/logistic.js";
import { initialNetwork } from "../../../lib/models/network.js";
import { trainNetwork } from "../../../lib/models/trainNetwork.js";
import { seededStream } from "../../../lib/random/seededStream.js";
import { golden } from "../../support/golden.js";
import { networkCases } from "../../support/networkCases.js";

// What the cells of 05 write out, beside the library's functions and an outside source.

describe("the loop of refits", () => {
  it("has the slopes of logisticRounds and of the claim", () => {
    const X = Matrix.columnVector(TEN_POINTS.x);
    let q: ArrayLike<number> = TEN_POINTS.y;
    const slopes: number[] = [];
    for (let round = 1; round <= 5; round++) {
      const model = fitLogistic(X, q, { l2: 1 });
      slopes.push(model.weights[0]);
      q = decisionFunction(model, X).map(sigmoid);
    }
    const library = logisticRounds(TEN_POINTS, { rounds: 5, l2: 1 });
    [0.514, 0.403, 0.319, 0.255, 0.205].forEach((claimed, k) => {
      expect(slopes[k]).toBeCloseTo(library[k].slope, 12);
      expect(Math.abs(slopes[k] - claimed)).toBeLessThan(5e-4);
    });
  });
});

describe("kernel ridge regression as (K + λI)⁻¹y", () => {
  const { x, y, rounds } = golden<{
    x: number[];
    y: number[];
    rounds: { l2: number; fits: { coefficients: number[] }[] }[];
  }>("kernelRidge");

  it.each(rounds)(
    "has kernelRidge's and scikit-learn's coefficients in every round, λ = $l2",
    ({ l2, fits }) => {
      const K = gaussianKernel(x, x);
      const ridge = Matrix.add(K, Matrix.eye(x.length).mul(l2));
      let targets = Matrix.columnVector(y);
      fits.forEach(({ coefficients }, r) => {
        const c = solve(ridge, targets);
        const fast = kernelRidge(kernelSpectrum(K), y, { l2, rounds: r + 1 });
        coefficients.forEach((expected, i) => {
          expect(c.get(i, 0)).toBeCloseTo(expected, 10);
          expect(fast[i]).toBeCloseTo(expected, 10);
        });
        targets = K.mmul(c);
      });
    },
  );
});

describe("the network's gradient and training loop", () => {
  const forward = ([W1, b1, W2, b2]: Matrix[], X: Matrix) => {
    const H = X.mmul(W1).addRowVector(b1);
    for (let i = 0; i < H.rows; i++)
      for (let j = 0; j < H.columns; j++) H.set(i, j, Math.max(H.get(i, j), 0));
    return { H, Z: H.mmul(W2).addRowVector(b2) };
  };
  const sums = (M: Matrix) => Matrix.rowVector(M.sum("column"));
  const gradient = (theta: Matrix[], X: Matrix, Q: Matrix) => {
    const { H, Z } = forward(theta, X);
    const P = new Matrix(Z.to2DArray().map((row) => softmax(row)));
    const dZ = P.sub(Q).div(X.rows);
    const dH = dZ.mmul(theta[2].transpose());
    for (let i = 0; i < H.rows; i++)
      for (let j = 0; j < H.columns; j++) if (H.get(i, j) === 0) dH.set(i, j, 0);
    return [X.transpose().mmul(dH), sums(dH), H.transpose().mmul(dZ), sums(dZ)];
  };
  /** Weights and biases of one hidden layer. */
  const arraysOf = ([d, h, k]: readonly number[], parameters: ArrayLike<number>) => {
    const rest = Array.from(parameters);
    const take = (rows: number, columns: number) =>
      Matrix.from1DArray(rows, columns, rest.splice(0, rows * columns));
    return [take(d, h), take(1, h), take(h, k), take(1, k)];
  };
  const zeros = (theta: Matrix[]) => theta.map(({ rows, columns }) => Matrix.zeros(rows, columns));
  const flat = (theta: Matrix[]) => theta.flatMap((W) => W.to1DArray());
  const adamStep = (
    [theta, m, v]: Matrix[][],
    g: Matrix[],
    { step, rate }: { step: number; rate: number },
  ) =>
    theta.forEach((W, k) => {
      m[k].mul(0.9).add(Matrix.mul(g[k], 0.1));
      v[k].mul(0.999).add(Matrix.pow(g[k], 2).mul(0.001));
      const mHat = Matrix.div(m[k], 1 - 0.9 ** (step + 1));
      const root = Matrix.div(v[k], 1 - 0.999 ** (step + 1)).sqrt();
      W.sub(mHat.div(root.add(1e-8)).mul(rate));
    });

  it("have NumPy's gradient and NumPy's Adam steps", () => {
    const { sizes, parameters, inputs, softTargets, l2, rates, ...numpy } = networkCases[1];
    const n = inputs.length / sizes[0];
    const X = Matrix.from1DArray(n, sizes[0], inputs);
    const Q = Matrix.from1DArray(n, sizes[2], softTargets);
    const theta = arraysOf(sizes, parameters);
    // NumPy's case has a ridge on the weights, which the notebook's network has not.
    const penalised = () =>
      gradient(theta, X, Q).map((g, k) => (k % 2 ? g : g.add(Matrix.mul(theta[k], l2))));
    flat(penalised()).forEach((value, i) => {
      expect(value).toBeCloseTo(numpy.gradient[i], 12);
    });
    const means = [zeros(theta), zeros(theta)];
    rates.forEach((rate, step) => {
      adamStep([theta, ...means], penalised(), { step, rate });
    });
    flat(theta).forEach((value, i) => {
      expect(value).toBeCloseTo(numpy.afterAdam[i], 12);
    });
  });

  it("make trainNetwork's network from the same stream", () => {
    const data = seededStream("test/open");
    const [n, d, k] = [30, 4, 3];
    const inputs = data.normal(n * d);
    const softTargets = new Float64Array(n * k);
    for (let i = 0; i < n; i++) softTargets[i * k + (i % k)] = 1;
    const options = { hidden: [5], epochs: 3, batchSize: 10, learningRate: 0.01 };
    const library = trainNetwork(
      { inputs, softTargets, classes: k },
      { ...options, precision: "double" },
      seededStream("test/twin"),
    );
    const stream = seededStream("test/twin");
    const theta = arraysOf([d, 5, k], initialNetwork([d, 5, k], stream).parameters);
    const means = [zeros(theta), zeros(theta)];
    const X = Matrix.from1DArray(n, d, Array.from(inputs));
    const Q = Matrix.from1DArray(n, k, Array.from(softTargets));
    for (let step = 0, order = [] as number[]; step < 9; step++) {
      if (order.length === 0) order = Array.from(stream.permutation(n));
      const batch = order.splice(0, 10);
      const g = gradient(theta, X.subMatrixRow(batch), Q.subMatrixRow(batch));
      adamStep([theta, ...means], g, { step, rate: 0.01 * (1 - step / 9) });
    }
    flat(theta).forEach((value, i) => {
      expect(value).toBeCloseTo(library.parameters[i], 12);
    });
  });
});
