import { type Library, type Table, type Walk, walk } from "../../support/boundary/table.js";

/** A valid call of each export of the chapter. */
export function calls(lib: Library): Table {
  return { ...problems(lib), ...experiments(), ...figures() };
}

const f64 = (...values: number[]) => Float64Array.of(...values);
/** Problems, and what is enumerated of one. */
function problems(lib: Library): Table {
  const problem = () => lib.twoPointProblem(0.5);
  const use: Walk["use"] = (learner: (y: Uint8Array) => unknown) => learner(Uint8Array.of(0, 1));
  return {
    twoPointProblem: walk(() => ({ eta: 0.5 })),
    signTeacherProblem: walk(() => ({}), { harmless: true }),
    constantTeacherProblem: walk(() => ({ inputs: [2, -1] }), {
      use: (made: ReturnType<typeof problem>) => lib.compareProblem(made),
    }),
    postProblem: walk(() => ({ n: 4, ridge: 0.1 })),
    NAMED_PROBLEMS: "constant",
    conditioning: walk(() => ({ problems: [problem(), problem()] })),
    compareProblem: walk(() => ({ problem: problem() })),
    comparisonRow: walk(() => ({ example: "two", problem: problem() })),
    studentLearner: walk(() => ({ problem: problem(), alpha: 1 }), { use, says: ["labels"] }),
    leastSquaresLearner: walk(() => ({ problem: lib.postProblem(6, 0.1) }), {
      use: (learner: (y: Uint8Array) => unknown) => learner(Uint8Array.of(0, 1, 1, 0, 0, 1)),
      says: ["designMatrix"],
    }),
    informationByAlpha: walk(
      () => ({ problem: problem(), alphas: [1], options: { resolution: 0.1 } }),
      { infinite: true },
    ),
  };
}

/** Experiments and rows of tables. */
function experiments(): Table {
  return {
    informationRow: walk(
      () => ({
        learner: "teacher",
        info: {
          information: 1,
          labelEntropy: 2,
          distinct: 3,
          largestSameGap: 1e-15,
          smallestDifferentGap: 0.1,
        },
      }),
      { infinite: true },
    ),
    saturationByInput: walk(() => ({ jitter: 0.1 })),
    saturationByJitter: walk(() => ({
      jitters: [0.1],
      resolutions: [0, 0.1],
      options: { trials: 2, onProgress: async () => {} },
    })),
    randomDesigns: walk(() => ({ count: 1, onProgress: async () => {} })),
    informationOverRounds: walk(() => ({
      inputs: [-1, 1],
      eta: () => 0.4,
      rounds: 1,
      options: { l2: 0.3 },
    })),
  };
}

/** What draws. */
function figures(): Table {
  const row = (alpha: number) => ({ alpha, information: 2, rounded: 1 });
  const bits = (teacher: number) => ({ labelEntropy: 4, teacher, student: 2, distilled: 1 });
  const losses = () => ({ student: 2, distilled: 1, studentLoss: 0.7, distilledLoss: 0.6 });
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
      curves: [{ resolution: 0.1, points: [{ jitter: 0.01, value: 2, standardError: 0.1 }] }],
      labelEntropy: 4,
    })),
  };
}
