import { describe, expect, it } from "vitest";
import {
  fittedCubic,
  fittedNetwork,
  fixedPredictor,
  randomNetwork,
} from "../../../lib/chapters/varianceReduction/fits.js";
import type { LabelledSample } from "../../../lib/chapters/varianceReduction/softLabellers.js";
import { postEta } from "../../../lib/data/postData.js";
import { logLoss } from "../../../lib/losses/logLoss.js";
import { polynomialFeatures } from "../../../lib/models/features.js";
import { decisionFunction } from "../../../lib/models/linearModel.js";
import { fitLogistic } from "../../../lib/models/logistic.js";
import { seededStream } from "../../../lib/random/seededStream.js";

const stream = seededStream("test/fits");
const x = stream.normal(20).map((z) => 10 * z);
const eta = x.map(postEta);
const sample: LabelledSample = { x, y: stream.bernoulli(eta), eta };
const oneClass: LabelledSample = { ...sample, y: new Uint8Array(20).fill(1) };
const lossOn = (f: (x: number) => number) => logLoss(sample.y, Array.from(x, f));

describe("fixedPredictor", () => {
  it("gives its function, whatever the sample", () => {
    expect(fixedPredictor(Math.cos)(sample)).toBe(Math.cos);
  });
});

describe("fittedCubic", () => {
  it("gives the logits of the penalised cubic in x / 10", () => {
    const design = polynomialFeatures(x, 3, { scale: 10 });
    const model = fitLogistic(design, sample.y, { l2: 0.5, interceptL2: 0.5 });
    const logits = decisionFunction(model, design);
    const f = fittedCubic(0.5)(sample);
    x.forEach((input, i) => {
      expect(f(input)).toBeCloseTo(logits[i], 10);
    });
  });

  it("exists for a training set of one class", () => {
    expect(fittedCubic()(oneClass)(0)).toBeGreaterThan(0);
  });
});

describe("randomNetwork", () => {
  it("is the same function for the same stream and another for another", () => {
    const at = (name: string) => randomNetwork(seededStream(name))(1.5);
    expect(at("a")).toBe(at("a"));
    expect(at("a")).not.toBe(at("b"));
  });

  it("has values of variance below 4, that of its output weights times a squared tanh", () => {
    const values = Array.from({ length: 200 }, (_, i) => randomNetwork(seededStream(`net${i}`))(3));
    const second = values.reduce((sum, v) => sum + v * v, 0) / 200;
    expect(second).toBeLessThan(4);
    expect(second).toBeGreaterThan(1);
  });
});

describe("fittedNetwork", () => {
  it("fits its labels more closely the less it is penalised", () => {
    const losses = [10, 1, 0.1, 0.01].map((l2) =>
      lossOn(fittedNetwork(seededStream("test/layer"), { l2 })(sample)),
    );
    expect(losses).toEqual([...losses].sort((a, b) => b - a));
    expect(losses[3]).toBeLessThan(0.3);
  });

  it("exists for a training set of one class", () => {
    expect(fittedNetwork(seededStream("test/layer"))(oneClass)(0)).toBeGreaterThan(0);
  });
});
