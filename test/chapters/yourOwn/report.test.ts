import { describe, expect, it } from "vitest";
import { type Classifier, softmaxClassifier } from "../../../lib/chapters/yourOwn/classifiers.js";
import type { Distribution } from "../../../lib/chapters/yourOwn/problem.js";
import { distillationReport } from "../../../lib/chapters/yourOwn/report.js";
import {
  comparisonRows,
  reportFigure,
  reportRows,
} from "../../../lib/chapters/yourOwn/reportTables.js";
import { cellMeans, cells, cellTable, relabels } from "./cells.js";

/** 04's problem: eta(x) = 0.5 + 0.4 sin x, a cubic student, a teacher with the feature sin x. */
function waves(scale: number, studentScale: number, l2: number, train: number) {
  const data: Distribution = {
    name: `waves ${scale}`,
    classes: ["0", "1"],
    train,
    validation: 40,
    test: 300,
    draw: (n, rng) => Array.from(rng.normal(n), (z) => [scale * z]),
    truth: (inputs) => inputs.map(([x]) => [0.5 - 0.4 * Math.sin(x), 0.5 + 0.4 * Math.sin(x)]),
  };
  const teacher = softmaxClassifier({
    features: (inputs) => inputs.map(([x]) => [Math.sin(x)]),
    l2: 0.5,
  });
  const student = softmaxClassifier({
    features: (inputs) => inputs.map(([x]) => [1, 2, 3].map((k) => (x / studentScale) ** k)),
    l2,
  });
  return { data, teacher, student };
}

/** How many of 200 repetitions on a problem without an effect end in another word than that there is none. */
async function wrongOf(
  trials: number,
  dataOf: (k: number) => Parameters<typeof distillationReport>[0]["data"],
) {
  let wrong = 0;
  for (let k = 0; k < 200; k++) {
    const { verdict } = await distillationReport(
      { data: dataOf(k), teacher: relabels(), student: cellMeans() },
      { trials, alphas: [Infinity], epsilons: [0.1] },
    );
    if (verdict !== "no clear effect") wrong++;
  }
  return wrong;
}

describe("distillationReport", () => {
  it("finds knowledge on the narrow design of 04", async () => {
    const report = await distillationReport(waves(2, 2, 0.01, 45), { trials: 30 });
    expect(report.verdict).toBe("knowledge");
  });

  it("finds softening on the post's data", async () => {
    const report = await distillationReport(waves(10, 1, 1, 20), { trials: 30 });
    expect(report.verdict).toBe("softening");
  });

  it("finds no effect where teacher and student are one model", async () => {
    const model = () => softmaxClassifier({ l2: 0 });
    const report = await distillationReport(
      { data: cells(60), teacher: model(), student: model() },
      { trials: 5, alphas: [1, Infinity] },
    );
    expect(report.verdict).toBe("no clear effect");
  });

  // Of 200 at 5 % more than 18 come about once in a hundred times: the binomial's 99 % point.
  it("is wrong on independent draws without an effect no more often than its level says", async () => {
    expect(await wrongOf(8, (k) => ({ ...cells(), name: `null ${k}` }))).toBeLessThanOrEqual(18);
  });

  it("is wrong on splits of a table without an effect no more often than its level says", async () => {
    expect(await wrongOf(8, (k) => cellTable(`null table ${k}`, 40))).toBeLessThanOrEqual(18);
  });

  it("shows arms, comparisons and a figure of the same numbers", async () => {
    const report = await distillationReport(
      { data: cells(), teacher: cellMeans(), student: cellMeans() },
      { trials: 3 },
    );
    expect(reportRows(report).map(({ arm }) => arm)).not.toContain("labels, ridge");
    expect(comparisonRows(report)).toHaveLength(4);
    expect(reportFigure(report).alt).toContain("label smoothing");
    expect(reportRows(report).at(-1)?.arm).toBe("the true probabilities");
  });

  it.each<[string, Partial<Classifier>, RegExp]>([
    [
      "whose fit throws",
      {
        fit: () => {
          throw new Error("no luck");
        },
      },
      /trial 0 of .* failed: the arm labels: student.fit failed: no luck/,
    ],
    ["whose fit is async", { fit: async () => {} }, /student.fit must not be async/],
    [
      "that says NaN",
      { probabilities: (rows) => rows.map(() => [NaN, 1]) },
      /student.probabilities\(inputs\)\[0\]\[0\] must be/,
    ],
    [
      "whose probabilities do not sum to 1",
      { probabilities: (rows) => rows.map(() => [0.5, 0.6]) },
      /student.probabilities\(inputs\)\[0\] must sum to 1, got 1.1/,
    ],
    [
      "that gives too few rows",
      { probabilities: () => [[0.5, 0.5]] },
      /student.probabilities must give 12 rows/,
    ],
    [
      "that knows other classes",
      { probabilities: (rows) => rows.map(() => [1]) },
      /student.probabilities must give 2 classes, got 1 in row 0/,
    ],
  ])("refuses a student %s", async (_, spoilt, message) => {
    const student = { ...cellMeans(), ...spoilt };
    const report = distillationReport(
      { data: cells(), teacher: cellMeans(), student },
      { trials: 2 },
    );
    await expect(report).rejects.toThrow(message);
  });

  it("refuses a table with one class, or a class too rare to stand in every part", async () => {
    const report = (classes: string[], labels: number[]) =>
      distillationReport({
        data: { name: "table", classes, labels, inputs: labels.map((_, i) => [i]) },
        teacher: cellMeans(),
        student: cellMeans(),
      });
    await expect(report(["a"], [0, 0])).rejects.toThrow("data.classes must be");
    await expect(report(["a", "b"], [0, 0, 0, 0, 0, 1])).rejects.toThrow("of class b must be");
  });
});
