import { describe, expect, it } from "vitest";
import { LIVE_TYPE } from "../lib/browser/liveOutput.js";
import { escapeHtml, imageOf } from "../lib/plotting/imageOf.js";
import { renderFigure } from "../lib/plotting/render.js";
import {
  committedFigures,
  committedOutputs,
  figuresIn,
  joined,
  type Output,
} from "./support/committedOutputs.js";
import { notebookFiles } from "./support/notebooks.js";
import { unsafeIn } from "./support/unsafe.js";

const html = (text: string): Output => ({
  output_type: "display_data",
  data: { "text/html": text },
});
const image = (svg: string) =>
  html(`<img src="data:image/svg+xml,${encodeURIComponent(svg)}" alt="a">`);
const live = (code: string): Output => ({
  output_type: "display_data",
  data: { [LIVE_TYPE]: { code: [code], controls: [], data: {} } as never },
});
const drawing = (inside: string) =>
  image(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="x">${inside}</svg>`);

describe("the outputs", () => {
  it("are found", () => expect(committedFigures().length).toBeGreaterThanOrEqual(50));

  it.each(notebookFiles)("of %s hold no script, handler, link or address", (file) => {
    expect(committedOutputs(file).flatMap(unsafeIn)).toEqual([]);
  });
});

describe("a figure in an output", () => {
  const figures = notebookFiles
    .flatMap(committedOutputs)
    .filter(({ data }) => joined(data?.["text/html"] ?? "").startsWith("<img"));

  it("stands there as an image, as the same SVG, and as the image's alternative text", () => {
    expect(figures.length).toBeGreaterThanOrEqual(50);
    for (const { data = {} } of figures) {
      const html = joined(data["text/html"]);
      expect(figuresIn(html)).toEqual([joined(data["image/svg+xml"])]);
      // A live figure's line of text follows.
      const [alt] = joined(data["text/plain"]).split("\n");
      expect(html).toContain(`alt="${escapeHtml(alt)}"`);
    }
  });
});

describe("a live figure in an output", () => {
  const lives = notebookFiles.flatMap((file) =>
    committedOutputs(file).flatMap(({ data }) => data?.[LIVE_TYPE] ?? []),
  );

  it("adds less than 4 kB", () => {
    expect(lives.length).toBeGreaterThanOrEqual(12);
    for (const live of lives) expect(JSON.stringify(live, null, 1).length).toBeLessThan(4000);
  });
});

describe("the check of the outputs", () => {
  it("lets a figure of ours pass", () => {
    expect(unsafeIn(html(imageOf(renderFigure("Nothing.", { marks: [] }))))).toEqual([]);
    expect(unsafeIn(drawing("<rect/>"))).toEqual([]);
  });

  it.each<[string, Output]>([
    ["a script", html("<script>alert(1)</script>")],
    ["a frame", html('<iframe srcdoc="x"></iframe>')],
    ["an event handler", html('<img src="data:image/svg+xml,%3Csvg/%3E" onerror="alert(1)">')],
    ["a remote image", html('<img src="https://example.org/a.png">')],
    ["a data address of HTML", html('<img src="data:text/html;base64,AAAA">')],
    ["a script in a figure", drawing("<script>alert(1)</script>")],
    ["an event handler in a figure", drawing('<rect onload="alert(1)"/>')],
    ["HTML in a figure", drawing("<foreignObject/>")],
    ["a remote image in a figure", drawing('<image href="https://example.org/a.png"/>')],
    ["a link in a figure", drawing('<a href="#x"><rect/></a>')],
    ["a javascript: address in a figure", drawing('<g xlink:href="javascript:alert(1)"/>')],
    ["a remote fill in a figure", drawing('<rect fill="url(https://example.org/a.svg#b)"/>')],
    ["a remote font in a figure", drawing("<style>@import 'https://example.org/a.css';</style>")],
    ["a style sheet before a figure", image('<?xml-stylesheet href="a.css"?><svg/>')],
    ["a remote address printed", { output_type: "stream", text: "see http://example.org" }],
    ["an image in Markdown", { output_type: "display_data", data: { "text/markdown": "![a](b)" } }],
    [
      "HTML in Markdown",
      { output_type: "display_data", data: { "text/markdown": "<b onclick=x>" } },
    ],
    ["a script in a live figure", live("() => document.title = 1")],
    ["a remote address in a live figure", live('() => "https://example.org"')],
    ["JavaScript", { output_type: "display_data", data: { "application/javascript": "1" } }],
    ["an error", { output_type: "error" }],
  ])("finds %s", (_, output) => {
    expect(unsafeIn(output)).not.toEqual([]);
  });
});
