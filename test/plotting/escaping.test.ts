import { JSDOM } from "jsdom";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { varianceBarsFigure } from "../../lib/chapters/varianceReduction/varianceBarsFigure.js";
import { singleQuoted } from "../../lib/plotting/imageOf.js";
import { allCalls } from "../support/boundary/calls.js";
import { freshLibrary } from "../support/boundary/library.js";
import { errorsOf, exact } from "../support/objectives.js";
import { parseSvg, textsOf } from "../support/svg.js";

const displayBundle = vi.hoisted(() => vi.fn());
vi.mock("tslab", () => ({}));
vi.mock("../../lib/notebook/displayBundle.js", () => ({ displayBundle }));

const lib = await freshLibrary();
type Figure = ReturnType<typeof lib.renderFigure>;

const HOSTILE = `<script>alert(1)</script>"'&<img src=x onerror=alert(2)>`;

/** What show() writes for a figure, as a browser reads it. */
function shown(figure: Figure): DocumentFragment {
  lib.show(figure);
  return JSDOM.fragment(displayBundle.mock.lastCall?.[0]["text/html"]);
}

/** Nothing in the figure runs or asks another host for anything. */
function expectInert(figure: Figure): void {
  const body = shown(figure);
  expect(Array.from(body.querySelectorAll("*"), ({ tagName }) => tagName)).toEqual(["IMG"]);
  const [image] = body.children;
  expect(image.getAttributeNames().sort()).toEqual(["alt", "height", "src", "width"]);
  expect(image.getAttribute("alt")).toBe(figure.alt);
  const [, data] = /^data:image\/svg\+xml,(.*)$/.exec(image.getAttribute("src") ?? "") ?? [];
  const svg = decodeURIComponent(data);
  expect(svg).toBe(singleQuoted(figure.svg));
  for (const element of parseSvg({ ...figure, svg }).querySelectorAll("*")) {
    expect(element.tagName).toMatch(
      /^(svg|style|rect|g|path|line|circle|text|tspan|title|clipPath|defs)$/,
    );
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on|href$|^src$/);
      if (!name.startsWith("xmlns") && name !== "aria-label") {
        expect(value, name).not.toMatch(/https?:|javascript:|data:|url\((?!#)/);
      }
    }
    if (element.tagName === "style") expect(element.textContent).not.toMatch(/url\(|@import/);
  }
}

const line = { label: HOSTILE, role: "student" as const, x: [1, 2], y: [1, 2] };
const estimate = { value: 1, standardError: 0.1 };
const even = { probabilities: ({ x1 }: { x1: Float64Array }) => Array.from(x1, () => [1, 0, 0]) };
const drawings: Record<string, () => Figure> = {
  "the label of a line": () => lib.lineFigure([line], { alt: "A", xLabel: "x", yLabel: "y" }),
  "the label of an x-axis": () =>
    lib.lineFigure([{ ...line, label: "a" }], { alt: "A", xLabel: HOSTILE, yLabel: "y" }),
  "the label of a y-axis": () =>
    lib.lineFigure([{ ...line, label: "a" }], { alt: "A", xLabel: "x", yLabel: HOSTILE }),
  "the label of a tick": () =>
    lib.lineFigure([line], {
      alt: "A",
      xLabel: "x",
      yLabel: "y",
      xTicks: [1],
      xTickFormat: () => HOSTILE,
    }),
  "the label of a bar": () =>
    varianceBarsFigure([{ label: HOSTILE, betweenInputs: 1, labelNoise: 1 }], { xLabel: "x" }),
  "the label of a pair": () =>
    lib.pairedFigure(
      [
        {
          label: HOSTILE,
          role: "guide",
          difference: { value: 1, standardError: 1 },
          trials: [1, 2],
        },
      ],
      { alt: "A", xLabel: "x" },
    ),
  "the label of a row": () =>
    lib.identityFigure([{ label: HOSTILE, measured: estimate, predicted: estimate }]),
  "the heading of a panel": () =>
    lib.regionsFigure(
      { [HOSTILE]: even },
      { x1: Float64Array.of(0), x2: Float64Array.of(0), y: Uint8Array.of(0) },
    ),
  "the name of a labeller": () => lib.objectiveErrorsFigure({ [HOSTILE]: errorsOf(1, 1, 1) }),
  "the name of a labeller, over sizes": () =>
    lib.objectiveSweepFigure(
      {
        trainingExamples: [1, 2],
        errors: [[{ [HOSTILE]: errorsOf(1, 1, 1) }], [{ [HOSTILE]: errorsOf(1, 1, 1) }]],
      },
      0,
      exact,
    ),
  "the name of an arm": () => {
    const arms = ["onLabels", HOSTILE];
    const losses = arms.map((arm) => [`logLoss@${arm}`, Float64Array.of(1, 2)]);
    const errors = arms.map((arm) => [`errorRate@${arm}`, Float64Array.of(1, 2)]);
    return lib.digitFigure(Object.fromEntries([...losses, ...errors]), "logLoss");
  },
};

describe("text in a figure", () => {
  beforeEach(() => displayBundle.mockClear());

  it.each(Object.entries(drawings))("shows markup in %s as text", (_, draw) => {
    const figure = draw();
    expect(textsOf(figure).join("\n")).toContain(HOSTILE);
    expectInert(figure);
  });

  it("shows markup in the alternative text as text", () => {
    const figure = lib.renderFigure(HOSTILE, { marks: [] });
    expect(figure.alt).toBe(HOSTILE);
    expectInert(figure);
  });
});

const exported = Object.entries(await allCalls(lib)).flatMap(([name, entry]) =>
  /Figure$/.test(name) && name !== "publishedFigure" && typeof entry === "object"
    ? [[name, entry.args] as const]
    : [],
);

describe("every figure of the library", () => {
  it.each(exported)("holds no script and no remote address: %s", (name, args) => {
    const draw = (lib as unknown as Record<string, (...args: unknown[]) => Figure>)[name];
    expectInert(draw(...Object.values(args())));
  });

  it("is among those looked at", () => {
    const names = Object.keys(lib).filter((name) => /Figure$/.test(name));
    // It computes the post's experiment and draws nothing.
    expect(exported.map(([name]) => name).sort()).toEqual(
      names.filter((name) => name !== "publishedFigure").sort(),
    );
  });
});
