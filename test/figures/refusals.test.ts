import { describe, expect, it, vi } from "vitest";
import { figures } from "../support/badInput/figures.js";
import { freshLibrary } from "../support/badInput/library.js";
import { leaveOut, type Place, placesOf, saidOf, valueAt } from "../support/badInput/places.js";
import { type Path, pathName } from "../support/badInput/variants.js";

vi.mock("tslab", () => ({ display: {} }));

const lib = await freshLibrary();
const table = figures(lib);
const all = placesOf(
  lib,
  table,
  Object.keys(table).filter((name) => name.endsWith("Figure")),
);

/** The frame speaks of its lines by their labels, and some options are arguments of their own to the reader. */
const OWN_WORDS: Record<string, string> = {
  "lineFigure, lines[0].x": "x of the line student",
  "lineFigure, lines[0].x[0]": "x of the line student[0]",
  "lineFigure, lines[0].y": "y of the line student",
  "lineFigure, lines[0].y[0]": "y of the line student[0]",
  "lineFigure, lines[0].halfWidth": "halfWidth of the line student",
  "lineFigure, lines[0].halfWidth[0]": "halfWidth of the line student[0]",
  "lineFigure, options.alt": "alt",
  "lineFigure, options.yDomain": "yDomain",
  "lineFigure, options.yDomain[0]": "yDomain[0]",
  "circleFigure, options.radius": "radius",
  "circleFigure, options.classIndex": "classIndex",
};
const placeOf = ({ title, path }: Place) => OWN_WORDS[title] ?? pathName(path);

/** What is missing here counts as no, and any byte is a grey. */
const TAKEN = [
  "lineFigure, lines[0].halfWidth",
  "lineFigure, lines[0].dots",
  "lineFigure, options.xLog",
  "lineFigure, options.yLog",
  "markovChainFigure, options.shortcut",
  "digitsFigure, digits.pixels[0]",
  "darkKnowledgeFigure, digits.pixels[0]",
];

describe("a figure refuses what is missing, and says where:", () => {
  const places = all.filter(({ title }) => !TAKEN.includes(title));
  it.each(places.map((place) => [place.title, place] as const))("%s", async (_, place) => {
    const said = await saidOf(place, leaveOut);
    const start = `${placeOf(place)} must `;
    expect(said.slice(0, start.length)).toBe(start);
  });
});

type List = unknown[] | Float64Array;
const isList = (value: unknown): value is List => Array.isArray(value) || ArrayBuffer.isView(value);
const lists = all.filter((place) => isList(valueAt(place)));

/** Ticks, trials, marks and named examples may be none. */
const MAY_BE_EMPTY = [
  "renderFigure, options.marks",
  "lineFigure, options.under",
  "lineFigure, options.yTicks",
  "pairedFigure, rows[0].trials",
  "quadrantsFigure, named",
];

describe("a figure refuses an empty list:", () => {
  const places = lists.filter(({ title }) => !MAY_BE_EMPTY.includes(title));
  it.each(places.map((place) => [place.title, place] as const))("%s", async (_, place) => {
    const said = await saidOf(place, (parent, key) => {
      parent[key] = (parent[key] as List).slice(0, 0);
    });
    expect(said).toMatch(/ must (not be empty|have).* got \d+/);
  });
});

/** Lists that go with nothing else, such as the trials of a study: one more element is one more to draw. */
const ANY_LENGTH =
  /^\w+, (\w+|result\["[^[]*|parameters\.\w+|options\.(?!yDomain)\w+|rows\[0\]\.trials|result\.(rows|rounds)|curves\[0\]\.points|sweep\.errors\[0\]|models\.\w+\.weights|result\.errors\[0\]\[0\])$/;

describe("a figure refuses a list longer than what it goes with:", () => {
  const places = lists.filter(({ title }) => !ANY_LENGTH.test(title));
  it.each(places.map((place) => [place.title, place] as const))("%s", async (_, place) => {
    const said = await saidOf(place, (parent, key) => {
      const list = parent[key] as List;
      const type = list.constructor as typeof Array;
      parent[key] = type.from({ length: list.length + 1 }, (_, i) => list[i % list.length]);
    });
    expect(said).toMatch(/ must have as many elements as /);
  });
});

/** A figure, a place, what is put there and what is said of it. */
const beyond: [string, Path, unknown, RegExp][] = [
  [
    "clipFigure",
    ["clipped", "curves", "student", "test", "mean", 0],
    0,
    /^clipped.*mean\[0\] .* 0$/,
  ],
  ["clipFigure", ["unclipped", "trainingExamples"], [10, 20], /^unclipped\.curves.* \(2\), got 1$/],
  [
    "floorFigure",
    ["result", "curves", "teacher", "test", "mean", 0],
    0,
    /^result.*mean\[0\] .* 0$/,
  ],
  [
    "gainFigure",
    ["many", "curves", "distilled", "test", "trials", 0, 0],
    99,
    /^mean gain of many\[0\]/,
  ],
  ["plateauFigure", ["constants", "hack", "bias"], 0, /^constants\.hack\.bias .* got 0$/],
  [
    "plateauFigure",
    ["result", "soft@50", 0],
    -1,
    /^mean of result\["soft@50"\] must be in \[1e-12/,
  ],
  ["temperatureFigure", ["result", "gap@1", 0], -1, /^mean of result\["gap@1"\] must be in/],
  ["teacherFigure", ["result", "sine.loss", 0], 9, /^low end of the bar of result\["sine\.loss"\]/],
  [
    "teacherFigure",
    ["result", "sine.loss"],
    undefined,
    /^result must have a column sine\.loss, got/,
  ],
  ["limitFigure", ["parameters", "sizes"], [50], /^parameters\.sizes must have at least 2/],
  ["circleFigure", ["models", "me"], {}, /^models must be one of teacher, .* got "me"$/],
  ["circleFigure", ["models", "teacher"], {}, /^models\.teacher\.probabilities must be a function/],
  [
    "regionsFigure",
    ["panels"],
    { a: 1, b: 1, c: 1, d: 1 },
    /^the number of panels .* 1 to 3, got 4$/,
  ],
  ["regionsFigure", ["panels", "even"], {}, /^panels\.even\.probabilities must be a function/],
  ["temperatureBarsFigure", ["model"], {}, /^model\.logits must be a function/],
  [
    "temperatureBarsFigure",
    ["model", "logits"],
    () => [],
    /^model\.logits must have .* pairs \(1\)/,
  ],
  [
    "quadrantsFigure",
    ["named"],
    Array(27).fill({}),
    /^named must have at most 26 elements, got 27$/,
  ],
  [
    "fittedModelsFigure",
    ["models", "student", "weights"],
    Array(11).fill(0),
    /at most 10 .*got 11$/,
  ],
  ["lossCurvesFigure", ["split"], "all", /^split must be one of train, test, got "all"$/],
  ["dpiFigure", ["student"], "hard", /^student must be one of distilled, mixed, got "hard"$/],
  ["roundsFigure", ["quantity"], "loss", /^quantity must be one of information, testLoss, got/],
  [
    "studyFigure",
    ["measure"],
    "loss",
    /^measure must be one of errorRate, logLoss, cali.* "loss"$/,
  ],
  ["studyFigure", ["result", 0, "self"], undefined, /^arms of result .* must not be empty/],
  ["studyFigure", ["result", 1, "self"], undefined, /^result\[1\]\.self must be an object/],
  [
    "objectiveErrorsFigure",
    ["labels", 0],
    "x",
    /^labels\[0\] must be one of sine teacher, got "x"$/,
  ],
  [
    "objectiveSweepFigure",
    ["predictor"],
    1,
    /^predictor must be a whole number from 0 to 0, got 1$/,
  ],
  [
    "varianceBarsFigure",
    ["bars", 0],
    { label: "a", betweenInputs: 0, labelNoise: 0 },
    /^the longest/,
  ],
  ["renderFigure", ["options", "width"], 0, /^options\.width must be in \[1, 10000\], got 0$/],
  ["renderFigure", ["options", "height"], 1e5, /^options\.height must be in .* got 100000$/],
  ["lineFigure", ["options", "height"], 76, /^options\.height must be in \[77, 4000\], got 76$/],
  ["lineFigure", ["options", "marginRight"], 321, /^options\.marginRight must be in \[0, 320\]/],
];

describe("a figure refuses what it cannot show truly:", () => {
  it.each(beyond)("%s, %j", async (name, path, value, message) => {
    const place = all.find(({ title }) => title.startsWith(`${name}, `)) as Place;
    const said = await saidOf({ ...place, path }, (parent, key) => {
      if (value === undefined) delete parent[key];
      else parent[key] = value;
    });
    expect(said).toMatch(message);
  });
});
