import { type Library, type Table, walk } from "../../support/boundary/table.js";

/** A valid call of each export of the chapter. */
export function calls(lib: Library): Table {
  return { ...data(lib), ...models(), ...small(lib), ...plane(lib), ...setup() };
}

const f64 = (...values: number[]) => Float64Array.of(...values);
/** A structure whose fields are left alone, because another walk tries them at less cost. */
const opaque = <T extends object>(fields: T): T => Object.assign(Object.create({}), fields);
function data(lib: Library): Table {
  const rng = () => lib.seededStream("bad input");
  return {
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
  };
}

function models(): Table {
  const points = () => ({ x1: f64(1, 2), x2: f64(0, 1) });
  return {
    bumpFeatures: walk(() => ({ points: points(), options: { perSide: 2, reach: 1, width: 1 } })),
    planeFeatures: walk(() => ({ points: points() })),
  };
}

/** Functions of numbers and lists. */
function small(lib: Library): Table {
  const rng = () => lib.seededStream("bad input");
  const rows = () => [
    [1, 2],
    [0, 1],
  ];
  return {
    constantStudent: walk(() => ({ teacher: [0.3, 0.9] })),
    constantStudentLosses: walk(() => ({ teacher: [0.3, 0.9], students: [0.5] })),
    identityCheck: walk(() => ({ rng: rng(), count: 2 })),
    klGap: walk(() => ({ teacher: [0.5, 0.5], students: { one: [0.2, 0.8] } })),
    temperatureGradients: walk(() => ({
      teacherLogits: rows(),
      logits: rows(),
      temperatures: [2],
    })),
    hotLimit: walk(() => ({ teacherLogits: rows(), logits: rows() })),
  };
}

/** Classifiers of the plane, 00-setup. */
function plane(lib: Library): Table {
  const data = () => ({
    x1: f64(-1, 0.5, 1, 2),
    x2: f64(0, 1, -1, 0.5),
    y: Uint8Array.of(0, 1, 2, 1),
  });
  const targets = () => lib.oneHot(data().y, 3);
  const student = lib.fitPlaneStudent(data(), targets());
  const options = () => ({ l2: 1 });
  const use = ({ model }: typeof student) => model;
  const population = () => lib.pinwheelPopulation(2);
  const losses = () => [f64(0.7, 0.8), f64(0.6, 0.8)];
  return {
    fitPlaneTeacher: walk(() => ({ data: data(), options: options() }), { use }),
    fitPlaneStudent: walk(() => ({ points: data(), softTargets: targets(), options: options() }), {
      use,
    }),
    distilStudent: walk(
      () => ({
        data: data(),
        teacher: { probabilities: () => targets() },
        alpha: 1,
        options: { l2: 1, penaltyOn: "combined" },
      }),
      { use },
    ),
    planeLoss: walk(() => ({ classifier: { logits: student.logits }, population: population() })),
    planeFloor: walk(() => ({ population: lib.pinwheelPopulation(6) }), {
      says: ["softTargets", "l2"],
    }),
    probabilityRows: walk(() => ({ model: { ...lib.pinwheelTruth }, pairs: [[0, 1]] }), {
      says: ["x1", "x2"],
    }),
    penaltyOfAlpha: walk(
      () => ({
        // Each call takes a tenth of a second: distilStudent, which looks at the data, is walked with what is in them.
        data: opaque(data()),
        teacher: { probabilities: () => targets() },
        alphas: [1],
        options: options(),
      }),
      { infinite: true },
    ),
    alphaTrials: walk(
      () => ({
        options: {
          trials: 1,
          studentExamples: 6,
          teacherExamples: 8,
          alphas: [1],
          l2: 1,
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

/** 00-setup. */
function setup(): Table {
  const map = () => ({
    probabilities: ({ x1 }: { x1: Float64Array }) => Array.from(x1, () => [0.5, 0.3, 0.2]),
  });
  const model = () => ({
    logits: ({ x1 }: { x1: Float64Array }) => Array.from(x1, (x) => [x, 0, 1]),
  });
  return {
    constantStudentFigure: walk(() => ({ teacher: [0.6, 0.9] })),
    regionsFigure: walk(() => ({
      panels: { even: map() },
      examples: { x1: f64(1, 2), x2: f64(0, 1), y: Uint8Array.of(0, 2) },
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
