import { type Library, type Table, type Walk, walk } from "../../support/boundary/table.js";

const f64 = (...values: number[]) => Float64Array.of(...values);

/** Columns of a study with two trials, all alike but for the names: later ones lose more. */
const columns = (names: string[], settings?: number[]) =>
  Object.fromEntries(
    names.flatMap((name, k) =>
      (settings?.map((setting) => `${name}@${setting}`) ?? [name]).map((key) => [
        key,
        f64(0.6 + k / 10, 0.7 + k / 10),
      ]),
    ),
  );
const softening = () =>
  columns(["onLabels", "logitMatching", "distilled", "shuffled", "smoothed"], [8]);
const TARGETS = ["onLabels", "smoother", "harmonics", "sine", "bayes"];
const teachers = (...measures: string[]) =>
  columns(TARGETS.flatMap((name) => measures.map((measure) => `${name}.${measure}`)));
const gain = (value = 0.1) => ({ change: "a", value, standardError: 0.01, count: 3, wins: 2 });

/** A valid call of each export of the chapter. */
export function calls(lib: Library): Table {
  const design = () => ({ ...lib.NARROW_DESIGN });
  const rng = () => lib.seededStream("bad input");
  const studied = (options: () => Record<string, unknown>): Walk =>
    walk(() => ({ design: design(), trials: 1, options: options() }), {
      use: (study: Parameters<Library["runStudy"]>[0]) => lib.runStudy(study, { workers: 0 }),
    });
  const limit = () => ({
    result: columns(["onLabels", "logitMatching", "distilled", "onTrueEta"], [50, 500]),
    parameters: { design: design(), sizes: [50, 500] },
    constants: Object.fromEntries(
      ["onLabels", "logitMatching", "distilled", "onTrueEta"].map((name) => [
        name,
        { bias: 0.01, constant: 2 },
      ]),
    ),
  });
  return {
    NARROW_DESIGN: "constant",
    POST_DESIGN: "constant",
    drawDesign: walk(() => ({ design: design(), rng: rng(), n: 6, smallest: 5 })),
    softeningTrial: walk(() => ({
      parameters: { design: design(), sizes: [6, 8], epsilon: 0.9 },
      rng: rng(),
    })),
    softeningStudy: studied(() => ({ sizes: [6, 8], epsilon: 0.9 })),
    alphaStudy: studied(() => ({ n: 8, alphas: [0, 1] })),
    temperatureStudy: studied(() => ({ n: 8, temperatures: [1, 2] })),
    teacherStudy: studied(() => ({ n: 8 })),
    limitStudy: studied(() => ({ sizes: [6, 8] })),
    unlabelledStudy: studied(() => ({ n: 8, extra: [0, 3] })),
    studentFeatures: walk(() => ({ design: design(), x: [1, 2] })),
    studentRisk: walk(() => ({ design: design() }), {
      use: ({ lossOf, best, bayes }: ReturnType<Library["studentRisk"]>) => [
        lossOf({ weights: f64(1, 0, 0), intercept: 0 }),
        best,
        bayes,
      ],
    }),
    limitConstants: walk(() => ({ design: design() })),
    softeningRows: walk(() => ({ result: softening(), parameters: { sizes: [8] } }), {
      says: ["name", "line"],
    }),
    alphaRows: walk(
      () => ({
        result: columns(["distilled", "shuffled"], [1]),
        parameters: { alphas: [1] },
      }),
      { says: ["name", "line"] },
    ),
    temperatureRows: walk(
      () => ({
        result: { ...columns(["logitMatching"]), ...columns(["distilled", "gap"], [2]) },
        parameters: { temperatures: [2] },
      }),
      { says: ["name", "line"] },
    ),
    teacherRows: walk(() => ({
      result: teachers("loss", "error", "objective"),
      parameters: { n: 8 },
    })),
    limitRows: walk(
      () => {
        const { result, constants } = limit();
        return { result, parameters: { sizes: [50, 500] }, constants };
      },
      { says: ["name", "line"] },
    ),
    whatHelps: walk(
      () => ({
        studies: {
          softening: softening(),
          teachers: teachers("loss"),
          unlabelled: columns(["distilled"], [0, 20]),
        },
        n: 8,
        extra: 20,
      }),
      { says: ["name", "result"] },
    ),
    whatHelpsRows: walk(() => ({ post: [gain(), gain()], narrow: [gain(0.2), gain(-0.3)] })),
    transferFitsFigure: walk(() => ({
      design: design(),
      data: { x: f64(-2, 1.5), y: Uint8Array.of(0, 1) },
      students: { onLabels: { weights: f64(0.1, 0.2, 0.3), intercept: 0.5 } },
    })),
    softeningFigure: walk(
      () => ({ result: softening(), parameters: { design: design(), sizes: [8] } }),
      { says: ["name", "line"] },
    ),
    alphaFigure: walk(
      () => ({
        result: columns(["distilled", "shuffled"], [1, Infinity]),
        parameters: { design: design(), n: 20, alphas: [1, Infinity] },
      }),
      { says: ["name", "line"] },
    ),
    temperatureFigure: walk(
      () => ({
        result: columns(["gap"], [1, 10]),
        parameters: { design: design(), n: 20, temperatures: [1, 10] },
      }),
      { says: ["name", "line"] },
    ),
    teacherFigure: walk(() => ({
      result: teachers("loss", "error"),
      parameters: { design: design(), n: 20 },
    })),
    limitFigure: walk(limit, { says: ["name", "line"] }),
    plateauFigure: walk(limit, { says: ["name", "line"] }),
    unlabelledFigure: walk(
      () => ({
        result: columns(["distilled"], [0, 100]),
        parameters: { design: design(), n: 20, extra: [0, 100] },
      }),
      { says: ["name", "line"] },
    ),
  };
}
