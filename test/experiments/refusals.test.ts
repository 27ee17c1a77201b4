import { vi } from "vitest";
import { placesOfRoom, refusesWhatIsMissing } from "../support/badInput/refusals.js";

vi.mock("tslab", () => ({ display: {} }));

const places = await placesOfRoom("experiments");

/** Fields that a function makes nothing of, by function. */
const UNUSED = {
  alphaGains: ["result.teacher", "result.teacher[0]", "result.redrawn"],
  alphaInformationRows: ["rows[0].rounded"],
  armValues: [
    "result[0].plain",
    "result[0].plain.errorRate",
    "result[0].plain.logLoss",
    "result[0].plain.calibratedLogLoss",
    "result[0].self.errorRate",
    "result[0].self.calibratedLogLoss",
  ],
  bayesLabels: ["sample.x", "sample.x[0]", "sample.y", "sample.y[0]"],
  bestSetting: ["result.rounds"],
  column: ['result["shuffled@20"]', 'result["shuffled@20"][0]'],
  compareArms: [
    "result[0].plain.logLoss",
    "result[0].plain.calibratedLogLoss",
    "result[0].self.logLoss",
    "result[0].self.calibratedLogLoss",
  ],
  compareWithExact: ["exact.mean", "exact.postFormulaMean"],
  fitPlaneStudent: ["points.y", "points.y[0]"],
  hardLabels: ["sample.x", "sample.x[0]", "sample.y", "sample.y[0]", "sample.eta", "sample.eta[0]"],
  inequalityRatio: [
    "variances.soft",
    "variances.labelNoise",
    "variances.mean",
    "variances.postFormulaMean",
  ],
  leastSquaresLearner: ["problem.student.l2"],
  populationLoss: ["quadrature.points", "quadrature.points[0]"],
  runStudy: ["study.parameters", "study.module"],
  studentLearner: ["problem.eta", "problem.eta[0]"],
  summariseRatios: ["ratios[0].model", "ratios[0].trainingExamples"],
  teacherLearner: [
    "problem.eta",
    "problem.eta[0]",
    "problem.student",
    "problem.student.features",
    "problem.student.l2",
  ],
  whatHelpsRows: [
    "post[0].count",
    "post[0].firstLarger",
    "narrow[0].count",
    "narrow[0].firstLarger",
  ],
};

/** Places that simulations leave alone: a population draws by its own functions. */
const DRAWN = ["fittedIdentity", "fittedIdentities", "sampledVariances"].flatMap((name) =>
  ["points", "points[0]", "weights", "weights[0]"].map((field) => `${name}, population.${field}`),
);

refusesWhatIsMissing(places, {
  words: {
    // A population of named inputs speaks of an input that it does not have.
    "lossVariances, population.points[0]": "x",
    "objectiveErrors, population.points[0]": "x",
    "objectiveSweep, population.points[0]": "x",
    "column, setting": "name",
    "temperatureRows, result.hack": 'result["hack"]',
    "temperatureRows, result.hack[0]": 'result["hack"][0]',
  },
  taken: [
    ...Object.entries(UNUSED).flatMap(([name, places]) =>
      places.map((place) => `${name}, ${place}`),
    ),
    ...DRAWN,
    // Checked where they were made.
    "expectedLoss, labels.eta[0]",
    "leastSquaresLearner, problem.eta[0]",
    // An index that is not one becomes 0 in its array.
    "mistakesOf, exam.images[0]",
    "openClassroom, options.exam.images[0]",
    // Nobody need watch.
    "randomDesigns, watcher",
    "saturationByJitter, options.watcher",
  ],
});
