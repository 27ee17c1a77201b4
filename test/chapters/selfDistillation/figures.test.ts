import { describe, expect, it } from "vitest";
import { darkKnowledgeFigure } from "../../../lib/chapters/selfDistillation/darkKnowledgeFigure.js";
import { armLabel, digitFigure } from "../../../lib/chapters/selfDistillation/digitFigure.js";
import {
  digitsFigure,
  imagePixels,
  pixelRuns,
} from "../../../lib/chapters/selfDistillation/digitsFigure.js";
import {
  kernelPenaltiesFigure,
  kernelRoundsFigure,
  kernelShrinkageFigure,
} from "../../../lib/chapters/selfDistillation/kernelFigures.js";
import {
  logisticRounds,
  logisticRoundsFigure,
} from "../../../lib/chapters/selfDistillation/logisticRounds.js";
import { TEN_POINTS } from "../../../lib/data/tenPoints.js";
import { pairedFigure } from "../../../lib/plotting/pairedFigure.js";
import { dotPositions, parseSvg, textsOf } from "../../support/svg.js";

/** Two drawings: a black bar on the left, and a grey square. */
const drawn = { pixels: new Uint8Array(2 * 784), labels: Uint8Array.of(1, 0) };
for (let row = 4; row < 24; row++) {
  drawn.pixels.fill(255, row * 28 + 6, row * 28 + 9);
  drawn.pixels.fill(128, 784 + row * 28 + 4, 784 + row * 28 + 24);
}
const snapshot = (name: string) => `snapshots/${name}.svg`;

describe("logisticRoundsFigure", () => {
  it("draws the slopes and says their numbers", async () => {
    const rounds = (l2: number) => logisticRounds(TEN_POINTS, { rounds: 5, l2 });
    const figure = logisticRoundsFigure(rounds(0), rounds(1));
    expect(figure.alt).toContain("0.514, 0.403, 0.319, 0.255, 0.205");
    await expect(figure.svg).toMatchFileSnapshot(snapshot("logisticRounds"));
  });
});

/** Two trials of each setting. */
const setting = (l2: number, round: number, ...trials: [number, number]) => ({
  l2,
  round,
  error: (trials[0] + trials[1]) / 2,
  trials: Float64Array.from(trials),
});
const kernel = [
  setting(0.5, 1, 0.024, 0.026),
  setting(0.5, 2, 0.02, 0.021),
  setting(0.5, 3, 0.0185, 0.0205),
  setting(2, 1, 0.019, 0.0206),
  setting(2, 2, 0.022, 0.024),
  setting(2, 3, 0.028, 0.03),
];

describe("kernelRoundsFigure", () => {
  it("draws a valley with bands and the single fit, and says the numbers", async () => {
    const figure = kernelRoundsFigure(kernel, 0.5);
    expect(figure.alt).toContain("0.0250 in round 1, 0.0195 at best in round 3");
    expect(figure.alt).toContain("One fit with penalty 2 has 0.0198");
    await expect(figure.svg).toMatchFileSnapshot(snapshot("kernelRounds"));
  });

  it("refuses a penalty that was not tried", () =>
    expect(() => kernelRoundsFigure(kernel, 1)).toThrow(/l2 must be one of 0\.5, 2, got 1/));
});

describe("kernelPenaltiesFigure", () => {
  it("draws a valley for each number of rounds", async () => {
    const figure = kernelPenaltiesFigure(kernel);
    expect(figure.alt).toContain("one fit 0.0198 at λ = 2; 3 rounds 0.0195 at λ = 0.5");
    await expect(figure.svg).toMatchFileSnapshot(snapshot("kernelPenalties"));
  });

  it("spaces penalties by their ratios and marks them", () => {
    const figure = kernelPenaltiesFigure([1, 4, 16].map((l2) => setting(l2, 1, 0.2, 0.3)));
    const [a, b, c] = dotPositions(figure);
    expect(b - a).toBeGreaterThan(50);
    expect(c - b).toBeCloseTo(b - a, 0);
    expect(textsOf(figure)).toEqual(expect.arrayContaining(["1", "4", "16"]));
  });
});

describe("kernelShrinkageFigure", () => {
  it("draws the three curves and says shares: (.5/1)³ = .13, .5/2.5 = .20", async () => {
    const figure = kernelShrinkageFigure(0.5, 3, 2);
    expect(figure.alt).toContain("λ = 0.5, 3 rounds 0.13 and 0.75; λ = 2, 1 fit 0.20 and 0.71");
    await expect(figure.svg).toMatchFileSnapshot(snapshot("kernelShrinkage"));
  });
});

describe("pixelRuns", () => {
  it("joins equal pixels of a row", () => {
    const pixels = new Uint8Array(784);
    pixels.fill(255, 29, 32);
    expect(pixelRuns(pixels, 8)).toBe("M1 1h3v1h-3z");
    expect(pixelRuns(pixels, 4)).toBe("");
  });

  it("goes round a change of grey within a run, and to the end of a row", () => {
    const pixels = new Uint8Array(784).fill(255, 24, 28);
    pixels[26] = 128;
    expect(pixelRuns(pixels, 8)).toBe("M24 0h2v1h-2zM27 0h1v1h-1z");
    expect(pixelRuns(pixels, 4)).toBe("M26 0h1v1h-1z");
  });
});

describe("digitsFigure", () => {
  it("draws images in the order asked for and names their labels", async () => {
    const figure = digitsFigure(drawn, [1, 0, 1]);
    expect(figure.alt).toBe("3 handwritten digits as grey images: 0 1 0.");
    await expect(figure.svg).toMatchFileSnapshot(snapshot("digits"));
  });

  it("begins a second row with the sixteenth image", () => {
    const root = parseSvg(digitsFigure(drawn, new Array(16).fill(0))).documentElement;
    expect(Number(root.getAttribute("height"))).toBeCloseTo((2 * 640) / 15, 6);
    const places = Array.from(root.querySelectorAll("g[transform]"), (glyph) =>
      (glyph.getAttribute("transform") as string)
        .match(/translate\(([\d.]+),([\d.]+)\)/)
        ?.slice(1)
        .map(Number),
    );
    const side = 640 / 15;
    expect(places.at(14)).toEqual([expect.closeTo(14 * side + 2, 1), 2]);
    expect(places.at(15)).toEqual([2, expect.closeTo(side + 2, 1)]);
  });

  it("takes the pixels of one image", () => {
    expect(imagePixels(drawn, 1)[4 * 28 + 4]).toBe(128);
    expect(imagePixels(drawn, 0)[4 * 28 + 4]).toBe(0);
  });
});

describe("darkKnowledgeFigure", () => {
  it("draws each mistake beside its distribution and says what it is taken for", async () => {
    const distribution = Float64Array.of(0.05, 0.15, 0, 0, 0, 0, 0, 0.8, 0, 0);
    const figure = darkKnowledgeFigure(drawn, [
      { image: 0, label: 1, guess: 7, distribution },
      { image: 1, label: 0, guess: 7, distribution },
    ]);
    expect(figure.alt).toContain("a 1 taken for a 7 with 80%, 15% on the label");
    await expect(figure.svg).toMatchFileSnapshot(snapshot("darkKnowledge"));
  });

  const distribution = Float64Array.of(0.05, 0.15, 0, 0, 0, 0, 0, 0.8, 0, 0);
  const mistake = { image: 0, label: 1, guess: 7, distribution };

  it("begins a second row with the fifth mistake", () => {
    const height = (mistakes: number) =>
      Number(
        parseSvg(
          darkKnowledgeFigure(drawn, new Array(mistakes).fill(mistake)),
        ).documentElement.getAttribute("height"),
      );
    expect(height(5)).toBe(2 * height(4));
    expect(height(8)).toBe(height(5));
  });
});

const difference = { value: -1.25, standardError: 0.25 };

describe("pairedFigure", () => {
  it("draws means with two standard errors and says them, with a minus sign", async () => {
    const figure = pairedFigure(
      [
        { label: "ridge", role: "guide", difference, trials: [-1, -1.5] },
        {
          label: "self",
          role: "distilled",
          difference: { ...difference, value: 0 },
          trials: [1, -1],
        },
      ],
      { alt: "Differences:", xLabel: "error (points)" },
    );
    expect(figure.alt).toBe("Differences: ridge −1.25 ± 0.25; self 0.00 ± 0.25.");
    const gain = {
      label: "ridge",
      role: "guide" as const,
      difference: { ...difference, value: 1.25 },
    };
    const gaining = pairedFigure([{ ...gain, trials: [1, 1.5] }], { alt: "D:", xLabel: "error" });
    expect(gaining.alt).toBe("D: ridge +1.25 ± 0.25.");
    await expect(figure.svg).toMatchFileSnapshot(snapshot("paired"));
  });
});

describe("digitFigure", () => {
  it("names arms for readers, leaves the reference out and counts the trials", () => {
    const result = {
      "errorRate@onLabels": Float64Array.of(5, 5),
      "errorRate@selfDistilled": Float64Array.of(4, 5),
      "errorRate@ridge": Float64Array.of(3, 4),
    };
    const { alt, svg } = digitFigure(result, "errorRate");
    expect(alt).toContain("over 2 trials, in percentage points:");
    expect(alt).toContain("self-distilled −0.50 ± 0.50; labels, ridge −1.50 ± 0.50");
    expect(svg).not.toContain(">labels<");
    expect(armLabel("unheard of")).toBe("unheard of");
  });

  it("refuses a study without another arm", () =>
    expect(() => digitFigure({ "errorRate@onLabels": Float64Array.of(5, 5) }, "errorRate")).toThrow(
      /^the arms of result beside onLabels must not be empty/,
    ));
});
