import { gainingFigure } from "../figures.js";
import { simulations } from "./simulations.js";
import { type Library, type Table, type Walk, walk } from "./table.js";

const f64 = (...values: number[]) => Float64Array.of(...values);

/** The experiments. */
export function experiments(lib: Library): Table {
  return {
    ...small(lib),
    ...named(lib),
    ...studies(lib),
    ...digits(lib),
    ...demo(),
    ...simulations(lib),
  };
}

/** Functions of numbers and lists. */
function small(lib: Library): Table {
  const rng = () => lib.seededStream("bad input");
  const values = { values: [1, 2, 4] };
  const statistic: Walk = walk(() => ({ values: [...values.values] }));
  const pair: Walk = walk(() => ({ a: [1, 2, 4], b: [2, 2, 3] }));
  const rows = () => [
    [1, 2],
    [0, 1],
  ];
  const variances = () => lib.lossVariances(lib.sureAndCoin, (x: number) => x + 1);
  return {
    meanEstimate: statistic,
    varianceEstimate: statistic,
    varianceDifference: pair,
    meanError: statistic,
    varianceError: statistic,
    pairedDifference: pair,
    plusMinus: walk(() => ({ estimate: { value: 1, standardError: 0.1 }, digits: 2 })),
    meanEntropy: walk(() => ({ probabilities: new Float64Array(10).fill(0.1) })),
    retemper: walk(() => ({ probabilities: f64(0.1, 0.9), classes: 2, temperature: 2 })),
    calibratedTemperature: walk(() => ({ labels: [1, 0], probabilities: f64(0.1, 0.9, 0.4, 0.6) })),
    errorRate: walk(() => ({ labels: [1, 0], probabilities: f64(0.1, 0.9, 0.4, 0.6) })),
    classLogLoss: walk(() => ({ labels: [1, 0], probabilities: f64(0.1, 0.9, 0.4, 0.6) })),
    constantStudent: walk(() => ({ teacher: [0.3, 0.9] })),
    constantStudentLosses: walk(() => ({ teacher: [0.3, 0.9], students: [0.5] })),
    counterexamplePath: walk(() => ({ logits: [2, -4], coinLogit: 2 }), { says: ["f"] }),
    crossingLogit: walk(() => ({ coinLogit: 2 })),
    sureAndCoin: "constant",
    identityCheck: walk(() => ({ rng: rng(), count: 2 })),
    inequalityRatio: walk(() => ({ variances: variances() })),
    randomCubicRatios: walk(() => ({ count: 1, rng: rng() })),
    fittedRatios: walk(() => ({ trials: 1, trainingExamples: [10] })),
    summariseRatios: walk(() => ({
      functions: "cubics",
      ratios: [{ model: "student", trainingExamples: 10, ratio: 2 }],
    })),
    klGap: walk(() => ({ teacher: [0.5, 0.5], students: { one: [0.2, 0.8] } })),
    temperatureGradients: walk(() => ({
      teacherLogits: rows(),
      logits: rows(),
      temperatures: [2],
    })),
    hotLimit: walk(() => ({ teacherLogits: rows(), logits: rows() })),
    logit: walk(() => ({ p: 0.3 })),
    lossVariances: walk(() => ({
      population: lib.finitePopulation([0.5, 0.5], [1, 0.5]),
      f: (x: number) => x + 1,
    })),
    populationLoss: walk(() => ({
      quadrature: { points: f64(0, 1), weights: f64(0.5, 0.5) },
      logits: [1, 2],
      eta: [0.5, 0.2],
    })),
    populationFloor: walk(() => ({ options: { scale: 2 } })),
  };
}

/** Problems that are enumerated or searched. */
function named(lib: Library): Table {
  const rng = () => lib.seededStream("bad input");
  const options = () => ({ inputs: 2, scale: 3, noiseFloor: 0.1 });
  const problem = (p: { population: unknown }) => p.population;
  return {
    twoDesignProblems: walk(() => ({})),
    conditioning: walk(() => ({})),
    twoPointProblem: walk(() => ({ eta: 0.5 })),
    blindTeacherProblem: walk(() => ({})),
    signTeacherProblem: walk(() => ({})),
    postProblem: walk(() => ({ n: 4, ridge: 0.1 })),
    NAMED_PROBLEMS: "constant",
    smallestPossibleRatio: walk(() => ({ noiseFloor: 0.1 })),
    noiseThreshold: walk(() => ({})),
    worstProblem: walk(() => ({ noiseFloor: 0.1, logit: 5 }), { use: problem }),
    certificateSlack: walk(() => ({
      noiseFloor: 0.1,
      ratio: 1,
      options: { largestLogit: 20 },
    })),
    randomProblem: walk(() => ({ rng: rng(), options: options() }), { use: problem }),
    searchViolations: walk(() => ({ rng: rng(), problems: 3, options: options() })),
    identityError: walk(() => ({ rng: rng(), problems: 3, options: options() })),
    searchGrid: walk(() => ({ name: "bad input", problems: 2, inputs: [2], scales: [3] })),
    floorRatios: walk(() => ({ name: "bad input", problems: 2, noiseFloors: [0.1] })),
    SLOPE_INPUTS: "constant",
    SLOPE_LABELS: "constant",
    slopeClass: walk(() => ({ slopeL2: 1 })),
    slopeRows: walk(() => ({ penalties: [1], alphas: [1], rounds: 2 }), {
      says: ["l2"],
    }),
    TEN_POINTS: "constant",
    logisticRounds: walk(() => ({
      data: { x: f64(-1, 0, 2, 1), y: Uint8Array.of(0, 1, 1, 0) },
      options: { rounds: 2, l2: 1, alpha: 1 },
    })),
    labelRows: walk(() => ({ problem: lib.twoPointProblem(0.5) })),
    comparisonRow: walk(() => ({ example: "two", problem: lib.twoPointProblem(0.5) })),
    compareProblem: walk(() => ({ problem: lib.twoPointProblem(0.5) })),
  };
}

function studies(_: Library): Table {
  const result = () => ({ "soft@20": f64(0.7, 0.8), "shuffled@20": f64(0.9, 0.8) });
  return {
    column: walk(() => ({ result: result(), name: "soft", setting: 20 })),
    StudyError: "class",
    MODEL_NAMES: "constant",
    TEACHER_NAMES: "constant",
    LABELLERS: "constant",
  };
}

function digits(_: Library): Table {
  const score = (errorRate: number) => ({ errorRate, logLoss: 0.5, calibratedLogLoss: 0.4 });
  const result = () => [
    { plain: score(3), self: score(2) },
    { plain: score(4), self: score(2) },
  ];
  return {
    armValues: walk(() => ({ result: result(), measure: "logLoss", arm: "self" })),
    compareArms: walk(() => ({
      result: result(),
      measure: "errorRate",
      arm: "self",
      reference: "plain",
    })),
    studyTable: walk(() => ({ result: result() })),
    TRAINING: "constant",
    FEW_LABELS: "constant",
    NOISY_LABELS: "constant",
    SAME_SIZE: "constant",
    SMALL_STUDENT: "constant",
  };
}

/** The tables of the linear demo. */
function demo(): Table {
  const losses = () => ({ train: 0.5, test: 0.6 });
  return {
    distillationGain: walk(() => ({ result: gainingFigure(), split: "test" })),
    trialRows: walk(() => ({
      result: { student: losses(), teacher: losses(), distilled: losses() },
    })),
    gainRows: walk(() => ({ result: gainingFigure(), split: "test" })),
    clipRows: walk(() => ({ clipped: gainingFigure(), unclipped: gainingFigure([3, 4]) })),
    aboveRows: walk(() => ({ result: gainingFigure(), level: 1 })),
  };
}
