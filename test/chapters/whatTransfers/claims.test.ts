import { mean } from "d3-array";
import { describe, expect, it } from "vitest";
import { prepareData } from "../../../lib/chapters/linearDemo/postExperiment.js";
import { NARROW_DESIGN, POST_DESIGN } from "../../../lib/chapters/whatTransfers/designs.js";
import { limitConstants } from "../../../lib/chapters/whatTransfers/limitConstants.js";
import { studentFeatures, studentRisk } from "../../../lib/chapters/whatTransfers/studentRisk.js";
import {
  alphaStudy,
  limitStudy,
  softeningStudy,
  teacherStudy,
  unlabelledStudy,
} from "../../../lib/chapters/whatTransfers/studies.js";
import { LIMIT_STUDENTS } from "../../../lib/chapters/whatTransfers/studyLines.js";
import { postData } from "../../../lib/data/postData.js";
import { logLoss } from "../../../lib/losses/logLoss.js";
import { logit, sigmoid } from "../../../lib/losses/softplus.js";
import { sineFeatures } from "../../../lib/models/features.js";
import { fitLeastSquares } from "../../../lib/models/leastSquares.js";
import { decisionFunction, type LinearModel } from "../../../lib/models/linearModel.js";
import { fitLogistic } from "../../../lib/models/logistic.js";
import { fitSoftStudent } from "../../../lib/models/softStudent.js";
import { fitTeacher } from "../../../lib/models/teachers.js";
import { legacyPermutation } from "../../../lib/random/legacyPermutation.js";
import { numpyRng } from "../../../lib/random/numpyRng.js";
import { seededStream } from "../../../lib/random/seededStream.js";
import {
  meanAndStandardError,
  varianceAndStandardError,
} from "../../../lib/statistics/estimate.js";
import { pairedDifference } from "../../../lib/statistics/paired.js";
import { runStudy, type Study } from "../../../lib/studies/study.js";
import { studyColumn as column } from "../../../lib/studies/studyColumn.js";
import { expectStated, stated } from "../../support/claims.js";
import { golden } from "../../support/golden.js";

// Tolerances: 4 standard errors, by chance exceeded once in 16 000; the streams are fixed, so a test that passes stays
// so. Where the reference number has an error of its own that claims.md does not give, it is taken to be as large as
// ours, which widens the band by the square root of 2.
const SIGMAS = 4;
const BOTH = SIGMAS * Math.SQRT2;
/** Half a unit of the last digit that claims.md prints. */
const ROUNDING = 0.0005;

const here = <P>(study: Study<P>) => runStudy(study, { workers: 0 });

function expectNear(values: Float64Array, reference: number, sigmas = BOTH): void {
  const { value, standardError } = meanAndStandardError(values);
  const allowed = sigmas * standardError + ROUNDING;
  expect(Math.abs(value - reference), `${value} ± ${standardError}`).toBeLessThan(allowed);
}

describe("the 15 published trials", () => {
  const rng = numpyRng(1234);
  const order = legacyPermutation(42, 10000);
  const sets = Array.from({ length: 15 }, () => {
    const set = prepareData(postData(rng, 10000), order);
    return { ...set, features: studentFeatures(POST_DESIGN, set.x) };
  });

  /** The students of the first `n` training examples of a data set, and their unclipped test losses. */
  function studentsOf({ x, y, features: all }: (typeof sets)[number], n: number) {
    const rows = 10000 - n;
    const train = { x: x.subarray(rows), y: y.subarray(rows) };
    const features = studentFeatures(POST_DESIGN, train.x);
    const taught = fitTeacher("sine", train)(train.x);
    return {
      S: fitLogistic(features, train.y, { l2: 1 }),
      H: fitLeastSquares(features, taught.map(logit)),
      C: fitLogistic(features, taught, { l2: 1 }),
      at: (temperature: number) =>
        fitSoftStudent(features, {
          labels: train.y,
          teacherLogits: taught.map(logit),
          temperature,
        }),
      testLoss: (model: LinearModel) =>
        logLoss(y.subarray(0, rows), decisionFunction(model, all).subarray(0, rows)),
    };
  }

  const sizes = [10, 15, 20, 25, 30, 35, 40, 45];

  it.each(sizes)(
    "leave S, H and C behind the constant 1/2 in all trials at n = %i (claim 13)",
    (n) => {
      for (const set of sets) {
        const { S, H, C } = studentsOf(set, n);
        for (const model of [S, H, C]) {
          expect(studentRisk(POST_DESIGN).lossOf(model)).toBeGreaterThan(Math.LN2);
        }
      }
    },
  );

  it("claim 15: over all n H is behind C by .005 to .009", () => {
    const leads = sizes.map((n) => {
      const students = sets.map((set) => studentsOf(set, n));
      return mean(students, ({ H, C, testLoss }) => testLoss(H) - testLoss(C)) as number;
    });
    expectStated(15, "least", Math.min(...leads));
    expectStated(15, "most", Math.max(...leads));
  });

  it("have the test losses of claim 15 at each temperature, to all four digits", () => {
    const students = sets.map((set) => studentsOf(set, 20));
    const losses = [1, 2, 5, 20, 100].map((tau) =>
      mean(students, ({ at, testLoss }) => testLoss(at(tau))),
    );
    const printed = losses.map((loss) => (loss as number).toFixed(4));
    expect(printed).toEqual(["0.7635", "0.7667", "0.7677", "0.7679", "0.7679"]);
    expect(mean(students, ({ H, testLoss }) => testLoss(H))?.toFixed(4)).toBe("0.7679");
  });
});

describe("claim 14: what the teacher transfers", () => {
  it("is nothing measurable on the post's data: shuffling its labels does as well", async () => {
    const result = await here(softeningStudy(POST_DESIGN, 400, { sizes: [20, 45] }));
    for (const [n, reference, itsError] of [
      [20, 0.009, 0.004],
      [45, -0.0002, 0.0011],
    ]) {
      const { value: difference, standardError } = pairedDifference(
        column(result, "distilled", n),
        column(result, "shuffled", n),
      );
      expect(Math.abs(difference)).toBeLessThan(SIGMAS * standardError);
      expect(Math.abs(difference - reference)).toBeLessThan(
        SIGMAS * Math.hypot(standardError, itsError),
      );
      if (n !== 45) continue;
      // The ledger's own run has 1000 trials.
      const [ours, error] = [stated(14, "post"), stated(14, "postError")];
      expect(Math.abs(ours - reference)).toBeLessThan(SIGMAS * Math.hypot(error, itsError));
      expect(error / (standardError * Math.sqrt(0.4))).toBeCloseTo(1, 0);
    }
    expectNear(column(result, "smoothed", 20), 0.698);
  });

  it("is much on the narrow design: the control separates by more than 5 standard errors", async () => {
    const result = await here(softeningStudy(NARROW_DESIGN, 200, { sizes: [45] }));
    expectNear(column(result, "onLabels", 45), 0.749);
    expectNear(column(result, "shuffled", 45), 0.725);
    expectNear(column(result, "distilled", 45), 0.608);
    const { value: gain, standardError } = pairedDifference(
      column(result, "shuffled", 45),
      column(result, "distilled", 45),
    );
    expect(gain / standardError).toBeGreaterThan(5);
    const [ours, error] = [-stated(14, "narrow"), stated(14, "narrowError")];
    expect(Math.abs(gain - ours)).toBeLessThan(SIGMAS * Math.hypot(standardError, error));
    // claims.md: .725 behind the shuffled teacher, .608 behind the teacher.
    expect(Math.abs(0.725 - 0.608 - ours)).toBeLessThan(BOTH * standardError + 2 * ROUNDING);
    expect(error / (standardError * Math.sqrt(0.2))).toBeCloseTo(1, 0);
  });
});

describe("the sweep over alpha", () => {
  it("has the mean test losses of claims.md and falls all the way to infinity", async () => {
    const study = alphaStudy(POST_DESIGN, 300);
    const result = await here(study);
    const reference = [1.829, 1.121, 0.892, 0.837, 0.783, 0.767];
    const { alphas } = study.parameters;
    alphas.forEach((alpha, i) => {
      expectNear(column(result, "distilled", alpha), reference[i]);
      if (i === 0) return;
      const fall = pairedDifference(
        column(result, "distilled", alphas[i - 1]),
        column(result, "distilled", alpha),
      );
      expect(fall.value / fall.standardError).toBeGreaterThan(SIGMAS);
    });
  });
});

describe("claim 16: the data limit", () => {
  const sizes = [2000];

  it("has excess risks of c / n on the post's data", async () => {
    const result = await here(limitStudy(POST_DESIGN, 80, { sizes }));
    const constants = limitConstants(POST_DESIGN);
    for (const name of LIMIT_STUDENTS) {
      const scaled = column(result, name, 2000).map((excess) => 2000 * excess);
      expectNear(scaled, constants[name].constant, SIGMAS);
    }
    const half = pairedDifference(
      column(result, "onLabels", 2000),
      column(result, "distilled", 2000).map((excess) => 2 * excess),
    );
    expect(Math.abs(half.value)).toBeLessThan(SIGMAS * half.standardError);
  });

  it("leaves the hack on its plateau on the narrow design, and takes C and S below it", async () => {
    const result = await here(limitStudy(NARROW_DESIGN, 60, { sizes }));
    const { logitMatching: hack } = limitConstants(NARROW_DESIGN);
    const above = meanAndStandardError(column(result, "logitMatching", 2000));
    expect(above.value).toBeGreaterThan(hack.bias);
    // The next term is of the size of constant / n.
    expect(above.value - hack.bias).toBeLessThan(
      (2 * hack.constant) / 2000 + SIGMAS * above.standardError,
    );
    for (const name of ["onLabels", "distilled"]) {
      const lead = pairedDifference(
        column(result, "logitMatching", 2000),
        column(result, name, 2000),
      );
      expect(lead.value / lead.standardError).toBeGreaterThan(5);
      expect(meanAndStandardError(column(result, name, 2000)).value).toBeLessThan(0.006);
    }
  });
});

describe("claim 17: the variance of the objective at f = 0.1 x, n = 20", () => {
  const exact = golden<{ objectiveVariance: { hard: number; bayes: number } }>("transfer");

  it("is smaller behind the sine and the truth, not behind the kernel smoother", async () => {
    const result = await here(teacherStudy(POST_DESIGN, 1000));
    const scaled = (name: string) => {
      const { value, standardError } = varianceAndStandardError(
        column(result, `${name}.objective`),
      );
      return { value: 20 * value, error: 20 * standardError };
    };
    const near = (name: string, reference: number, sigmas: number) => {
      const { value, error } = scaled(name);
      expect(Math.abs(value - reference), `${name} ${value}`).toBeLessThan(sigmas * error);
    };
    near("onLabels", exact.objectiveVariance.hard, SIGMAS);
    near("bayes", exact.objectiveVariance.bayes, SIGMAS);
    near("onLabels", 0.276, BOTH);
    near("bayes", 0.104, BOTH);
    near("sine", 0.073, BOTH);
    near("harmonics", 0.234, BOTH);
    near("smoother", 0.3, BOTH);
    expect(scaled("sine").value).toBeLessThan(0.4 * scaled("onLabels").value);
    // claims.md has the smoother above the labels (.300 to .276). Trained on the same 20 labels it is as variable as they.
    expect(scaled("smoother").value / scaled("onLabels").value).toBeCloseTo(1, 1);
  });
});

describe("unlabelled inputs on the narrow design, n = 20", () => {
  it("have the losses of claims.md, and help by more than 2 standard errors", async () => {
    const study = unlabelledStudy(NARROW_DESIGN, 300, { extra: [0, 100, 2000] });
    const result = await here(study);
    expectNear(column(result, "onLabels"), 1.408);
    expectNear(column(result, "distilled", 0), 0.642);
    expectNear(column(result, "distilled", 100), 0.629);
    expectNear(column(result, "distilled", 2000), 0.625);
    const gain = pairedDifference(
      column(result, "distilled", 0),
      column(result, "distilled", 2000),
    );
    // 300 trials should show claims.md's .017 at 3 to 4 standard errors; the notebook's 1000 show it at 7.
    expect(gain.value / gain.standardError).toBeGreaterThan(2);
  });
});

describe("an unpenalised teacher whose features contain the student's", () => {
  it("makes C equal to S, by matched moments", () => {
    const { x, y } = postData(seededStream("test/moments"), 300, { scale: 2 });
    const cubic = studentFeatures(NARROW_DESIGN, x);
    const more = cubic.clone().addColumn(sineFeatures(x));
    const taught = decisionFunction(fitLogistic(more, y), more).map(sigmoid);
    const S = fitLogistic(cubic, y);
    const C = fitLogistic(cubic, taught);
    for (let j = 0; j < 3; j++) expect(C.weights[j]).toBeCloseTo(S.weights[j], 9);
    expect(C.intercept).toBeCloseTo(S.intercept, 9);
    const withRidge = fitLogistic(more, y, { l2: 1 });
    const other = fitLogistic(cubic, decisionFunction(withRidge, more).map(sigmoid));
    expect(Math.abs(other.weights[0] - S.weights[0])).toBeGreaterThan(1e-3);
  });
});
