import { type Library, type Table, walk } from "../../support/boundary/table.js";

/** A valid call of each export of the chapter. */
export function calls(lib: Library): Table {
  return {
    ...data(),
    ...small(),
    ...named(),
    ...digits(),
    ...networks(lib),
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
    errorRate: walk(() => ({ labels: [1, 0], probabilities: f64(0.1, 0.9, 0.4, 0.6) })),
  };
}

/** Problems that are enumerated or searched. */
function named(): Table {
  return {
    logisticRounds: walk(() => ({
      data: { x: f64(-1, 0, 2, 1), y: Uint8Array.of(0, 1, 1, 0) },
      options: { rounds: 2, l2: 1, alpha: 1 },
    })),
  };
}

/** A result of a study with two arms and two trials. */
const result = () =>
  Object.fromEntries(
    ["onLabels", "selfDistilled"].flatMap((arm, k) =>
      ["errorRate", "logLoss", "calibratedLogLoss"].map((name) => [
        `${name}@${arm}`,
        f64(3, 4 + k),
      ]),
    ),
  );

function digits(): Table {
  const study = () => ({
    trials: 2,
    options: { part: "test", epochFraction: 0.5, precision: "single" },
  });
  return {
    compareArms: walk(() => ({
      result: result(),
      measure: "errorRate",
      arm: "selfDistilled",
      reference: "onLabels",
    })),
    digitTable: walk(() => ({ result: result() })),
    fewLabelsStudy: walk(study),
    noisyLabelsStudy: walk(study),
    sameSizeStudy: walk(study),
    smallStudentStudy: walk(study),
  };
}

/** Networks on digits: hardly trained, but the digits are read. */
function networks(lib: Library): Table {
  const brief = () => ({ hidden: [1], epochs: 1 });
  return {
    heldOutDigits: walk(() => ({ part: "test" }), {
      use: ({ labels }: ReturnType<Library["heldOutDigits"]>) => labels.length,
      harmless: true,
    }),
    mistakesOf: walk(() => ({
      heldOut: { labels: Uint8Array.of(3, 1), images: Int32Array.of(0, 1) },
      probabilities: new Float64Array(20).fill(0.1),
    })),
    createDigitTrial: walk(
      () => ({
        stream: lib.seededStream("bad input"),
        options: {
          examples: 2,
          noise: 0.5,
          part: "validation",
          epochFraction: 1,
          precision: "single",
        },
      }),
      {
        use: ({ train, evaluate, targets }: ReturnType<Library["createDigitTrial"]>) =>
          evaluate(train("student", targets, brief())),
      },
    ),
    settingsStudy: walk(() => ({
      // trainNetwork, which looks at them, is walked with them.
      settings: [opaque({ ...brief(), l2: 0.1 })],
      trials: 2,
      options: { examples: 2, noise: 0.5, epochFraction: 1 },
    })),
  };
}

/** Self-distillation in rounds. */
function rounds(): Table {
  return {
    kernelRounds: walk(() => ({
      options: {
        trials: 2,
        n: 3,
        rounds: 2,
        penalties: [1],
        workers: 0,
        onProgress: () => {},
      },
    })),
  };
}

/** 05-self-distillation. */
function selfDistillation(): Table {
  const round = (r: number) => ({ round: r, slope: 0.5 });
  const setting = (l2: number) => ({ l2, round: 1, error: 2.5, trials: f64(2, 3) });
  const settings = () => [setting(0.5), setting(2)];
  const digits = () => ({ pixels: new Uint8Array(784), labels: Uint8Array.of(7) });
  return {
    logisticRoundsFigure: walk(() => ({ free: [round(1)], penalised: [round(1)] })),
    kernelShrinkageFigure: walk(() => ({ l2: 0.5, rounds: 3, largerL2: 2 })),
    kernelRoundsFigure: walk(() => ({ settings: settings(), l2: 2 })),
    kernelPenaltiesFigure: walk(() => ({ settings: settings() }), { says: ["x"] }),
    digitsFigure: walk(() => ({ digits: digits(), images: [0] })),
    darkKnowledgeFigure: walk(() => ({
      digits: digits(),
      mistakes: [{ image: 0, label: 7, guess: 1, distribution: new Float64Array(10).fill(0.1) }],
    })),
    armLabel: walk(() => ({ arm: "onLabels" }), { harmless: true }),
    digitFigure: walk(() => ({ result: result(), measure: "logLoss" })),
  };
}
