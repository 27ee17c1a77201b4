import { type Library, type Table, walk } from "../../support/boundary/table.js";

/** A valid call of each export of the chapter. */
export function calls(lib: Library): Table {
  return { ...data(lib), ...small(), ...plane(lib), ...figures() };
}

const f64 = (...values: number[]) => Float64Array.of(...values);
/** Points with labels. */
const examples = () => ({ x1: f64(-1, 0.5, 1), x2: f64(0, 1, -1), y: Uint8Array.of(0, 1, 2) });

function data(lib: Library): Table {
  return {
    pinwheelData: walk(() => ({ rng: lib.seededStream("bad input"), n: 3 })),
    pinwheelTruth: "constant",
    pinwheelPopulation: walk(() => ({ intervals: 2 })),
    firstExamples: walk(() => ({ data: examples(), n: 1 })),
    joinExamples: walk(() => ({ first: examples(), second: examples() })),
    planePoints: walk(() => ({ pair: [1, 2], pairs: [3, 4] })),
    bumpFeatures: walk(() => ({ points: { x1: f64(1, 2), x2: f64(0, 1) } })),
    planeFeatures: walk(() => ({ points: { x1: f64(1, 2), x2: f64(0, 1) } })),
  };
}

/** Functions of numbers and lists. */
function small(): Table {
  const rows = () => [
    [1, 2],
    [0, 1],
  ];
  return {
    constantStudent: walk(() => ({ teacher: [0.3, 0.9] })),
    temperatureGradients: walk(() => ({
      teacherLogits: rows(),
      logits: rows(),
      temperatures: [2],
    })),
  };
}

/** Classifiers of the plane. */
function plane(lib: Library): Table {
  const targets = () => lib.oneHot(examples().y, 3);
  const options = () => ({ l2: 1 });
  const student = lib.fitSoftmax(lib.planeFeatures(examples()), targets(), options());
  const use = ({ model }: { model: typeof student }) => model;
  const losses = () => [f64(0.7, 0.8), f64(0.6, 0.8)];
  return {
    planeClassifier: walk(
      () => ({
        features: lib.planeFeatures,
        model: { weights: student.weights.map((row) => row.slice()), intercepts: f64(1, 2, 3) },
      }),
      {
        use: (model: ReturnType<Library["planeClassifier"]>) => model.logits(examples()),
      },
    ),
    fitPlaneTeacher: walk(() => ({ data: examples(), options: options() }), { use }),
    distilStudent: walk(
      () => ({
        data: examples(),
        teacher: { probabilities: () => targets() },
        alpha: 1,
        options: options(),
      }),
      { use },
    ),
    planeLoss: walk(
      () => ({
        model: { logits: lib.pinwheelTruth.logits },
        population: lib.pinwheelPopulation(2),
      }),
      { says: ["logits", "target"] },
    ),
    pinwheelAlphaTrials: walk(
      () => ({
        options: {
          trials: 1,
          studentExamples: 6,
          teacherExamples: 8,
          alphas: [1],
          l2: 1,
          workers: 0,
          onProgress: async () => {},
        },
      }),
      { infinite: true },
    ),
    alphaGains: walk(
      () => ({
        result: { alphas: [0, 1], losses: losses(), teacher: f64(0.5, 0.5), redrawn: 0 },
      }),
      { infinite: true },
    ),
  };
}

/** What draws. */
function figures(): Table {
  const map = () => ({
    probabilities: ({ x1 }: { x1: Float64Array }) => Array.from(x1, () => [0.5, 0.3, 0.2]),
  });
  const model = () => ({
    logits: ({ x1 }: { x1: Float64Array }) => Array.from(x1, (x) => [x, 0, 1]),
  });
  return {
    descentFigure: walk(() => ({ losses: [3, 2], optimum: 1 })),
    constantStudentFigure: walk(() => ({ teacher: [0.6, 0.9] })),
    regionsFigure: walk(() => ({
      panels: { even: map() },
      examples: examples(),
    })),
    circleFigure: walk(() => ({
      models: { teacher: map() },
      options: { radius: 2, classIndex: 1 },
    })),
    temperatureBarsFigure: walk(() => ({ model: model(), pairs: [[1, 0]], temperatures: [2] })),
    temperatureGradientFigure: walk(() => ({
      rows: [
        { temperature: 1, plain: 0.3, rescaled: 0.3 },
        { temperature: 10, plain: 0.0045, rescaled: 0.45 },
      ],
    })),
  };
}
