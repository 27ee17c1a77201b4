import { describe, expect, it } from "vitest";
import { imageOf, singleQuoted } from "../../lib/plotting/imageOf.js";

const SVG = `<svg xmlns="http://www.w3.org/2000/svg"><text style="font: &quot;Sans&quot;" id="it's">η ≥ ½,
  100 % of "x=1"	#2</text></svg>`;
const figure = { svg: SVG, alt: "Two curves.", width: 640, height: 400 };

describe("imageOf(figure)", () => {
  it("is an img with the figure's size and alternative text", () => {
    expect(imageOf(figure)).toMatch(
      /^<img src="data:image\/svg\+xml,[^"<>&#\s]([^"<>&#\t\n])*" alt="Two curves\." width="640" height="400">$/,
    );
  });

  it("holds the whole SVG, as an address is read", async () => {
    const [, address] = /src="([^"]+)"/.exec(imageOf(figure)) ?? [];
    expect(await (await fetch(address)).text()).toBe(singleQuoted(SVG));
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

  it.each([
    ["width", -1, "in \\[0, "],
    ["height", NaN, "in \\[0, "],
  ])("refuses %s of %s", (name, value, wanted) => {
    const given = () => imageOf({ ...figure, [name]: value } as never);
    expect(given).toThrow(new RegExp(`^${name} must be ${wanted}.*, got ${value}$`));
  });
});

describe("singleQuoted(svg)", () => {
  it("changes the quotes of attributes and nothing else", () => {
    expect(singleQuoted(`<g id="a" class="it's">="b" &lt;c d="e"&gt;</g>`)).toBe(
      `<g id='a' class="it's">="b" &lt;c d="e"&gt;</g>`,
    );
  });
});
