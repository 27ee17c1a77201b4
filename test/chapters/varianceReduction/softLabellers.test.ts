import { describe, expect, it } from "vitest";
import {
  bayesLabels,
  hardLabels,
  LABELLERS,
  type LabelledSample,
} from "../../../lib/chapters/varianceReduction/softLabellers.js";
import { postEta } from "../../../lib/data/postData.js";
import { seededStream } from "../../../lib/random/seededStream.js";

function sampleOf(n: number): LabelledSample {
  const stream = seededStream(`test/labellers/${n}`);
  const x = stream.normal(n).map((z) => 10 * z);
  const eta = x.map(postEta);
  return { x, y: stream.bernoulli(eta), eta };
}

describe("hardLabels and bayesLabels", () => {
  it("pass on the labels and the true probabilities", () => {
    const sample = sampleOf(5);
    expect(hardLabels(sample)).toBe(sample.y);
    expect(bayesLabels(sample)).toBe(sample.eta);
  });
});

describe("every labeller of LABELLERS", () => {
  it.each(Object.entries(LABELLERS))("%s gives one class where there is one", (name, labeller) => {
    const sample = { ...sampleOf(6), y: Uint8Array.of(1, 1, 1, 1, 1, 1) };
    const expected = name === "Bayes labels" ? [...sample.eta] : [1, 1, 1, 1, 1, 1];
    expect(Array.from(labeller(sample))).toEqual(expected);
  });

  it("begins with the hard labels, which the others are compared with", () => {
    expect(Object.keys(LABELLERS)[0]).toBe("hard labels");
  });
});
