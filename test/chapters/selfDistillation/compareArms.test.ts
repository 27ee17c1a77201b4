import { describe, expect, it } from "vitest";
import {
  armsOf,
  compareArms,
  digitColumns,
} from "../../../lib/chapters/selfDistillation/compareArms.js";
import { digitTable } from "../../../lib/chapters/selfDistillation/digitFigure.js";

const score = (errorRate: number) => ({ errorRate, logLoss: 1, calibratedLogLoss: 0.5 });
const trials = [
  digitColumns({ onLabels: score(5), selfDistilled: score(8) }),
  digitColumns({ onLabels: score(7), selfDistilled: score(8) }),
];
/** Two trials as runStudy gives them. */
const result = Object.fromEntries(
  Object.keys(trials[0]).map((name) => [name, Float64Array.from(trials, (t) => t[name])]),
);

describe("armsOf", () => {
  it("lists the arms in their order", () =>
    expect(armsOf(result)).toEqual(["onLabels", "selfDistilled"]));
});

describe("compareArms", () => {
  it("pairs trials: +3 and +1 are 2 ± 1", () => {
    const { difference, trials } = compareArms(result, "errorRate", "selfDistilled", "onLabels");
    expect(difference).toMatchObject({ value: 2, standardError: 1, count: 2 });
    expect([...trials]).toEqual([3, 1]);
  });

  it("refuses an arm or a measure that is not there and a single trial", () => {
    expect(() => compareArms(result, "errorRate", "teacher", "onLabels")).toThrow(
      /^arm must be one of onLabels, selfDistilled, got "teacher"/,
    );
    expect(() => compareArms(result, "loss" as never, "onLabels", "onLabels")).toThrow(/^measure/);
    const one = Object.fromEntries(Object.entries(result).map(([k, v]) => [k, v.slice(0, 1)]));
    expect(() => compareArms(one, "errorRate", "selfDistilled", "onLabels")).toThrow(/at least 2/);
  });
});

describe("digitTable", () => {
  it("lists means and differences to the network on labels", () => {
    const [onLabels, distilled] = digitTable(result);
    expect(onLabels).toMatchObject({ arm: "labels", "error %": "6.00", "Δ error %": "–" });
    expect(distilled).toEqual({
      arm: "self-distilled",
      "error %": "8.00",
      "Δ error %": "2.00 ± 1.00",
      "log-loss": "1.000",
      "Δ log-loss": "0.000 ± 0.000",
      recalibrated: "0.500",
      "Δ recalibrated": "0.000 ± 0.000",
    });
  });
});
