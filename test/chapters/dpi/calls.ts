import { type Library, type Table, type Walk, walk } from "../../support/boundary/table.js";

/** A valid call of each export of the chapter. */
export function calls(lib: Library): Table {
  return { ...named(lib), ...designs(lib), ...rounds(), ...dpi() };
}

const f64 = (...values: number[]) => Float64Array.of(...values);
/** Problems that are enumerated or searched. */
function named(lib: Library): Table {
  return {
    twoDesignProblems: walk(() => ({}), { harmless: true }),
    conditioning: walk(() => ({}), { harmless: true }),
    twoPointProblem: walk(() => ({ eta: 0.5 })),
    blindTeacherProblem: walk(() => ({}), { harmless: true }),
    signTeacherProblem: walk(() => ({}), { harmless: true }),
    postProblem: walk(() => ({ n: 4, ridge: 0.1 })),
    NAMED_PROBLEMS: "constant",
    SLOPE_INPUTS: "constant",
    SLOPE_LABELS: "constant",
    slopeClass: walk(() => ({ slopeL2: 1 })),
    slopeRows: walk(() => ({ penalties: [1], alphas: [1], rounds: 2 }), {
      says: ["l2"],
    }),
    labelRows: walk(() => ({ problem: lib.twoPointProblem(0.5) })),
    comparisonRow: walk(() => ({ example: "two", problem: lib.twoPointProblem(0.5) })),
    compareProblem: walk(() => ({ problem: lib.twoPointProblem(0.5) })),
  };
}

/** Small problems that are enumerated, 01-dpi. */
function designs(lib: Library): Table {
  const rng = () => lib.seededStream("bad input");
  const problem = () => lib.twoPointProblem(0.5);
  const use: Walk["use"] = (learner: (y: Uint8Array) => unknown) => learner(Uint8Array.of(0, 1));
  const result = () => ({ hard: 1, distilled: 2, hardLoss: 0.7, distilledLoss: 0.6 });
  const information = { alpha: 1, information: 2, beyondTeacher: 0, rounded: 2 };
  return {
    teacherLearner: walk(() => ({ problem: problem() }), {
      use,
      says: ["labels"],
    }),
    studentLearner: walk(() => ({ problem: problem(), alpha: 1 }), {
      use,
      says: ["labels"],
    }),
    leastSquaresLearner: walk(() => ({ problem: lib.postProblem(6, 0.1) }), {
      use: (learner: (y: Uint8Array) => unknown) => learner(Uint8Array.of(0, 1, 1, 0, 0, 1)),
      says: ["designMatrix"],
    }),
    expectedLoss: walk(
      () => ({
        labels: lib.labelDistribution([0.5]),
        optima: [f64(0), f64(1)],
        features: problem().student.features,
        eta: [0.5, 0.5],
      }),
      { says: ["designMatrix", "model"] },
    ),
    informationByAlpha: walk(
      () => ({
        problem: problem(),
        alphas: [1],
        options: { resolution: 0.1 },
      }),
      { infinite: true },
    ),
    alphaInformationRows: walk(() => ({ rows: [{ ...information }] })),
    informationRow: walk(
      () => ({
        learner: "teacher",
        info: { information: 1, labelEntropy: 2, distinct: 3, within: 1e-15, between: 0.1 },
      }),
      { infinite: true },
    ),
    jitteredProblem: walk(() => ({ shifts: [0.1, 0.2] }), {
      use: (jittered: ReturnType<typeof problem>) => jittered.student.features,
    }),
    saturationByInput: walk(() => ({ jitter: 0.1 })),
    saturationByJitter: walk(() => ({
      jitters: [0.1],
      resolutions: [0, 0.1],
      options: { trials: 2, onProgress: () => {} },
    })),
    randomDesignProblem: walk(() => ({ stream: rng() }), {
      use: ({ eta }: ReturnType<typeof problem>) => eta,
      harmless: true,
    }),
    randomDesigns: walk(() => ({ count: 1, onProgress: () => {} })),
    countQuadrants: walk(() => ({ results: [result(), result()] })),
  };
}

/** Self-distillation in rounds. */
function rounds(): Table {
  return {
    informationOverRounds: walk(() => ({ rounds: 1, options: { l2: 0.3 } })),
    singleFits: walk(() => ({ penalties: [7] })),
  };
}

/** 01-dpi. */
function dpi(): Table {
  const row = (alpha: number) => ({ alpha, information: 2, rounded: 1 });
  const bits = (teacher: number) => ({ labelEntropy: 4, teacher, hard: 2, distilled: 1 });
  const losses = () => ({ hard: 2, distilled: 1, hardLoss: 0.7, distilledLoss: 0.6 });
  const round = (r: number) => ({ round: r, information: 2, testLoss: 0.7 });
  return {
    markovChainFigure: walk(() => ({ options: { shortcut: true } }), { harmless: true }),
    dpiFigure: walk(() => ({ results: [{ teacher: 3, mixed: 2 }], student: "mixed" })),
    alphaInformationFigure: walk(() => ({
      result: { teacher: 1, labelEntropy: 3, rows: [row(0), row(Infinity)] },
      resolution: 0.1,
    })),
    shrinkageFigure: walk(() => ({ inputs: [-1, 2], labels: [0, 1], rounds: [f64(0, 1)] })),
    roundsFigure: walk(() => ({
      result: { labelEntropy: 3, rounds: [round(1), round(2)] },
      quantity: "information",
    })),
    quadrantsFigure: walk(() => ({ results: [losses()], named: [losses()] })),
    saturationByInputFigure: walk(() => ({ results: [bits(2), bits(3)] })),
    saturationByJitterFigure: walk(() => ({
      curves: [{ resolution: 0.1, points: [{ jitter: 0.01, mean: 2, standardError: 0.1 }] }],
      labelEntropy: 4,
    })),
  };
}
