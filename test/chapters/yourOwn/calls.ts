import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Library, type Table, walk } from "../../support/boundary/table.js";
import { cellMeans, cells } from "./cells.js";

/** A valid call of each export of the chapter. */
export function calls(lib: Library): Table {
  const problem = () => ({ data: cells(), teacher: cellMeans(), student: cellMeans() });
  const options = () => ({
    trials: 2,
    alphas: [1, Infinity],
    epsilons: [0.1],
    temperature: 2,
    level: 0.05,
  });
  const fitted = (model: ReturnType<Library["softmaxClassifier"]>) => {
    model.fit(
      [[0], [1]],
      [
        [0.5, 0.5],
        [0.2, 0.8],
      ],
      lib.seededStream("bad input"),
    );
    return model.probabilities([[0]]);
  };
  const report = () => {
    const values = (shift: number) => Float64Array.of(0.5 + shift, 0.6 + shift);
    const measures = ["logLoss", "calibratedLogLoss", "errorRate", "brier"];
    return {
      name: "cells",
      measure: "brier" as const,
      trials: 2,
      verdict: "harm" as const,
      comparisons: [
        { control: "labels", gain: { value: 0.1, standardError: 0.1 }, p: 0.5, detectable: 0.1 },
      ],
      chosen: {},
      settings: { alphas: [1, Infinity], epsilons: [0.1], temperature: 1, level: 0.05 },
      result: Object.fromEntries(
        measures.flatMap((measure) => [
          [`${measure}@labels`, values(0.1)],
          [`${measure}@distilled`, values(0)],
        ]),
      ),
      overlap: 0,
    };
  };
  const exported = path.join(tmpdir(), `distillation-report-${process.pid}`);
  const says = ["a", "b", "values", "rows", "name"];
  return {
    VERDICT_RULE: "constant",
    softmaxClassifier: walk(() => ({ options: { l2: 1 } }), { use: fitted }),
    networkClassifier: walk(
      () => ({ options: { hidden: [1], epochs: 1, batchSize: 1, learningRate: 0.1, l2: 0.1 } }),
      {
        use: fitted,
        says: ["sizes"],
      },
    ),
    kernelRidgeClassifier: walk(() => ({ options: { bandwidth: 1, l2: 1 } }), { use: fitted }),
    readTable: walk(
      () => ({
        path: lib.samplePath("penguins"),
        options: {
          label: "species",
          missing: "mean",
          omit: ["island"],
          maxRows: 344,
          maxClasses: 3,
        },
      }),
      { use: ({ classes }) => classes, says: ["omit"] },
    ),
    samplePath: walk(() => ({ name: "penguins" }), { harmless: true }),
    exportReport: walk(
      () => ({
        report: report(),
        folder: exported,
        options: { overwrite: true },
      }),
      {
        use: (names) => {
          rmSync(exported, { recursive: true });
          return names;
        },
        says,
      },
    ),
    distillationReport: walk(() => ({ problem: problem(), options: options() }), {
      // α = ∞ is among the settings that a report keeps.
      infinite: true,
    }),
    reportRows: walk(() => ({ report: report() }), { says }),
    comparisonRows: walk(() => ({ report: report() }), { says }),
    reportFigure: walk(() => ({ report: report() }), { says }),
  };
}
