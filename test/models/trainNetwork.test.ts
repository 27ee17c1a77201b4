import { describe, expect, it } from "vitest";
import { networkLogits } from "../../lib/models/network.js";
import { networkGradient } from "../../lib/models/networkGradient.js";
import { adam, takeRows, trainNetwork } from "../../lib/models/trainNetwork.js";
import { seededStream } from "../../lib/random/seededStream.js";
import { expectRelativelyClose } from "../support/closeTo.js";
import { networkCases as cases } from "../support/networkCases.js";

describe("adam", () => {
  it.each(cases)("takes the steps of algorithm 1 in NumPy, case %#", (c) => {
    const parameters = Float64Array.from(c.parameters);
    const gradient = new Float64Array(parameters.length);
    const step = adam(parameters, gradient);
    for (const rate of c.rates) {
      const now = networkGradient(
        { sizes: c.sizes, parameters },
        Float64Array.from(c.inputs),
        Float64Array.from(c.softTargets),
        c,
      );
      gradient.set(now.gradient);
      step(rate);
    }
    expectRelativelyClose(parameters, c.afterAdam, 1e-9);
  });

  it("moves by the rate, whatever the gradient's size, in its first step", () => {
    const parameters = Float64Array.of(0, 0);
    adam(parameters, Float64Array.of(1e-3, -50))(0.1);
    expect(parameters[0]).toBeCloseTo(-0.1, 5);
    expect(parameters[1]).toBeCloseTo(0.1, 8);
  });
});

describe("takeRows", () => {
  it("copies rows in the order asked for", () =>
    expect([...takeRows(Float64Array.of(1, 2, 3, 4, 5, 6), [2, 0, 2], 2)]).toEqual([
      5, 6, 1, 2, 5, 6,
    ]));
});

describe("trainNetwork", () => {
  /** The exclusive or: no network without a hidden layer can learn it. */
  const xor = {
    inputs: Float64Array.of(0, 0, 0, 1, 1, 0, 1, 1),
    softTargets: Float64Array.of(1, 0, 0, 1, 0, 1, 1, 0),
    classes: 2,
  };
  const options = { hidden: [16], epochs: 300, batchSize: 2, learningRate: 0.02 };
  const train = (name: string) => trainNetwork(xor, options, seededStream(name));

  it("learns the exclusive or", () => {
    const logits = networkLogits(train("xor"), xor.inputs);
    const chosen = [0, 1, 2, 3].map((i) => (logits[2 * i + 1] > logits[2 * i] ? 1 : 0));
    expect(chosen).toEqual([0, 1, 1, 0]);
  });

  it("gives the same network for the same stream, another for another", () => {
    expect(train("a").parameters).toEqual(train("a").parameters);
    expect(train("a").parameters).not.toEqual(train("b").parameters);
  });

  it("learns probabilities from soft targets: an input of 1 with 0.2 and 0.8", () => {
    const soft = { inputs: Float64Array.of(1), softTargets: Float64Array.of(0.2, 0.8), classes: 2 };
    const network = trainNetwork(soft, { ...options, hidden: [] }, seededStream("soft"));
    const [no, yes] = networkLogits(network, soft.inputs);
    expect(yes - no).toBeCloseTo(Math.log(4), 2);
  });

  it("matches the teacher's logits at any temperature: the optimum does not move", () => {
    const logit = 3;
    const soften = (tau: number) => 1 / (1 + Math.exp(-logit / tau));
    const softTargets = Float64Array.of(1 - soften(5), soften(5));
    const network = trainNetwork(
      { inputs: Float64Array.of(1), softTargets, classes: 2 },
      { ...options, epochs: 2000, hidden: [], temperature: 5 },
      seededStream("tau"),
    );
    const [no, yes] = networkLogits(network, Float64Array.of(1));
    expect(yes - no).toBeCloseTo(logit, 2);
  });

  it("leaves what it was given as it was", () => {
    const copy = { inputs: xor.inputs.slice(), softTargets: xor.softTargets.slice() };
    train("a");
    expect(xor).toMatchObject(copy);
  });

  it.each([
    ["no epoch", { epochs: 0 }, {}, /epochs.*got 0/],
    ["an empty batch", { batchSize: 0 }, {}, /batchSize.*got 0/],
    ["a learning rate of 0", { learningRate: 0 }, {}, /learningRate.*got 0/],
    ["a hidden layer of 0", { hidden: [0] }, {}, /^hidden\[0\].*got 0/],
    ["one class", {}, { classes: 1 }, /classes.*got 1/],
    ["rows that do not fit", {}, { inputs: new Float64Array(7) }, /sizes\[0\].*1\.75/],
  ])("refuses %s", (_, change, dataChange, message) => {
    const call = () =>
      trainNetwork({ ...xor, ...dataChange }, { ...options, ...change }, seededStream("a"));
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });
});
