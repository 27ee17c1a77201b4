import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { committedFigures } from "../support/committedOutputs.js";
import { chromiumPath, sharedLab } from "./lab.js";
import { type TextContrast, textContrasts } from "./textContrasts.js";

/** WCAG 2.2, success criterion 1.4.3, for text of any size. */
const LEAST = 4.5;

/** A drawing with a black text on each of some bars, over white. */
const drawing = (...marks: string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="100%" height="100%" fill="white"/>
  ${marks.join("")}</svg>`;

describe.skipIf(!chromiumPath)("the text of figures", () => {
  let page: Page;
  beforeAll(async () => {
    page = await (await sharedLab()).newPage();
  });
  afterAll(() => page?.close());

  const weakest = (svg: string) =>
    textContrasts(page, svg).then((all) => Math.min(...all.map(({ contrast }) => contrast)));

  // Ratios by the formula of WCAG: #767676 on white is its known limit, 4.54, and #777777 the first that fails, 4.48.
  it.each([
    ["black on white", 21, ['<text x="9" y="50">text</text>']],
    ["#767676 on white", 4.54, ['<text x="9" y="50" fill="#767676">text</text>']],
    ["#777777 on white", 4.48, ['<text x="9" y="50" fill="#777777">text</text>']],
    [
      "white on a bar",
      4.48,
      [
        '<rect x="0" y="20" width="99" height="60" fill="#777777"/>',
        '<text x="9" y="50" fill="white">text</text>',
      ],
    ],
    [
      "black, half transparent, by its group",
      3.98,
      ['<g fill="black" opacity="0.5"><text x="9" y="50">text</text></g>'],
    ],
    [
      "half on a dark bar",
      1,
      ['<rect width="25" height="99"/>', '<text x="9" y="50">half of it</text>'],
    ],
    [
      "on a dark bar with a white halo",
      21,
      [
        '<rect width="99" height="99" fill="#333333"/>',
        '<text x="9" y="50" stroke="white" stroke-width="30" paint-order="stroke">text</text>',
      ],
    ],
  ])("is measured: %s", async (_, ratio, marks) => {
    expect(await weakest(drawing(...marks))).toBeCloseTo(ratio, 1);
  });

  it.each(committedFigures())("stands out: $file, figure $figure", async ({ svg }) => {
    const contrasts: TextContrast[] = await textContrasts(page, svg);
    expect(contrasts.length).toBe(svg.split("<text").length - 1);
    expect(contrasts.filter(({ contrast }) => !(contrast >= LEAST))).toEqual([]);
  });
});
