import { type Library, type Table, type Walk, walk } from "../../support/boundary/table.js";

/** A valid call of each export of the chapter. */
export function calls(lib: Library): Table {
  return {
    ...others(),
    ...small(lib),
    ...named(lib),
    ...studies(),
    ...variances(lib),
    ...variance(),
  };
}

const f64 = (...values: number[]) => Float64Array.of(...values);
function others(): Table {
  return {
    ratioOfOwn: walk(
      () => ({
        problem: { probabilities: [0.5, 0.5], eta: [1, 0.5], logits: [-10, 2] },
      }),
      { says: ["f", "postFormula"] },
    ),
  };
}

/** Functions of numbers and lists. */
function small(lib: Library): Table {
  const rng = () => lib.seededStream("bad input");
  const variances = () =>
    lib.lossVariances(lib.finitePopulation([0.5, 0.5], [1, 0.5]), (x: number) => x + 1);
  return {
    counterexamplePath: walk(() => ({ logits: [2, -4], coinLogit: 2 }), { says: ["f"] }),
    inequalityRatio: walk(() => ({ variances: variances() })),
    randomCubicRatios: walk(() => ({ count: 1, rng: rng() })),
    fittedRatios: walk(() => ({ trials: 1, trainingExamples: [10] })),
    summariseRatios: walk(() => ({
      functions: "cubics",
      ratios: [{ model: "student", trainingExamples: 10, ratio: 2 }],
    })),
    lossVariances: walk(
      () => ({
        population: lib.finitePopulation([0.5, 0.5], [1, 0.5]),
        f: (x: number) => x + 1,
      }),
      { says: ["x"] },
    ),
  };
}

/** Problems that are enumerated or searched. */
function named(lib: Library): Table {
  const rng = () => lib.seededStream("bad input");
  const options = () => ({ inputs: 2, scale: 3, noiseFloor: 0.1 });
  return {
    smallestPossibleRatio: walk(() => ({ noiseFloor: 0.1 })),
    noiseThreshold: walk(() => ({}), { harmless: true }),
    gridCertificateSlack: walk(() => ({
      noiseFloor: 0.1,
      ratio: 1,
      options: { largestLogit: 20 },
    })),
    identityError: walk(() => ({ rng: rng(), problems: 3, options: options() })),
    searchCounterexamples: walk(
      () => ({ name: "bad input", problems: 2, inputs: [2], scales: [3] }),
      {
        says: ["scale"],
      },
    ),
    ratiosByLabelNoise: walk(() => ({ name: "bad input", problems: 2, noiseFloors: [0.1] })),
  };
}

function studies(): Table {
  return {
    LABELLERS: "constant",
  };
}

/** Simulations of the variances of 02-variance-reduction. */
function variances(lib: Library): Table {
  const rng = () => lib.seededStream("bad input");
  const population = () => lib.finitePopulation([0.5, 0.5], [0.9, 0.4]);
  const f = (x: number) => x + 1;
  const onProgress = () => {};
  const sample = () => ({ x: f64(-12, 0, 3), y: Uint8Array.of(0, 1, 1), eta: f64(0.5, 0.4, 0.9) });
  const fit: Walk["use"] = (fitTo: (given: ReturnType<typeof sample>) => (x: number) => number) =>
    fitTo(sample())(1);
  const estimate = () => ({ value: 1, standardError: 0.1 });
  const { "hard labels": hard, "Bayes labels": bayes } = lib.LABELLERS;
  return {
    fixedPredictor: walk(() => ({ f }), { harmless: true }),
    fittedCubic: walk(() => ({ l2: 0.1 }), { use: fit }),
    randomNetwork: walk(() => ({ rng: rng(), units: 2 }), { use: (g: typeof f) => g(1) }),
    fittedNetwork: walk(() => ({ rng: rng(), options: { units: 2, l2: 0.1 } }), { use: fit }),
    fittedIdentities: walk(() => ({
      population: population(),
      fits: { fixed: () => f },
      options: { n: 2, trials: 3, name: "bad input", onProgress },
    })),
    sampledVariances: walk(() => ({
      population: population(),
      f,
      options: { n: 2, trials: 3, rng: rng() },
    })),
    compareWithExact: walk(() => ({
      exact: lib.lossVariances(lib.finitePopulation([0.5, 0.5], [1, 0.5]), f),
      sampled: {
        hard: estimate(),
        postFormula: estimate(),
        soft: estimate(),
        labelNoise: estimate(),
      },
    })),
    objectiveErrors: walk(
      () => ({
        population: population(),
        predictors: [f],
        labellers: { "hard labels": hard, "Bayes labels": bayes },
        options: { n: 2, inputSets: 3, rng: rng(), onProgress },
      }),
      { says: ["f", "x"] },
    ),
    objectiveSweep: walk(
      () => ({
        population: population(),
        predictors: [f],
        labellers: { "hard labels": hard, "Bayes labels": bayes },
        options: { trainingExamples: [2, 3], inputSets: 3, name: "bad input", onProgress },
      }),
      { says: ["f", "x"] },
    ),
  };
}

/** 02-variance-reduction. */
function variance(): Table {
  const estimate = () => ({ value: 0.1, standardError: 0.01 });
  const errors = () => ({
    "sine teacher": {
      betweenInputs: estimate(),
      labelNoise: estimate(),
      biasSquared: estimate(),
      meanSquare: estimate(),
    },
  });
  const squares = () => ({ "sine teacher": { meanSquare: estimate() } });
  return {
    jensenFigure: walk(() => ({ eta: 0.8, f: 2 })),
    ratioFigure: walk(() => ({
      ratios: [
        { model: "student", trainingExamples: 10, ratio: 3 },
        { model: "teacher", trainingExamples: 20, ratio: 6 },
      ],
    })),
    counterexampleFigure: walk(() => ({
      path: {
        logits: f64(1, -2),
        hard: f64(1, 2),
        postFormula: f64(0.5, 3),
        soft: f64(0.5, 1),
        crossing: -1,
      },
    })),
    lossVariancesFigure: walk(() => ({
      variances: { soft: 0.1, labelNoise: 0.2, postFormula: 0.3 },
    })),
    noiseFloorFigure: walk(() => ({
      ratios: [{ noiseFloor: 0.05, possible: 0.84, built: 0.84, found: 0.98 }],
    })),
    objectiveErrorsFigure: walk(() => ({ errors: errors(), labels: ["sine teacher"] })),
    objectiveSweepFigure: walk(() => ({
      sweep: { trainingExamples: [10, 40], errors: [[squares()], [squares()]] },
      predictor: 0,
      exact: { hard: 0.2, soft: 0.1 },
    })),
    identityFigure: walk(() => ({
      rows: [{ label: "fixed", measured: estimate(), predicted: estimate() }],
    })),
  };
}
