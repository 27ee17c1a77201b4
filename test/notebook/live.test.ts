import { beforeEach, describe, expect, it, vi } from "vitest";

const displayBundle = vi.hoisted(() => vi.fn());
vi.mock("../../lib/notebook/displayBundle.js", () => ({ displayBundle }));

// Another file may have loaded it with a display of its own.
vi.resetModules();
const { live } = await import("../../lib/notebook/live.js");
const { choice, reseed, slider } = await import("../../lib/notebook/controls.js");
const { imageOf, singleQuoted } = await import("../../lib/plotting/imageOf.js");
const { paletteFigure } = await import("../../lib/plotting/paletteFigure.js");
const { drawerOf, htmlOf } = await import("../../lib/browser/drawLive.js");
const { LIVE_TYPE } = await import("../../lib/browser/liveOutput.js");

/** A function as tslab compiles it in a cell: the names of other cells are in `exports`. */
const compiled = (code: string) => new Function(`return (${code});`)();

const shown = () => displayBundle.mock.lastCall?.[0];

describe("live(controls, draw, { data })", () => {
  beforeEach(() => displayBundle.mockClear());

  it("shows what is drawn at the controls' starts, and beside it all that draws it anew", () => {
    const draw = compiled(`({ n, how, seed }) => {
  const figure = exports.paletteFigure();
  return { figure: { ...figure, width: n }, text: \`\${how} < \${seed}\` };
}`);
    live({ n: slider(10, 200, 20), how: choice(["plain", "bold"]), seed: reseed(7) }, draw);
    const figure = { ...paletteFigure(), width: 20 };
    expect(shown()).toEqual({
      "text/html": `${imageOf(figure)}\n<p>plain &lt; 7</p>`,
      "image/svg+xml": singleQuoted(figure.svg),
      "text/plain": `${figure.alt}\nplain < 7`,
      [LIVE_TYPE]: {
        code: String(draw).split("\n"),
        controls: [
          { name: "n", kind: "slider", min: 10, max: 200, start: 20, step: 1 },
          { name: "how", kind: "choice", start: "plain", options: ["plain", "bold"] },
          { name: "seed", kind: "reseed", start: 7 },
        ],
        data: {},
      },
    });
    const output = JSON.parse(JSON.stringify(shown()[LIVE_TYPE]));
    expect(htmlOf(drawerOf(output)({ n: 33, how: "bold", seed: 8 }))).toBe(
      `${imageOf({ ...figure, width: 33 })}\n<p>bold &lt; 8</p>`,
    );
  });

  it("shows several figures one under the other", () => {
    live(
      { n: slider(1, 2, 1) },
      compiled("() => [exports.paletteFigure(), exports.paletteFigure()]"),
    );
    const image = imageOf(paletteFigure());
    expect(shown()["text/html"]).toBe(`${image}\n${image}`);
    expect(shown()).not.toHaveProperty("image/svg+xml");
  });

  it.each([
    ["another cell", "() => ({ ...exports.paletteFigure(), width: exports.own[1] })"],
    ["the same cell", "() => ({ ...exports.paletteFigure(), width: own[1] })"],
    [
      "the same cell, with an import",
      "() => ({ ...distillation_1.paletteFigure(), width: own[1] })",
    ],
  ])("draws with a variable of %s that is among the data", (_, code) => {
    live({ n: slider(1, 2, 1) }, compiled(code), { data: { own: [1, 33] } });
    expect(shown()["text/html"]).toContain('width="33"');
    expect(shown()[LIVE_TYPE].data).toEqual({ own: [1, 33] });
  });

  it.each([
    ["another cell", "() => exports.dataFigure(exports.own)"],
    ["the same cell", "() => exports.dataFigure(own)"],
    [
      "another cell, where the start does not come",
      "({ n }) => n > 1 ? exports.own : exports.paletteFigure()",
    ],
  ])("refuses a variable of %s that is not", (_, code) => {
    const call = () => live({ n: slider(1, 2, 1) }, compiled(code));
    expect(call).toThrow(/^draw uses own, .* live\(controls, draw, \{ data: \{ own \} \}\)/);
    expect(displayBundle).not.toHaveBeenCalled();
  });

  it("refuses what only a notebook can do", () => {
    expect(() => live({}, compiled("() => exports.show()"))).toThrow(/^draw uses show, /);
  });

  it("refuses data that a notebook's file would not keep", () => {
    const call = () =>
      live({}, compiled("() => exports.paletteFigure()"), { data: { own: [1, NaN] } });
    expect(call).toThrow(/^options\.data\.own\[1\] must be finite, got NaN$/);
  });

  it("refuses more than a notebook should hold", () => {
    const data = { own: Array.from({ length: 2000 }, () => 1) };
    const call = () => live({}, compiled("() => exports.paletteFigure()"), { data });
    expect(call).toThrow(
      /^draw and options\.data must have at most 4000 characters as JSON, got 4\d{3}/,
    );
  });

  it("passes on what draw throws at the start", () => {
    const call = () => live({}, compiled('() => { throw new RangeError("n must be 1"); }'));
    expect(call).toThrow(new RangeError("n must be 1"));
  });
});
