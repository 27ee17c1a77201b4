import { Matrix } from "ml-matrix";
import { type Library, type Table, type Walk, walk } from "./table.js";

const f64 = (...values: number[]) => Float64Array.of(...values);

/** Data, randomness, losses, models, information, exercises and the notebook's own functions. */
export function foundations(lib: Library): Table {
  return { ...data(lib), ...losses(), ...models(lib), ...information(lib), ...others() };
}

function data(lib: Library): Table {
  const rng = () => lib.seededStream("bad input");
  const design = () => ({ ...lib.NARROW_DESIGN });
  /** What a caller does with a population. */
  const use = (p: ReturnType<Library["normalPopulation"]>) => [p, p.eta(1), p.sample(rng(), 3)];
  return {
    drawDesign: walk(() => ({ design: design(), rng: rng(), n: 6, smallest: 5 })),
    NARROW_DESIGN: "constant",
    POST_DESIGN: "constant",
    digitSplit: walk(() => ({})),
    poolDigits: walk(() => ({
      digits: { pixels: new Uint8Array(784 * 2), labels: new Uint8Array(2) },
      images: [0, 1],
      options: { block: 14 },
    })),
    readDigits: walk(() => ({}), { use: () => 0 }),
    noisyLabels: walk(() => ({
      labels: Uint8Array.of(0, 1, 2),
      options: { noise: 0.5, classes: 3 },
      stream: rng(),
    })),
    normalGrid: walk(() => ({ scale: 2, intervals: 4 })),
    pinwheelData: walk(() => ({ rng: rng(), n: 3 })),
    pinwheelEta: walk(() => ({ x1: 1, x2: 2 })),
    pinwheelTruth: "constant",
    pinwheelPopulation: walk(() => ({ intervals: 2 })),
    firstExamples: walk(() => ({
      data: { x1: f64(1, 2), x2: f64(3, 4), y: Uint8Array.of(0, 1) },
      n: 1,
    })),
    planePoints: walk(() => ({ pair: [1, 2], pairs: [3, 4] })),
    planeGrid: walk(() => ({ intervals: 2 })),
    finitePopulation: walk(() => ({ probabilities: [0.5, 0.5], eta: [1, 0.5] }), { use }),
    normalPopulation: walk(() => ({ scale: 2, eta: () => 0.4, options: { intervals: 3 } }), {
      use,
    }),
    postData: walk(() => ({ rng: rng(), n: 3, options: { scale: 2 } })),
    postEta: walk(() => ({ x: 1 })),
    CONVERGED_REFERENCE: "constant",
    SCIKIT_LEARN_REFERENCE: "constant",
    flatOneHot: walk(() => ({ labels: [0, 2], classes: 3 })),
    meanTargets: walk(() => ({ targets: [f64(1, 0), f64(0.5, 0.5)] })),
    shuffleWithinLabels: walk(() => ({
      targets: f64(1, 0, 0.5, 0.5),
      labels: [0, 0],
      stream: rng(),
    })),
    smoothTargets: walk(() => ({ targets: f64(1, 0), classes: 2, epsilon: 0.2 })),
    trainTestSplit: walk(() => ({ rows: 5, trainingExamples: 2, seed: 42 })),
    legacyPermutation: walk(() => ({ seed: 42, n: 5 })),
    numpyRng: walk(() => ({ seed: 1 }), { use: drawFrom }),
    seededStream: walk(() => ({ name: "bad input" }), { use: drawFrom }),
  };
}

const drawFrom = (rng: ReturnType<Library["numpyRng"]>) => [
  rng.uniform(2),
  rng.normal(2),
  rng.bernoulli([0.5]),
];

function losses(): Table {
  const options = () => ({ temperature: 2 });
  return {
    combinedLoss: walk(() => ({ label: 0, teacher: [0.5, 0.5], logits: [1, 2], alpha: 1 })),
    combinedLossGradient: walk(() => ({ label: 0, teacher: [0.5, 0.5], logits: [1, 2], alpha: 1 })),
    crossEntropy: walk(() => ({ target: [0.5, 0.5], probabilities: [0.25, 0.75] })),
    crossEntropyGradient: walk(() => ({ target: [1, 0], logits: [1, 2], options: options() })),
    crossEntropyOfLogits: walk(() => ({ target: [1, 0], logits: [1, 2], options: options() })),
    negativeLogLikelihood: walk(() => ({ label: 1, logits: [1, 2] })),
    distillationGradient: distillation,
    distillationTerm: distillation,
    klDivergence: walk(() => ({ p: [0.5, 0.5], q: [0.25, 0.75] })),
    logLoss: walk(() => ({ targets: [0, 1], logits: [1, 2], options: { clip: 0.1 } })),
    SKLEARN_CLIP: "constant",
    logSumExp: walk(() => ({ values: [1, 2] })),
    meanLabelLoss: walk(() => ({ eta: 0.7, f: 2 })),
    softLabelLoss: walk(() => ({ t: 0.7, f: 2 })),
    lossScale: walk(() => ({ alpha: 1 })),
    mixedTarget: walk(() => ({ label: 0, teacher: [0.5, 0.5], alpha: 1 })),
    teacherShare: walk(() => ({ alpha: 1 })),
    logSoftmax: walk(() => ({ logits: [1, 2], options: options() })),
    softmax: walk(() => ({ logits: [1, 2], options: options() })),
    softmaxRows: walk(() => ({ logits: f64(1, 2, 3, 4), classes: 2, options: options() })),
    sigmoid: walk(() => ({ z: 1 })),
    softplus: walk(() => ({ z: 1 }), { infinite: true }),
  };
}

const distillation: Walk = walk(() => ({
  teacherLogits: [1, 3],
  logits: [1, 2],
  options: { temperature: 2, rescale: true },
}));

const column = (...values: number[]) => Matrix.columnVector(values);

function models(lib: Library): Table {
  const model = () => ({ weights: f64(1, 2), intercept: 3 });
  const classes = () => ({ weights: [f64(1), f64(2), f64(0)], intercepts: f64(0, 1, 2) });
  const network = () => ({ sizes: [1, 1, 2], parameters: f64(1, 0, 1, 2, 0, 0) });
  const points = () => ({ x1: f64(1, 2), x2: f64(0, 1) });
  const spectrum = () => ({ values: f64(1, 2), vectors: Matrix.eye(2) });
  return {
    polynomialFeatures: walk(() => ({ x: [1, 2], degree: 2, options: { scale: 2 } })),
    sineFeatures: walk(() => ({ x: [1, 2] })),
    harmonicFeatures: walk(() => ({ x: [1, 2], harmonics: 2 })),
    gaussianKernel: walk(() => ({ a: [1, 2], b: [1], options: { bandwidth: 2 } })),
    kernelSpectrum: walk(() => ({
      kernel: new Matrix([
        [2, 1],
        [1, 2],
      ]),
    })),
    kernelRidge: walk(() => ({
      spectrum: spectrum(),
      targets: [1, 0],
      options: { l2: 1, rounds: 2 },
    })),
    shrinkage: walk(() => ({ d: 1, options: { l2: 1, rounds: 2 } })),
    kernelSmoother: walk(() => ({ x: [1, 2], targets: [0, 1], queries: [1.5], bandwidth: 1 })),
    fitLeastSquares: walk(() => ({ designMatrix: column(1, 2, 4), targets: [1, 0, 2] })),
    decisionFunction: walk(() => ({ model: model(), designMatrix: new Matrix([[1, 2]]) })),
    fitLogistic: walk(() => ({
      designMatrix: column(1, -2, 4),
      softTargets: [1, 0, 0.5],
      options: { l2: [1], interceptL2: 1, intercept: true, sampleWeights: [1, 1, 2] },
    })),
    fitClass: walk(() => ({
      model: { features: column(1, -2), l2: 1 },
      labels: [1, 0],
      targets: { teacher: [0.5, 0.5], alpha: 1 },
    })),
    logisticProbabilities: walk(() => ({ features: column(1, 2), weights: f64(1) })),
    initialNetwork: walk(() => ({ sizes: [2, 3, 2], rng: lib.seededStream("bad input") })),
    networkLogits: walk(() => ({ network: network(), inputs: f64(1, 2) })),
    networkGradient: walk(() => ({
      network: network(),
      inputs: f64(1),
      softTargets: f64(0.5, 0.5),
      options: { temperature: 2, l2: 0.1 },
    })),
    oneHot: walk(() => ({ labels: [0, 2], classes: 3 })),
    bumpFeatures: walk(() => ({ points: points(), options: { perSide: 2, reach: 1, width: 1 } })),
    planeFeatures: walk(() => ({ points: points() })),
    polynomialAt: walk(() => ({ model: model(), x: 2 })),
    randomHiddenLayer: walk(
      () => ({
        rng: lib.seededStream("bad input"),
        units: 2,
        options: { scale: 1, steepness: 1 },
      }),
      { use: (layer: (x: number[]) => Matrix) => layer([1, 2]) },
    ),
    classLogits: walk(() => ({ model: classes(), designMatrix: column(1, 2) })),
    classProbabilities: walk(() => ({
      model: classes(),
      designMatrix: column(1, 2),
      options: { temperature: 2 },
    })),
    fitSoftmax: walk(() => ({
      designMatrix: column(1, -2),
      softTargets: [
        [0.9, 0.1],
        [0.2, 0.8],
      ],
      options: { l2: 1, sampleWeights: [1, 2] },
    })),
    fitSoftStudent: walk(() => ({
      designMatrix: column(1, -2, 3),
      options: {
        labels: [1, 0, 1],
        teacherLogits: [1, -1, -1],
        alpha: 1,
        temperature: 2,
        l2: 1,
      },
    })),
    mixLabels: walk(() => ({ labels: [0, 1], teacher: [0.2, 0.7], alpha: 1 })),
    smoothLabels: walk(() => ({ labels: [0, 1], epsilon: 0.2 })),
    trainNetwork: walk(() => ({
      set: { inputs: f64(1, 2), softTargets: f64(1, 0, 0, 1), classes: 2 },
      options: {
        hidden: [2],
        epochs: 1,
        batchSize: 1,
        learningRate: 0.1,
        temperature: 2,
        l2: 0.1,
      },
      stream: lib.seededStream("bad input"),
    })),
  };
}

function information(lib: Library): Table {
  const labels = () => lib.labelDistribution([0.5, 0.2]);
  const optima = () => [f64(0), f64(1), f64(2), f64(2)];
  const learner = (y: Uint8Array) => [y[0] + y[1]];
  return {
    entropy: walk(() => ({ probabilities: [0.5, 0.5], options: { unit: "bits" } })),
    mutualInformation: walk(() => ({
      joint: [
        [0.5, 0],
        [0.2, 0.3],
      ],
      options: { unit: "nats" },
    })),
    expectedOverLabels: walk(() => ({
      labels: labels(),
      optima: optima(),
      quantity: ([value]: Float64Array) => value,
    })),
    groupOptima: walk(() => ({ optima: optima(), options: { tolerance: 1e-9 } }), {
      infinite: true,
    }),
    labelDistribution: walk(() => ({ eta: [0.5, 0.2] })),
    labelVector: walk(() => ({ n: 2, index: 1 })),
    MAX_LABELS: "constant",
    conditionalLabelInformation: walk(() => ({
      labels: labels(),
      a: optima(),
      b: optima(),
      options: { tolerance: 1e-9, unit: "bits" },
    })),
    labelInformation: walk(
      () => ({ labels: labels(), optima: optima(), options: { tolerance: 1e-9, unit: "bits" } }),
      { infinite: true },
    ),
    optimaOf: walk(() => ({ labels: labels(), learner })),
    optimaWithProgress: walk(() => ({ labels: labels(), learner, watcher: { update() {} } })),
    roundedInformation: walk(() => ({
      labels: labels(),
      optima: optima(),
      resolution: 0.1,
      options: { tolerance: 1e-9, unit: "bits" },
    })),
  };
}

function others(): Table {
  const exercise = () => ({ id: "a/1", hint: "count", isRight: () => true });
  const study = () => ({
    name: "bad input",
    trials: 2,
    parameters: {},
    trial: () => ({ heads: 1 }),
    module: "none",
  });
  const figure = () => ({ svg: "<svg/>", alt: "nothing", width: 10, height: 10 });
  return {
    EXERCISES: "constant",
    findExercise: walk(() => ({ id: "03-linear-demo/1" })),
    judge: walk(() => ({ exercise: exercise(), answer: 1 })),
    ratioOfOwn: walk(
      () => ({
        problem: { probabilities: [0.5, 0.5], eta: [1, 0.5], logits: [-10, 2] },
      }),
      { says: ["f", "postFormula"] },
    ),
    checkAnswer: walk(() => ({ id: "03-linear-demo/1", answer: 1 })),
    progress: walk(() => ({ label: "trials", total: 2 }), {
      use: async (bar: { update(done: number): Promise<void>; finish(): void }) => {
        await bar.update(1);
        bar.finish();
      },
    }),
    imageOf: walk(() => ({ figure: figure() })),
    show: walk(() => ({ figure: figure(), figures: figure() })),
    markdownTable: walk(() => ({ rows: [{ n: 1, name: "a" }], options: { digits: 2 } }), {
      infinite: true,
    }),
    table: walk(() => ({ rows: [{ n: 1, name: "a" }], options: { digits: 2 } })),
    versions: walk(() => ({ names: ["ml-matrix"] })),
    watchStudy: walk(() => ({ study: study(), options: { workers: 0 } })),
    runStudy: walk(() => ({ study: study(), options: { workers: 0, onProgress: () => {} } })),
  };
}
