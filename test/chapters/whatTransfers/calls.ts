import { type Library, type Table, type Walk, walk } from "../../support/boundary/table.js";
import type { Arguments } from "../../support/boundary/variants.js";

/** A valid call of each export of the chapter. */
export function calls(lib: Library): Table {
  return {
    ...data(lib),

    ...transfer(lib),
    ...transferTables(),
    ...transferFigures(lib),
  };
}

const f64 = (...values: number[]) => Float64Array.of(...values);
function data(lib: Library): Table {
  const rng = () => lib.seededStream("bad input");
  const design = () => ({ ...lib.NARROW_DESIGN });
  return {
    drawDesign: walk(() => ({ design: design(), rng: rng(), n: 6, smallest: 5 })),
    NARROW_DESIGN: "constant",
    POST_DESIGN: "constant",
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
    softeningStudy: {
      ...studied(() => ({ sizes: [6, 8], epsilon: 0.9 })),
      says: ["n", "smallest", "softTargets"],
    },
    alphaStudy: studied(() => ({ n: 8, alphas: [0, 1] })),
    temperatureStudy: studied(() => ({ n: 8, temperatures: [1, 2] })),
    teacherStudy: studied(() => ({ n: 8 })),
    limitStudy: { ...studied(() => ({ sizes: [6, 8] })), says: ["n", "smallest"] },
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
  const rows = (args: () => Arguments) => walk(args, { says: ["name", "values", "b"] });
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
    value: mean,
    standardError: 0.01,
    count: 3,
    wins: 2,
  });
  return {
    softeningRows: rows(() => ({ result: softening(), parameters: { sizes: [8] } })),
    alphaRows: rows(() => ({ result: at(1, "soft", "shuffled"), parameters: { alphas: [1] } })),
    temperatureRows: rows(() => ({
      result: { hack: losses(), ...at(2, "soft", "gap") },
      parameters: { temperatures: [2] },
    })),
    teacherRows: rows(() => ({ result: teachers(), parameters: { n: 8 } })),
    limitRows: rows(() => ({
      result: at(8, "student", "hack", "soft", "bayes"),
      parameters: { sizes: [8] },
      constants: { student: limit(), hack: limit(), soft: limit(), bayes: limit() },
    })),
    whatHelps: rows(() => ({
      studies: {
        softening: softening(),
        teachers: { "sine.loss": losses(), "bayes.loss": losses(0.8) },
        unlabelled: { ...at(0, "soft"), ...at(20, "soft") },
      },
      n: 8,
      extra: 20,
    })),
    whatHelpsRows: rows(() => ({ post: [gain(), gain()], narrow: [gain(0.2), gain(-0.3)] })),
  };
}

/** 04-what-transfers. */
function transferFigures(lib: Library): Table {
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
