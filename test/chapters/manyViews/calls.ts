import { type Library, type Table, walk } from "../../support/boundary/table.js";

/** A valid call of each export of the chapter. */
export function calls(lib: Library): Table {
  return { ...numeric(lib), ...figures(lib), ...studies(lib), ...tables() };
}

/** A study's result with these columns. */
const result = (...names: string[]) =>
  Object.fromEntries(names.map((name, k) => [name, Float64Array.of(0.5 + k / 100, 0.6)]));
const both = (...names: string[]) =>
  names.flatMap((name) => [`${name}, single`, `${name}, several`]);
const problem = () => ({ classes: 3, views: 1 });

function numeric(lib: Library): Table {
  const rng = () => lib.seededStream("bad input");
  const data = () => lib.drawViews(4, { ...problem(), single: 0.5, noise: 0.1 }, rng());
  const training = () => ({ units: 1, steps: 2, batchSize: 2, learningRate: 0.1 });
  const targets = () => lib.labelTargets(data());
  const network = () => lib.learnViews(data(), targets(), training(), rng());
  return {
    DIGIT_SETTINGS: "constant",
    drawViews: walk(() => ({ n: 4, problem: { ...problem(), noise: 0.1 }, stream: rng() })),
    learnViews: walk(() => ({
      data: data(),
      softTargets: targets(),
      training: training(),
      stream: rng(),
    })),
    labelTargets: walk(() => ({ data: data() })),
    patchTargets: walk(() => ({ network: network(), data: data(), options: { temperature: 2 } })),
    scoreViews: walk(() => ({ networks: [network()], data: data() })),
    knownViews: walk(() => ({ network: network(), views: 1, share: 0.5 })),
    softLabelRows: walk(() => ({ network: network(), data: data(), options: { temperature: 2 } })),
  };
}

function figures(lib: Library): Table {
  const data = () => lib.drawViews(2, problem(), lib.seededStream("bad input"));
  return {
    viewsFigure: walk(() => ({ data: data(), examples: [0, 1] })),
    knowledgeFigure: walk(() => ({
      rows: [{ label: "a", role: "student", known: Uint8Array.of(1, 0) }],
      views: 1,
    })),
  };
}

function studies(lib: Library): Table {
  const built = { use: ({ trials }: { trials: number }) => trials };
  return {
    controlsStudy: walk(() => ({ trials: 2 }), built),
    codistillationStudy: walk(() => ({ trials: 2 }), built),
    digitViewsStudy: walk(() => ({ trials: 2 }), built),
    conditionStudy: walk(
      () => ({
        settings: [
          { problem: { classes: 3, views: 1 }, training: { units: 1, steps: 2 }, temperature: 2 },
        ],
        trials: 1,
      }),
      { use: (study: Parameters<Library["runStudy"]>[0]) => lib.runStudy(study, { workers: 0 }) },
    ),
  };
}

function tables(): Table {
  const settled = ["plain", "wider", "longer", "more data", "labels at temperature", "shuffled"];
  const arms = [...settled, "self", "distilled ensemble", "ensemble"];
  const chosen = ["smoothing", "ridge"].flatMap((name) => {
    const amounts = name === "ridge" ? [0.001, 0.003, 0.01] : [0.03, 0.1, 0.3];
    return amounts.flatMap((amount) =>
      [...both(name), `${name}, validation`].map((column) => `${column}@${amount}`),
    );
  });
  const controls = () => ({ result: result(...both(...arms), ...chosen) });
  const handedOn = ["missed", "self", "shuffled", "labels at temperature", "distilled ensemble"];
  const rounds = ["teacher", "round 1", "round 2", "round 3", "round 4"];
  const pairs = ["apart", "together"].flatMap((name) => [name, `${name}, as an ensemble`]);
  const condition = () => ({
    result: result("plain@0", "self@0", "labels@0", "known@0"),
    names: ["usual"],
  });
  const digits = ["plain", "smoothing", "labels at temperature", "self", "distilled ensemble"];
  const says = ["a", "b", "values", "name"];
  return {
    controlsRows: walk(controls, { says }),
    controlsDifferences: walk(controls, { says }),
    handedOnRows: walk(
      () => ({
        result: result(
          ...handedOn.flatMap((name) => [`${name}, new and taught`, `${name}, new and untaught`]),
        ),
      }),
      { says },
    ),
    roundsRows: walk(
      () => ({ result: result(...both(...rounds), ...rounds.map((name) => `${name}, known`)) }),
      { says },
    ),
    conditionRows: walk(condition, { says }),
    conditionDifferences: walk(condition, { says }),
    codistillationRows: walk(() => ({ result: result(...both(...pairs, "one on all")) }), { says }),
    digitViewsRows: walk(
      () => ({
        result: result(...digits.flatMap((name) => [`${name}, half@0`, `${name}, whole@0`])),
        setting: 0,
      }),
      { says },
    ),
  };
}
