import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { multiclassLogLoss } from "../../lib/chapters/selfDistillation/heldOutDigits.js";
import { applyTemperature, calibratedTemperature } from "../../lib/losses/calibration.js";
import { softmaxRows } from "../../lib/losses/softmax.js";
import { seededStream } from "../../lib/random/seededStream.js";

const oddsOfNine = Float64Array.from([0.1, 0.9, 0.1, 0.9, 0.1, 0.9, 0.1, 0.9]);

describe("applyTemperature", () => {
  it("takes the root of the odds: 9 to 1 becomes 3 to 1", () => {
    const [, yes] = applyTemperature(Float64Array.of(0.1, 0.9), 2, 2);
    expect(yes).toBeCloseTo(0.75, 14);
  });

  it("keeps certainty", () =>
    expect([...applyTemperature(Float64Array.of(0, 1), 2, 2)]).toEqual([expect.closeTo(0, 12), 1]));

  it("undoes itself", () => {
    const p = softmaxRows(seededStream("p").normal(9), 3);
    const back = applyTemperature(applyTemperature(p, 3, 3), 3, 1 / 3);
    back.forEach((value, i) => {
      expect(value).toBeCloseTo(p[i], 12);
    });
  });
});

describe("calibratedTemperature", () => {
  it("is 2 where rows say 9 to 1 and the labels say 3 to 1", () =>
    expect(calibratedTemperature([1, 1, 1, 0], oddsOfNine)).toBeCloseTo(2, 9));

  it("is 1 where rows and labels agree", () => {
    const odds = Float64Array.from([0.25, 0.75, 0.25, 0.75, 0.25, 0.75, 0.25, 0.75]);
    expect(calibratedTemperature([1, 1, 1, 0], odds)).toBeCloseTo(1, 9);
  });

  it("stays 1 where every row is even, so that no temperature changes anything", () =>
    expect(calibratedTemperature([0, 1], new Float64Array(4).fill(0.5))).toBe(1));

  it("is no worse than any other temperature", () => {
    const stream = seededStream("calibration");
    const p = softmaxRows(
      stream.normal(300).map((z) => 3 * z),
      3,
    );
    const labels = Array.from(stream.uniform(100), (u) => Math.floor(3 * u));
    const lossAt = (t: number) => multiclassLogLoss(labels, applyTemperature(p, 3, t));
    const best = lossAt(calibratedTemperature(labels, p));
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), (t) => {
        expect(lossAt(t)).toBeGreaterThanOrEqual(best - 1e-12);
      }),
    );
  });

  it("cools until the loss is 0 to rounding where every label has the largest probability", () => {
    const rows = oddsOfNine.subarray(0, 4);
    const temperature = calibratedTemperature([1, 1], rows);
    expect(temperature).toBeGreaterThanOrEqual(0.01);
    expect(multiclassLogLoss([1, 1], applyTemperature(rows, 2, temperature))).toBe(0);
  });

  it("heats to 100 where every label has the least", () =>
    expect(calibratedTemperature([0, 0], oddsOfNine.subarray(0, 4))).toBeCloseTo(100, 9));
});
