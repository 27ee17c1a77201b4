import { describe, expect, it } from "vitest";
import { initialNetwork, type Network, networkLogits } from "../../lib/models/network.js";
import type { Precision } from "../../lib/models/networkKernel.js";
import { networkWorkspace } from "../../lib/models/networkWorkspace.js";
import { sparseRows } from "../../lib/models/sparseRows.js";
import { trainNetwork } from "../../lib/models/trainNetwork.js";
import { seededStream } from "../../lib/random/seededStream.js";
import { expectRelativelyClose } from "../support/closeTo.js";
import { networkCases as cases } from "../support/networkCases.js";

/** Adam on the whole data at each step, at the given rates. */
function afterSteps(network: Network, inputs: Float64Array, softTargets: Float64Array, c: Steps) {
  const n = inputs.length / network.sizes[0];
  const workspace = networkWorkspace(
    network.sizes,
    sparseRows(inputs, network.sizes[0]),
    n,
    c.precision,
    softTargets,
  );
  workspace.write(network.parameters);
  const rows = Array.from({ length: n }, (_, i) => i);
  for (const rate of c.rates) {
    workspace.backpropagate(rows, c);
    workspace.step(rate);
  }
  return workspace.read();
}
interface Steps {
  rates: number[];
  temperature: number;
  l2: number;
  precision: Precision;
}

describe("networkWorkspace", () => {
  it.each(cases)("takes the steps of Adam in NumPy, case %#", (c) => {
    const network = { sizes: c.sizes, parameters: Float64Array.from(c.parameters) };
    for (const [precision, tolerance] of [
      ["double", 1e-9],
      ["single", 1e-3],
    ] as const) {
      const [inputs, softTargets] = [c.inputs, c.softTargets].map((v) => Float64Array.from(v));
      const after = afterSteps(network, inputs, softTargets, { ...c, precision });
      expectRelativelyClose(after, c.afterAdam, tolerance);
    }
  });
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

  it("starts from the stream's weights and lets the step size fall linearly to 0", () => {
    const settings = { temperature: 2, l2: 0.1, precision: "double" } as const;
    const start = initialNetwork([2, 3, 2], seededStream("decay"), 0.5);
    const rates = [0.1, 0.075, 0.05, 0.025];
    const expected = afterSteps(start, xor.inputs, xor.softTargets, { ...settings, rates });
    // Batches hold all four rows: their order changes no more than the rounding of sums.
    const steps = { epochs: 4, batchSize: 4, learningRate: 0.1 };
    const options = { ...settings, ...steps, hidden: [3], start: 0.5 };
    const { parameters } = trainNetwork(xor, options, seededStream("decay"));
    expectRelativelyClose(parameters, expected, 1e-9);
  });

  it("computes in single and in double precision what differs by rounding", () => {
    const few = { ...options, epochs: 5 };
    const [a, b] = (["single", "double"] as const).map(
      (precision) => trainNetwork(xor, { ...few, precision }, seededStream("p")).parameters,
    );
    expectRelativelyClose(a, b, 1e-4);
    expect(a).not.toEqual(b);
  });

  it("leaves what it was given as it was", () => {
    const copy = { inputs: xor.inputs.slice(), softTargets: xor.softTargets.slice() };
    train("a");
    expect(xor).toMatchObject(copy);
  });
});
