import { describe, expect, it } from "vitest";
import { pinwheelData, pinwheelTruth } from "../../../lib/chapters/setup/pinwheel.js";
import { firstExamples, joinExamples, planePoints } from "../../../lib/chapters/setup/planeData.js";
import { softmax } from "../../../lib/losses/softmax.js";
import { seededStream } from "../../../lib/random/seededStream.js";

const pinwheelEta = (x1: number, x2: number) =>
  pinwheelTruth.probabilities(planePoints([x1, x2]))[0];

describe("pinwheelTruth", () => {
  it("is even at the centre", () => {
    expect([...pinwheelEta(0, 0)]).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });

  it("follows its formula at (1, 0): logits 2.5 cos(0.3 - 2πk/3)", () => {
    const powers = [0, 1, 2].map((k) => Math.exp(2.5 * Math.cos(0.3 - (2 * Math.PI * k) / 3)));
    const total = powers.reduce((a, b) => a + b);
    pinwheelEta(1, 0).forEach((p, k) => {
      expect(p).toBeCloseTo(powers[k] / total, 14);
    });
  });

  it("hands the classes on by a third of a turn", () => {
    const [x1, x2] = [0.7, -1.1];
    const angle = (2 * Math.PI) / 3;
    const turned = pinwheelEta(
      x1 * Math.cos(angle) - x2 * Math.sin(angle),
      x1 * Math.sin(angle) + x2 * Math.cos(angle),
    );
    const [a, b, c] = pinwheelEta(x1, x2);
    [c, a, b].forEach((p, k) => {
      expect(turned[k]).toBeCloseTo(p, 13);
    });
  });

  it("stays a distribution far out", () => {
    const p = pinwheelEta(1e6, -1e6);
    expect(p.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 14);
  });

  it("has logits whose softmax are its probabilities, at a temperature too", () => {
    const points = planePoints([1, 2], [0.5, -1]);
    const options = { temperature: 3 };
    expect(pinwheelTruth.probabilities(points, options)).toEqual(
      pinwheelTruth.logits(points).map((z) => softmax(z, options)),
    );
  });
});

describe("pinwheelData", () => {
  const data = pinwheelData(seededStream("test/pinwheel"), 20000);

  it("draws standard normal coordinates", () => {
    // Standard errors: 0.007 of the mean, 0.01 of the mean square; four of them are allowed.
    for (const x of [data.x1, data.x2]) {
      expect(Math.abs(x.reduce((a, b) => a + b, 0) / x.length)).toBeLessThan(0.028);
      expect(Math.abs(x.reduce((a, b) => a + b * b, 0) / x.length - 1)).toBeLessThan(0.04);
    }
  });

  it.each([0, 1, 2])("draws class %d as often as its probabilities say", (k) => {
    const expected = pinwheelTruth.probabilities(data).reduce((sum, p) => sum + p[k], 0);
    const drawn = data.y.filter((label) => label === k).length;
    // The variance is the sum of eta (1 - eta), below n/4: four standard deviations.
    expect(Math.abs(drawn - expected)).toBeLessThan(4 * Math.sqrt(data.y.length / 4));
  });

  it("draws the label that its probabilities favour at a point where they are sure", () => {
    const sure = [...data.y].filter(
      (label, i) => pinwheelEta(data.x1[i], data.x2[i])[label] > 0.99,
    );
    const unlikely = [...data.y].filter(
      (label, i) => pinwheelEta(data.x1[i], data.x2[i])[label] < 0.01,
    );
    expect(unlikely.length).toBeLessThan(sure.length / 50);
  });

  it("gives the same data for the same stream", () => {
    const again = pinwheelData(seededStream("test/pinwheel"), 20000);
    expect(again.y).toEqual(data.y);
  });
});

describe("firstExamples", () => {
  const data = pinwheelData(seededStream("test/first"), 5);

  it("keeps rows together", () => {
    const few = firstExamples(data, 2);
    expect([...few.x2]).toEqual([...data.x2].slice(0, 2));
    expect([...few.y]).toEqual([...data.y].slice(0, 2));
  });
});

describe("joinExamples", () => {
  it("takes as many examples as there are, more than a call takes arguments", () => {
    const n = 150_000;
    const many = { x1: new Float64Array(n), x2: new Float64Array(n).fill(1), y: new Uint8Array(n) };
    const joined = joinExamples(many, { ...many, x2: many.x1 });
    expect([joined.x1.length, joined.x2[n - 1], joined.x2[n], joined.y.length]).toEqual([
      2 * n,
      1,
      0,
      2 * n,
    ]);
  });

  it("puts the second set's examples after the first's", () => {
    const data = pinwheelData(seededStream("test/first"), 5);
    const joined = joinExamples(firstExamples(data, 2), data);
    expect([...joined.x1]).toEqual([...data.x1.slice(0, 2), ...data.x1]);
    expect([...joined.x2]).toEqual([...data.x2.slice(0, 2), ...data.x2]);
    expect([...joined.y]).toEqual([...data.y.slice(0, 2), ...data.y]);
  });
});
