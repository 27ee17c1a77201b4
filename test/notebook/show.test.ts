import { beforeEach, describe, expect, it, vi } from "vitest";

const html = vi.hoisted(() => vi.fn());
vi.mock("tslab", () => ({ display: { html } }));

// Another file may have loaded it with a tslab of its own.
vi.resetModules();
const { imageOf, show } = await import("../../lib/notebook/show.js");

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><text>η ≥ ½</text></svg>';
const figure = { svg: SVG, alt: "Two curves.", width: 640, height: 400 };

describe("imageOf(figure)", () => {
  it("is an img with the figure's size and alternative text", () => {
    expect(imageOf(figure)).toMatch(
      /^<img src="data:image\/svg\+xml;base64,[A-Za-z0-9+/=]+" alt="Two curves\." width="640" height="400">$/,
    );
  });

  it("holds the whole SVG, characters beyond ASCII too", () => {
    const [, data] = /base64,([^"]+)"/.exec(imageOf(figure)) ?? [];
    expect(Buffer.from(data, "base64").toString("utf8")).toBe(SVG);
  });

  it.each([
    ['a "quoted" word', "a &quot;quoted&quot; word"],
    ["1 < 2 & 3 > 2", "1 &lt; 2 &amp; 3 &gt; 2"],
    ['"><script>alert(1)</script>', "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"],
  ])("escapes the alternative text %s", (alt, escaped) => {
    const image = imageOf({ ...figure, alt });
    expect(image).toContain(`alt="${escaped}"`);
    expect(image.match(/[<>]/g)).toHaveLength(2);
  });
});

describe("imageOf(figure), refusing", () => {
  it.each([
    ["svg", null, "a text"],
    ["alt", 5, "a text"],
    ["width", -1, "in \\[0, "],
    ["height", NaN, "in \\[0, "],
  ])("names %s, of %s", (name, value, wanted) => {
    const given = () => imageOf({ ...figure, [name]: value } as never);
    expect(given).toThrow(new RegExp(`^${name} must be ${wanted}.*, got ${value}$`));
  });
});

describe("show(...figures)", () => {
  beforeEach(() => html.mockClear());

  it("displays each figure's image, in order", () => {
    const other = { ...figure, alt: "Another." };
    show(figure, other);
    expect(html.mock.calls).toEqual([[imageOf(figure)], [imageOf(other)]]);
  });

  it("displays nothing where there is nothing to show", () => {
    show();
    expect(html).not.toHaveBeenCalled();
  });
});
