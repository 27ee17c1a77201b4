import { gainingFigure } from "../figures.js";
import { type Library, type Table, type Walk, walk } from "./table.js";

/** A structure whose fields are left alone, because another walk tries them at less cost. */
const opaque = <T extends object>(fields: T): T => Object.assign(Object.create({}), fields);
const f64 = (...values: number[]) => Float64Array.of(...values);

/** Experiments that draw, fit or train: each with the smallest arguments that it takes. */
export function simulations(lib: Library): Table {
  return {
    ...variances(lib),
    ...labellers(),
    ...demoTrials(lib),
    ...plane(lib),
    ...designs(lib),
    ...transfer(lib),
    ...transferTables(),
    ...networks(),
    ...rounds(lib),
  };
}

/** Simulations of the variances of 02-variance-reduction. */
function variances(lib: Library): Table {
  const rng = () => lib.seededStream("bad input");
  const population = () => lib.finitePopulation([0.5, 0.5], [0.9, 0.4]);
  const f = (x: number) => x + 1;
  const onTrial = () => {};
  const sample = () => ({ x: f64(-12, 0, 3), y: Uint8Array.of(0, 1, 1), eta: f64(0.5, 0.4, 0.9) });
  const fit: Walk["use"] = (fitTo: (given: ReturnType<typeof sample>) => (x: number) => number) =>
    fitTo(sample())(1);
  const estimate = () => ({ value: 1, standardError: 0.1 });
  return {
    fixed: walk(() => ({ f })),
    fittedCubic: walk(() => ({ l2: 0.1 }), { use: fit }),
    randomNetwork: walk(() => ({ rng: rng(), units: 2 }), { use: (g: typeof f) => g(1) }),
    fittedNetwork: walk(() => ({ rng: rng(), options: { units: 2, l2: 0.1 } }), { use: fit }),
    fittedIdentity: walk(() => ({
      population: population(),
      fit: () => f,
      options: { n: 2, trials: 3, rng: rng(), onTrial },
    })),
    fittedIdentities: walk(() => ({
      population: population(),
      fits: { fixed: () => f },
      options: { n: 2, trials: 3, name: "bad input", onTrial },
    })),
    sampledVariances: walk(() => ({
      population: population(),
      f,
      options: { n: 2, trials: 3, rng: rng() },
    })),
    compareWithExact: walk(() => ({
      exact: lib.lossVariances(lib.sureAndCoin, f),
      sampled: {
        hard: estimate(),
        postFormula: estimate(),
        soft: estimate(),
        labelNoise: estimate(),
      },
    })),
    objectiveErrors: walk(
      () => ({
        population: population(),
        predictors: [f],
        labellers: { "hard labels": lib.hardLabels, "Bayes labels": lib.bayesLabels },
        options: { n: 2, designs: 3, rng: rng(), onDesign: onTrial },
      }),
      { says: ["f", "x"] },
    ),
    objectiveSweep: walk(
      () => ({
        population: population(),
        predictors: [f],
        labellers: { "hard labels": lib.hardLabels },
        options: { trainingExamples: [2, 3], designs: 3, name: "bad input", onDesign: onTrial },
      }),
      { says: ["f", "x"] },
    ),
  };
}

/** Teachers of 02-variance-reduction and 04-what-transfers. */
function labellers(): Table {
  const sample = () => ({ x: f64(-12, 0, 3), y: Uint8Array.of(0, 1, 1), eta: f64(0.5, 0.4, 0.9) });
  const use: Walk["use"] = (label: (given: ReturnType<typeof sample>) => unknown) =>
    label(sample());
  return {
    hardLabels: walk(() => ({ sample: sample() })),
    bayesLabels: walk(() => ({ sample: sample() })),
    sineTeacher: walk(() => ({ l2: 1 }), { use }),
    harmonicsTeacher: walk(() => ({ harmonics: 2, l2: 0.1 }), { use }),
    kernelTeacher: walk(() => ({ bandwidth: 0.5 }), { use }),
    fitTeacher: walk(
      () => ({ name: "smoother", data: { x: f64(-1, 2), y: Uint8Array.of(0, 1) } }),
      {
        use: (teacher: (x: number[]) => Float64Array) => teacher([1]),
      },
    ),
  };
}

/** The post's experiment. */
function demoTrials(lib: Library): Table {
  const data = () => lib.postData(lib.seededStream("bad input"), 12);
  const curve = () => ({ train: [0.3, 0.3, 0.3], test: [0.6, 0.6, 0.6] });
  const reference = () => ({ student: curve(), teacher: curve(), distilled: curve() });
  return {
    fitPostModels: walk(() => ({ data: data(), options: { degree: 2 } })),
    runTrial: walk(() => ({
      data: data(),
      options: { trainingExamples: 8, splitSeed: 42, degree: 2, clip: 1e-15 },
    })),
    publishedFigure: walk(() => ({
      options: { seed: 1234, splitSeed: 42, trials: 1, trainingExamples: [20], clip: 1e-15 },
    })),
    referenceDifference: walk(() => ({ result: gainingFigure(), reference: reference() })),
    referenceRows: walk(() => ({ result: gainingFigure(), reference: reference() })),
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
          onTrial: async () => {},
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
    }),
    studentLearner: walk(() => ({ problem: problem(), alpha: 1 }), {
      use,
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
      options: { trials: 2, watcher: { update() {} } },
    })),
    randomDesignProblem: walk(() => ({ stream: rng() }), {
      use: ({ eta }: ReturnType<typeof problem>) => eta,
    }),
    randomDesigns: walk(() => ({ count: 1, watcher: { update() {} } })),
    countQuadrants: walk(() => ({ results: [result(), result()] })),
  };
}

/** The studies of 04-what-transfers. */
function transfer(lib: Library): Table {
  const design = () => ({ ...lib.NARROW_DESIGN });
  const use: Walk["use"] = (study: Parameters<Library["runStudy"]>[0]) =>
    lib.runStudy(study, { workers: 0 });
  const studied = (options: () => Record<string, unknown>): Walk =>
    walk(() => ({ design: design(), trials: 1, options: options() }), {
      use,
    });
  return {
    softeningStudy: studied(() => ({ sizes: [6, 8], epsilon: 0.9 })),
    alphaStudy: studied(() => ({ n: 8, alphas: [0, 1] })),
    temperatureStudy: studied(() => ({ n: 8, temperatures: [1, 2] })),
    teacherStudy: studied(() => ({ n: 8 })),
    limitStudy: studied(() => ({ sizes: [6, 8] })),
    unlabelledStudy: studied(() => ({ n: 8, extra: [0, 3] })),
    studentFeatures: walk(() => ({ design: design(), x: [1, 2] })),
    studentRisk: walk(() => ({ design: design() }), {
      use: ({ of, best, bayes }: ReturnType<Library["studentRisk"]>) => [
        of({ weights: f64(1, 0, 0), intercept: 0 }),
        best,
        bayes,
      ],
    }),
    limitConstants: walk(() => ({ design: design() })),
  };
}

/** The tables of 04-what-transfers. */
function transferTables(): Table {
  const losses = (first = 0.7) => f64(first, 0.8, 0.75);
  const at = (setting: number, ...names: string[]) =>
    Object.fromEntries(names.map((name, k) => [`${name}@${setting}`, losses(0.7 + k / 10)]));
  const softening = () => at(8, "student", "hack", "soft", "shuffled", "smoothed");
  const teachers = () =>
    Object.fromEntries(
      ["hard", "smoother", "harmonics", "sine", "bayes"].flatMap((name, k) =>
        ["loss", "error", "objective"].map((what) => [`${name}.${what}`, losses(0.7 + k / 10)]),
      ),
    );
  const limit = () => ({ bias: 0.01, constant: 2 });
  const gain = (mean = 0.1) => ({
    change: "a",
    mean,
    standardError: 0.01,
    count: 3,
    firstLarger: 2,
  });
  return {
    softeningRows: walk(() => ({ result: softening(), parameters: { sizes: [8] } })),
    alphaRows: walk(() => ({ result: at(1, "soft", "shuffled"), parameters: { alphas: [1] } })),
    temperatureRows: walk(() => ({
      result: { hack: losses(), ...at(2, "soft", "gap") },
      parameters: { temperatures: [2] },
    })),
    teacherRows: walk(() => ({ result: teachers(), parameters: { n: 8 } })),
    limitRows: walk(() => ({
      result: at(8, "student", "hack", "soft", "bayes"),
      parameters: { sizes: [8] },
      constants: { student: limit(), hack: limit(), soft: limit(), bayes: limit() },
    })),
    whatHelps: walk(() => ({
      studies: {
        softening: softening(),
        teachers: { "sine.loss": losses(), "bayes.loss": losses(0.8) },
        unlabelled: { ...at(0, "soft"), ...at(20, "soft") },
      },
      n: 8,
      extra: 20,
    })),
    whatHelpsRows: walk(() => ({ post: [gain(), gain()], narrow: [gain(0.2), gain(-0.3)] })),
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
      options: { seeds: 1, exam: "test", effort: 1, onNetwork: () => {} },
    })),
    scanSettings: walk(() => ({
      // trainNetwork, which looks at them, is walked with them.
      settings: [opaque({ ...brief(), l2: 0.1 })],
      options: { examples: 2, noise: 0.5, seeds: 1, effort: 1, onNetwork: () => {} },
    })),
  };
}

/** Self-distillation in rounds. */
function rounds(lib: Library): Table {
  const errors = () => [
    [f64(0.4, 0.5), f64(0.3, 0.2)],
    [f64(0.5, 0.5), f64(0.2, 0.2)],
  ];
  return {
    selfDistillationRounds: walk(() => ({
      model: lib.slopeClass(1),
      labels: [...lib.SLOPE_LABELS],
      rounds: 2,
      options: { alpha: 1 },
    })),
    informationOverRounds: walk(() => ({ rounds: 1, options: { l2: 0.3 } })),
    singleFits: walk(() => ({ penalties: [7] })),
    kernelRounds: walk(() => ({
      options: { trials: 2, n: 3, rounds: 2, penalties: [1], onTrial: () => {} },
    })),
    bestSetting: walk(() => ({
      result: { penalties: [1, 2], rounds: 2, errors: errors() },
      among: () => true,
    })),
  };
}
