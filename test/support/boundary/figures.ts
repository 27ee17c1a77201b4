import { gainingFigure } from "../figures.js";
import { type Library, type Table, walk } from "./table.js";

const f64 = (...values: number[]) => Float64Array.of(...values);

/** The figures; their arguments hold what they read of the experiments' results and no more. */
export function figures(lib: Library): Table {
  return {
    CLASSES: "constant",
    PALETTE: "constant",
    ...frames(),
    ...setup(),
    ...dpi(),
    ...variance(),
    ...linearDemo(),
    ...transfer(lib),
    ...selfDistillation(),
  };
}

/** What the others are drawn with. */
function frames(): Table {
  const difference = () => ({ mean: -1.25, standardError: 0.25 });
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
    varianceBarsFigure: walk(() => ({
      bars: [
        { label: "a", betweenInputs: 0.1, labelNoise: 0.2, biasSquared: 0.1, standardError: 0.01 },
      ],
      options: { xLabel: "variance (nats²)", digits: 2 },
    })),
    paletteFigure: walk(() => ({})),
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

/** 01-dpi. */
function dpi(): Table {
  const row = (alpha: number) => ({ alpha, information: 2, rounded: 1 });
  const bits = (teacher: number) => ({ labelEntropy: 4, teacher, hard: 2, distilled: 1 });
  const losses = () => ({ hard: 2, distilled: 1, hardLoss: 0.7, distilledLoss: 0.6 });
  const round = (r: number) => ({ round: r, information: 2, testLoss: 0.7 });
  return {
    markovChainFigure: walk(() => ({ options: { shortcut: true } })),
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

/** 03-linear-demo. */
function linearDemo(): Table {
  const result = (gap?: readonly [number, number]) => oneSize(gainingFigure(gap));
  const data = () => ({ x: f64(-12, 0, 3), y: Uint8Array.of(0, 1, 1) });
  const polynomial = () => ({ weights: f64(0.1, 0.2), intercept: 0.5 });
  return {
    dataFigure: walk(() => ({ data: data() })),
    fittedModelsFigure: walk(() => ({
      data: data(),
      models: { student: polynomial(), teacher: polynomial(), distilled: polynomial() },
    })),
    lossCurvesFigure: walk(() => ({ result: result(), split: "test" })),
    gainFigure: walk(() => ({ few: result(), many: result([3, 4]) })),
    clipFigure: walk(() => ({ clipped: result(), unclipped: result([3, 4]) })),
    floorFigure: walk(() => ({
      result: result(),
      floor: { constant: 0.69, cubic: 0.68, sine: 0.51, bayes: 0.5 },
    })),
  };
}

/** The first training size alone: as much to spoil, and less to draw. */
function oneSize({ trainingExamples, curves, redrawn }: ReturnType<typeof gainingFigure>) {
  type Losses = (typeof curves)["student"]["test"];
  const first = ({ mean, trials }: Losses) => ({ mean: mean.slice(0, 1), trials: [trials[0]] });
  const both = ({ train, test }: (typeof curves)["student"]) => ({
    train: first(train),
    test: first(test),
  });
  const [student, teacher, distilled] = [curves.student, curves.teacher, curves.distilled].map(
    both,
  );
  return {
    trainingExamples: trainingExamples.slice(0, 1),
    curves: { student, teacher, distilled },
    redrawn,
  };
}

/** 04-what-transfers. */
function transfer(lib: Library): Table {
  const design = () => ({ ...lib.NARROW_DESIGN });
  const columns = (...keys: string[]) =>
    Object.fromEntries(keys.map((key) => [key, f64(0.6, 0.7)]));
  const at = (names: string[], settings: number[]) =>
    columns(...names.flatMap((name) => settings.map((setting) => `${name}@${setting}`)));
  const students = ["student", "hack", "soft", "bayes"];
  const limit = () => ({
    result: at(students, [50, 500]),
    parameters: { design: design(), sizes: [50, 500] },
    constants: Object.fromEntries(students.map((name) => [name, { bias: 0.01, constant: 2 }])),
  });
  const model = () => ({ weights: f64(0.1, 0.2, 0.3), intercept: 0.5 });
  const targets = ["hard", "smoother", "harmonics", "sine", "bayes"];
  return {
    transferFitsFigure: walk(() => ({
      design: design(),
      data: { x: f64(-2, 1.5), y: Uint8Array.of(0, 1) },
      students: { student: model() },
    })),
    softeningFigure: walk(() => ({
      result: at(["student", "hack", "soft", "shuffled", "smoothed"], [10]),
      parameters: { design: design(), sizes: [10] },
    })),
    alphaFigure: walk(() => ({
      result: at(["soft", "shuffled"], [1, Infinity]),
      parameters: { design: design(), n: 20, alphas: [1, Infinity] },
    })),
    temperatureFigure: walk(() => ({
      result: at(["gap"], [1, 10]),
      parameters: { design: design(), n: 20, temperatures: [1, 10] },
    })),
    teacherFigure: walk(() => ({
      result: columns(...targets.flatMap((name) => [`${name}.loss`, `${name}.error`])),
      parameters: { design: design(), n: 20 },
    })),
    limitFigure: walk(limit),
    plateauFigure: walk(limit),
    unlabelledFigure: walk(() => ({
      result: at(["soft"], [0, 100]),
      parameters: { design: design(), n: 20, extra: [0, 100] },
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
    armLabel: walk(() => ({ arm: "plain" })),
    studyFigure: walk(() => ({ result: [trial(), trial()], measure: "logLoss" })),
  };
}
