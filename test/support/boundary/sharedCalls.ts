import { Matrix } from "ml-matrix";
import { type Library, type Table, type Walk, walk } from "./table.js";

/** A valid call of each export of the shared folders. */
export function sharedCalls(lib: Library): Table {
  return {
    ...data(lib),
    ...losses(),
    ...models(lib),
    ...information(lib),
    ...others(lib),
    ...small(),
    ...studies(),
    ...demoTrials(lib),
    ...figures(),
    ...frames(),
  };
}

const f64 = (...values: number[]) => Float64Array.of(...values);
const drawFrom = (rng: ReturnType<Library["numpyRng"]>) => [
  rng.uniform(2),
  rng.normal(2),
  rng.bernoulli([0.5]),
];
const distillation: Walk = walk(() => ({
  teacherLogits: [1, 3],
  logits: [1, 2],
  options: { temperature: 2, rescale: true },
}));
const ask = (teacher: (x: number[]) => Float64Array) => teacher([1]);
const column = (...values: number[]) => Matrix.columnVector(values);
function data(lib: Library): Table {
  const rng = () => lib.seededStream("bad input");
  /** What a caller does with a population. */
  const use = (p: ReturnType<Library["normalPopulation"]>) => [p, p.eta(1), p.sample(rng(), 3)];
  return {
    readDigits: walk(() => ({}), { use: () => 0, harmless: true }),
    normalGrid: walk(() => ({ scale: 2, intervals: 4 })),
    finitePopulation: walk(() => ({ probabilities: [0.5, 0.5], eta: [1, 0.5] }), { use }),
    normalPopulation: walk(() => ({ scale: 2, eta: () => 0.4, options: { intervals: 3 } }), {
      use,
    }),
    postData: walk(() => ({ rng: rng(), n: 3, options: { scale: 2 } })),
    postEta: walk(() => ({ x: 1 })),
    smoothTargets: walk(() => ({ targets: f64(1, 0), classes: 2, epsilon: 0.2 })),
    trainTestSplit: walk(() => ({ rows: 5, trainingExamples: 2, seed: 42 })),
    numpyRng: walk(() => ({ seed: 1 }), { use: drawFrom }),
    seededStream: walk(() => ({ name: "bad input" }), { use: drawFrom, harmless: true }),
  };
}

function losses(): Table {
  const options = () => ({ temperature: 2 });
  return {
    combinedLoss: walk(() => ({ label: 0, teacher: [0.5, 0.5], logits: [1, 2], alpha: 1 })),
    crossEntropy: walk(() => ({ target: [0.5, 0.5], probabilities: [0.25, 0.75] })),
    crossEntropyOfLogits: walk(() => ({ target: [1, 0], logits: [1, 2], options: options() })),
    negativeLogLikelihood: walk(() => ({ label: 1, logits: [1, 2] })),
    distillationGradient: distillation,
    distillationTerm: distillation,
    klDivergence: walk(() => ({ p: [0.5, 0.5], q: [0.25, 0.75] })),
    logLoss: walk(() => ({ targets: [0, 1], logits: [1, 2], options: { clip: 0.1 } })),
    SKLEARN_CLIP: "constant",
    lossAtMeanLabel: walk(() => ({ eta: 0.7, f: 2 })),
    binaryCrossEntropy: walk(() => ({ t: 0.7, f: 2 })),
    lossScale: walk(() => ({ alpha: 1 })),
    mixedTarget: walk(() => ({ label: 0, teacher: [0.5, 0.5], alpha: 1 })),
    teacherShare: walk(() => ({ alpha: 1 })),
    softmax: walk(() => ({ logits: [1, 2], options: options() })),
    logit: walk(() => ({ p: 0.3 })),
    sigmoid: walk(() => ({ z: 1 })),
    softplus: walk(() => ({ z: 1 }), { infinite: true }),
  };
}

function models(lib: Library): Table {
  const model = () => ({ weights: f64(1, 2), intercept: 3 });
  const network = () => ({ sizes: [1, 1, 2], parameters: f64(1, 0, 1, 2, 0, 0) });
  const spectrum = () => ({ values: f64(1, 2), vectors: Matrix.eye(2) });
  return {
    polynomialFeatures: walk(() => ({ x: [1, 2], degree: 2, options: { scale: 2 } })),
    sineFeatures: walk(() => ({ x: [1, 2] })),
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
    fitLeastSquares: walk(() => ({ designMatrix: column(1, 2, 4), targets: [1, 0, 2] })),
    decisionFunction: walk(() => ({ model: model(), designMatrix: new Matrix([[1, 2]]) })),
    fitLogistic: walk(() => ({
      designMatrix: column(1, -2, 4),
      softTargets: [1, 0, 0.5],
      options: { l2: [1], interceptL2: 1, intercept: true, sampleWeights: [1, 1, 2] },
    })),
    fitLogisticModel: walk(() => ({
      model: { features: column(1, -2), l2: 1 },
      labels: [1, 0],
      targets: { teacher: [0.5, 0.5], alpha: 1 },
    })),
    selfDistillationRounds: walk(() => ({
      model: lib.lineModel([-1, 0, 1, 2], 1),
      labels: [0, 1, 0, 1],
      rounds: 2,
      options: { alpha: 1 },
    })),
    lineModel: walk(() => ({ x: [1, 2], slopeL2: 1 })),
    fitTeacher: walk(
      () => ({ name: "smoother", data: { x: f64(-1, 2), y: Uint8Array.of(0, 1) } }),
      { use: ask },
    ),
    logisticProbabilities: walk(() => ({ features: column(1, 2), weights: f64(1) })),
    initialNetwork: walk(() => ({
      sizes: [2, 3, 2],
      rng: lib.seededStream("bad input"),
      scale: 1,
    })),
    networkLogits: walk(() => ({
      network: network(),
      inputs: f64(1, 2),
      options: { precision: "single" },
    })),
    TEN_POINTS: "constant",
    oneHot: walk(() => ({ labels: [0, 2], classes: 3 })),
    fitSoftmax: walk(() => ({
      designMatrix: column(1, -2),
      softTargets: [
        [0.9, 0.1],
        [0.2, 0.8],
      ],
      options: { l2: 1, sampleWeights: [1, 2] },
    })),
    fitSoftStudent: walk(
      () => ({
        designMatrix: column(1, -2, 3),
        options: {
          labels: [1, 0, 1],
          teacherLogits: [1, -1, -1],
          alpha: 1,
          temperature: 2,
          l2: 1,
        },
      }),
      { says: ["softTargets"] },
    ),
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
        precision: "single",
        start: 1,
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
    entropy: walk(() => ({ probabilities: [0.5, 0.5] })),
    labelDistribution: walk(() => ({ eta: [0.5, 0.2] })),
    labelVector: walk(() => ({ n: 2, index: 1 })),
    labelInformation: walk(
      () => ({ labels: labels(), optima: optima(), options: { tolerance: 1e-9 } }),
      { infinite: true },
    ),
    optimaOf: walk(() => ({ labels: labels(), learner })),
    optimaWithProgress: walk(() => ({ labels: labels(), learner, onProgress: () => {} })),
  };
}

function others(lib: Library): Table {
  const study = () => ({
    name: "bad input",
    trials: 2,
    parameters: {},
    trial: () => ({ heads: 1 }),
    module: "none",
  });
  const figure = () => ({ svg: "<svg/>", alt: "nothing", width: 10, height: 10 });
  return {
    checkAnswer: walk(() => ({ id: "03-linear-demo/1", answer: 1 }), { harmless: true }),
    gradeAnswer: walk(() => ({ id: "03-linear-demo/2", answer: 0.3251 })),
    withProgress: walk(() => ({ label: "trials", work: async () => 1 }), { harmless: true }),
    slider: walk(() => ({ min: 1, max: 9, start: 2, options: { step: 2, log: false } })),
    choice: walk(() => ({ options: ["a", "b"], more: { label: "c" } })),
    reseed: walk(() => ({ start: 7, options: { label: "again" } })),
    live: walk(() => ({
      controls: { n: lib.slider(1, 3, 2) },
      // Only its text counts: no name of this module is known where it is run.
      draw: new Function("return exports.paletteFigure()"),
      options: { data: { known: [1] } },
    })),
    show: walk(() => ({ figure: figure(), figures: figure() })),
    table: walk(() => ({ rows: [{ n: 1, name: "a" }], options: { digits: 2 } })),
    versions: walk(() => ({ names: ["ml-matrix"] })),
    watchStudy: walk(() => ({ study: study(), options: { workers: 0 } })),
    runStudy: walk(() => ({ study: study(), options: { workers: 0, onProgress: () => {} } })),
  };
}

/** Functions of numbers and lists. */
function small(): Table {
  const values = { values: [1, 2, 4] };
  const statistic: Walk = walk(() => ({ values: [...values.values] }));
  const pair: Walk = walk(() => ({ a: [1, 2, 4], b: [2, 2, 3] }));
  return {
    meanAndStandardError: statistic,
    varianceAndStandardError: statistic,
    pairedDifference: pair,
    plusMinus: walk(() => ({ estimate: { value: 1, standardError: 0.1 }, digits: 2 })),
  };
}

function studies(): Table {
  const result = () => ({ "soft@20": f64(0.7, 0.8), "shuffled@20": f64(0.9, 0.8) });
  return {
    studyColumn: walk(() => ({ result: result(), name: "soft", setting: 20 })),
    MODEL_NAMES: "constant",
  };
}

/** The post's experiment. */
function demoTrials(lib: Library): Table {
  const data = () => lib.postData(lib.seededStream("bad input"), 12);
  return {
    fitPostModels: walk(() => ({ data: data(), options: { degree: 2 } })),
  };
}

/** The figures; their arguments hold what they read of the experiments' results and no more. */
function figures(): Table {
  return {
    PALETTE: "constant",
  };
}

/** What the others are drawn with. */
function frames(): Table {
  const difference = () => ({ value: -1.25, standardError: 0.25 });
  return {
    renderFigure: walk(() => ({
      alt: "Nothing.",
      options: { width: 300, height: 200, marks: [] },
    })),
    lineFigure: walk(() => ({
      lines: [
        {
          label: "student",
          role: "student",
          x: [1, 2],
          y: f64(1, 3),
          halfWidth: [0.5, 0.5],
          dots: true,
        },
      ],
      options: {
        alt: "A line.",
        xLabel: "n",
        yLabel: "loss (nats)",
        xLog: true,
        yLog: true,
        yDomain: [0.5, 4],
        xTicks: [1, 2],
        xTickFormat: (n: number) => `${n}`,
        yTicks: [1, 2],
        yTickFormat: (loss: number) => `${loss}`,
        marginRight: 96,
        height: 300,
        under: [],
      },
    })),
    pairedFigure: walk(() => ({
      rows: [{ label: "ridge", role: "guide", difference: difference(), trials: [-1, -1.5] }],
      options: { alt: "Differences:", xLabel: "error (points)", digits: 2, marginLeft: 190 },
    })),
    paletteFigure: walk(() => ({}), { harmless: true }),
  };
}
