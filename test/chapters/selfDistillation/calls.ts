import { type Library, type Table, walk } from "../../support/boundary/table.js";

/** A valid call of each export of the chapter. */
export function calls(): Table {
  return {
    ...data(),
    ...small(),
    ...named(),
    ...digits(),
    ...networks(),
    ...rounds(),
    ...selfDistillation(),
  };
}

const f64 = (...values: number[]) => Float64Array.of(...values);
/** A structure whose fields are left alone, because another walk tries them at less cost. */
const opaque = <T extends object>(fields: T): T => Object.assign(Object.create({}), fields);
function data(): Table {
  return {
    digitSplit: walk(() => ({}), { harmless: true }),
  };
}

/** Functions of numbers and lists. */
function small(): Table {
  return {
    meanEntropy: walk(() => ({ probabilities: new Float64Array(10).fill(0.1) })),
    retemper: walk(() => ({ probabilities: f64(0.1, 0.9), classes: 2, temperature: 2 })),
    calibratedTemperature: walk(() => ({ labels: [1, 0], probabilities: f64(0.1, 0.9, 0.4, 0.6) })),
    errorRate: walk(() => ({ labels: [1, 0], probabilities: f64(0.1, 0.9, 0.4, 0.6) })),
    classLogLoss: walk(() => ({ labels: [1, 0], probabilities: f64(0.1, 0.9, 0.4, 0.6) })),
  };
}

/** Problems that are enumerated or searched. */
function named(): Table {
  return {
    TEN_POINTS: "constant",
    logisticRounds: walk(() => ({
      data: { x: f64(-1, 0, 2, 1), y: Uint8Array.of(0, 1, 1, 0) },
      options: { rounds: 2, l2: 1, alpha: 1 },
    })),
  };
}

function digits(): Table {
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

/** Networks on digits: hardly trained, but the digits are read. */
function networks(): Table {
  const brief = () => ({ hidden: [1], epochs: 1 });
  const exam = () => ({
    inputs: new Float64Array(2 * 196),
    labels: Uint8Array.of(3, 1),
    images: Int32Array.of(0, 1),
  });
  return {
    digitExam: walk(() => ({ part: "test" }), {
      use: ({ labels }: ReturnType<Library["digitExam"]>) => labels.length,
      harmless: true,
    }),
    mistakesOf: walk(() => ({
      exam: { labels: exam().labels, images: exam().images },
      probabilities: new Float64Array(20).fill(0.1),
    })),
    openClassroom: walk(
      () => ({
        name: "bad input",
        seed: 0,
        options: { examples: 2, noise: 0.5, exam: exam(), effort: 1, onNetwork: () => {} },
      }),
      {
        use: async ({ learn, grade, targets }: ReturnType<Library["openClassroom"]>) =>
          grade(await learn("student", targets, brief())),
      },
    ),
    runDigitStudy: walk(() => ({
      study: {
        name: "bad input",
        classroom: { examples: 2, noise: 0.5 },
        networks: 1,
        run: async () => ({
          plain: { errorRate: 3, logLoss: 0.2, calibratedLogLoss: 0.1 },
        }),
      },
      options: { seeds: 1, exam: "test", effort: 1, onProgress: () => {} },
    })),
    scanSettings: walk(() => ({
      // trainNetwork, which looks at them, is walked with them.
      settings: [opaque({ ...brief(), l2: 0.1 })],
      options: { examples: 2, noise: 0.5, seeds: 1, effort: 1, onNetwork: () => {} },
    })),
  };
}

/** Self-distillation in rounds. */
function rounds(): Table {
  const errors = () => [
    [f64(0.4, 0.5), f64(0.3, 0.2)],
    [f64(0.5, 0.5), f64(0.2, 0.2)],
  ];
  return {
    kernelRounds: walk(() => ({
      options: { trials: 2, n: 3, rounds: 2, penalties: [1], onProgress: () => {} },
    })),
    bestSetting: walk(() => ({
      result: { penalties: [1, 2], rounds: 2, errors: errors() },
      among: () => true,
    })),
  };
}

/** 05-self-distillation. */
function selfDistillation(): Table {
  const round = (r: number) => ({ round: r, slope: 0.5 });
  const kernel = () => ({ penalties: [0.5, 2], rounds: 1, errors: [[f64(2, 3)], [f64(1, 2)]] });
  const digits = () => ({ pixels: new Uint8Array(784), labels: Uint8Array.of(7) });
  const score = () => ({ logLoss: 0.5 });
  const trial = () => ({ plain: score(), self: score() });
  return {
    logisticRoundsFigure: walk(() => ({ free: [round(1)], penalised: [round(1)] })),
    kernelShrinkageFigure: walk(() => ({ l2: 0.5, rounds: 3, largerL2: 2 })),
    kernelRoundsFigure: walk(() => ({ result: kernel(), l2: 2 })),
    kernelPenaltiesFigure: walk(() => ({ result: kernel() })),
    digitsFigure: walk(() => ({ digits: digits(), images: [0] })),
    darkKnowledgeFigure: walk(() => ({
      digits: digits(),
      mistakes: [{ image: 0, label: 7, guess: 1, distribution: new Float64Array(10).fill(0.1) }],
    })),
    armLabel: walk(() => ({ arm: "plain" }), { harmless: true }),
    studyFigure: walk(() => ({ result: [trial(), trial()], measure: "logLoss" })),
  };
}
