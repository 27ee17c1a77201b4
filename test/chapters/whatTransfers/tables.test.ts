import { describe, expect, it } from "vitest";
import {
  alphaRows,
  limitRows,
  softeningRows,
  teacherRows,
  temperatureRows,
} from "../../../lib/chapters/whatTransfers/tables.js";

const both = (a: number, b: number) => Float64Array.of(a, b);

describe("softeningRows(result, parameters)", () => {
  it("pairs distilled and shuffled before it averages", () => {
    const result = {
      "onLabels@10": both(2, 4),
      "logitMatching@10": both(1, 1),
      "distilled@10": both(1, 3),
      "shuffled@10": both(3, 9),
      "smoothed@10": both(0.5, 0.7),
    };
    const [row] = softeningRows(result, { sizes: [10] });
    expect(row).toMatchObject({
      n: 10,
      "hard labels": 3,
      "the post's hack": 1,
      distilled: 2,
      shuffled: 6,
      smoothed: 0.6,
    });
    // Differences -2 and -6: mean -4, deviation sqrt 8, error 2.
    expect(row["distilled − shuffled"]).toBe("-4.0000 ± 2.0000");
    expect(row["in standard errors"]).toBe("-2.0");
  });
});

describe("alphaRows(result, parameters)", () => {
  it("writes infinity as a sign", () => {
    const result = {
      "distilled@1": both(1, 3),
      "shuffled@1": both(1, 1),
      "distilled@Infinity": both(1, 1),
      "shuffled@Infinity": both(2, 4),
    };
    const rows = alphaRows(result, { alphas: [1, Infinity] });
    expect(rows.map((row) => row.α)).toEqual(["1", "∞"]);
    expect(rows[0]).toMatchObject({
      distilled: "2.000 ± 1.000",
      "distilled − shuffled": "1.000 ± 1.000",
    });
    expect(rows[1]["distilled − shuffled"]).toBe("-2.000 ± 1.000");
  });
});

describe("temperatureRows(result, parameters)", () => {
  it("sets the loss against the hack and the gap against the temperature squared", () => {
    const result = {
      logitMatching: both(1, 2),
      "distilled@10": both(0, 3),
      "gap@10": both(0.01, 0.03),
    };
    const [row] = temperatureRows(result, { temperatures: [10] });
    expect(row).toEqual({
      τ: "10",
      loss: 1.5,
      "loss − hack's": "0.00000 ± 1.00000",
      "gap in logits": "2.00e-2",
      "τ² × gap": "2.0000",
    });
  });
});

describe("teacherRows(result, parameters)", () => {
  it("multiplies the variance of the objective by n", () => {
    const columns = ["onLabels", "smoother", "harmonics", "sine", "bayes"].flatMap((name, i) => [
      [`${name}.loss`, both(1 + i, 1 + i)],
      [`${name}.error`, both(0.1, 0.3)],
      [`${name}.objective`, both(1, 3)],
    ]);
    const rows = teacherRows(Object.fromEntries(columns), { n: 5 });
    expect(rows.map((row) => row.targets)).toEqual([
      "hard labels",
      "kernel smoother",
      "harmonics",
      "sine",
      "true η",
    ]);
    expect(rows[0]).toMatchObject({
      "E (target − η)²": "0.200 ± 0.100",
      // The sample variance of 1 and 3 is 2.
      "n · Var objective": "10.0000 ± 0.0000",
      "minus the true η's": "-4.000 ± 0.000",
    });
  });
});

describe("limitRows(result, parameters, constants)", () => {
  it("reports the largest n beside theory", () => {
    const columns = ["onLabels", "logitMatching", "distilled", "onTrueEta"].map((name) => [
      `${name}@100`,
      both(0.01, 0.03),
    ]);
    const one = { bias: 0, constant: 2 };
    const rows = limitRows(
      Object.fromEntries(columns),
      { sizes: [50, 100] },
      {
        onLabels: one,
        logitMatching: { bias: 0.01234, constant: 5 },
        distilled: one,
        onTrueEta: one,
      },
    );
    expect(rows[0]).toEqual({
      targets: "hard labels",
      "excess at n = 100": "0.02000 ± 0.01000",
      "n × excess": "2.00 ± 1.00",
      "theory: c": "2.00",
      "theory: excess that stays": "0",
    });
    expect(rows[1]["theory: excess that stays"]).toBe("0.012");
  });
});
