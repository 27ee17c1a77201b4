import { type Library, type Table, walk } from "../../support/boundary/table.js";
import { gainingFigure } from "../../support/figures.js";

/** A valid call of each export of the chapter. */
export function calls(lib: Library): Table {
  return { ...data(), ...small(), ...demo(), ...demoTrials(lib), ...linearDemo() };
}

const f64 = (...values: number[]) => Float64Array.of(...values);
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
function data(): Table {
  return {
    CONVERGED_REFERENCE: "constant",
    SCIKIT_LEARN_REFERENCE: "constant",
  };
}

/** Functions of numbers and lists. */
function small(): Table {
  return {
    attainableLosses: walk(() => ({ options: { scale: 2 } })),
  };
}

function demo(): Table {
  return {
    distillationGain: walk(() => ({ result: gainingFigure(), split: "test" })),
  };
}

/** The post's experiment. */
function demoTrials(lib: Library): Table {
  const data = () => lib.postData(lib.seededStream("bad input"), 12);
  const curve = () => ({ train: [0.3, 0.3, 0.3], test: [0.6, 0.6, 0.6] });
  const reference = () => ({ student: curve(), teacher: curve(), distilled: curve() });
  return {
    runPostTrial: walk(() => ({
      data: data(),
      options: { trainingExamples: 8, splitSeed: 42, degree: 2, clip: 1e-15 },
    })),
    publishedFigure: walk(() => ({
      options: { seed: 1234, splitSeed: 42, trials: 1, trainingExamples: [20], clip: 1e-15 },
    })),
    referenceDifference: walk(() => ({ result: gainingFigure(), reference: reference() })),
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
    attainableLossFigure: walk(() => ({
      result: result(),
      floor: { constant: 0.69, cubic: 0.68, sine: 0.51, bayes: 0.5 },
    })),
  };
}
