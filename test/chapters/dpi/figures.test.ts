import { describe, expect, it } from "vitest";
import { alphaInformationFigure } from "../../../lib/chapters/dpi/alphaInformationFigure.js";
import { dpiFigure } from "../../../lib/chapters/dpi/dpiFigure.js";
import { markovChainFigure } from "../../../lib/chapters/dpi/markovChainFigure.js";
import { quadrantsFigure } from "../../../lib/chapters/dpi/quadrantsFigure.js";
import { roundsFigure, shrinkageFigure } from "../../../lib/chapters/dpi/roundsFigures.js";
import {
  saturationByInputFigure,
  saturationByJitterFigure,
} from "../../../lib/chapters/dpi/saturationFigures.js";

const matches = (svg: string, name: string) =>
  expect(svg).toMatchFileSnapshot(`snapshots/${name}.svg`);

describe("markovChainFigure", () => {
  it("draws three nodes, two arrows and the inputs", async () => {
    const { svg, alt } = markovChainFigure();
    await matches(svg, "markovChain");
    for (const text of ["y", "μ", "θ", "x, the inputs: given"]) expect(svg).toContain(`>${text}<`);
    expect(svg).not.toContain("α finite");
    expect(alt).not.toContain("past the teacher");
  });

  it("adds the arrow past the teacher when asked", async () => {
    const { svg, alt } = markovChainFigure({ shortcut: true });
    await matches(svg, "markovChainShortcut");
    expect(svg).toContain("α finite");
    expect(alt).toContain("from y to theta directly, past the teacher");
  });
});

describe("dpiFigure", () => {
  const results = [
    { teacher: 2, distilled: 2, mixed: 2.5 },
    { teacher: 1.5, distilled: 0.5, mixed: 1.5 + 1e-13 },
    { teacher: 3, distilled: 2.9, mixed: 1 },
  ];

  it("draws circles for the distilled student and counts them in the figure and its text", async () => {
    const { svg, alt } = dpiFigure(results);
    await matches(svg, "dpiDistilled");
    expect(alt).toContain("3 random designs: 2 above 0, 1 at 0, 0 below 0");
    expect(svg).toContain("below 0: 0");
  });

  it("draws crosses for the student that sees the labels, rounding noise counted as 0", async () => {
    const { svg, alt } = dpiFigure(results, "mixed");
    await matches(svg, "dpiMixed");
    expect(alt).toContain("at alpha 1 lost");
    expect(alt).toContain("1 above 0, 1 at 0, 1 below 0");
  });
});

describe("alphaInformationFigure", () => {
  const row = (alpha: number, information: number, rounded: number) => ({
    alpha,
    information,
    beyondTeacher: 0,
    rounded,
  });
  const result = {
    teacher: 1,
    labelEntropy: 3,
    rows: [row(0, 3, 3), row(1, 3, 2.5), row(100, 3, 1), row(Infinity, 1, 1)],
  };

  it("sets infinity apart and says in numbers what is to be seen", async () => {
    const { svg, alt } = alphaInformationFigure(result, 0.1);
    await matches(svg, "alphaInformation");
    expect(alt).toContain("Exact: 3.00 at alpha 0, 3.00 at 100, and 1.00 at infinity");
    expect(alt).toContain("multiples of 0.1: 3.00 at alpha 0, 1.00 at 100, 1.00 at infinity.");
    expect(svg).toContain("I(y; μ) = 1.000");
  });
});

describe("shrinkageFigure", () => {
  const rounds = [Float64Array.of(0, 1), Float64Array.of(0.1, 0.5)];

  it("draws a curve a round above the labels", async () => {
    const { svg, alt } = shrinkageFigure([-1, 0, 2], [0, 1, 1], rounds);
    await matches(svg, "shrinkage");
    expect(alt).toContain("over 2 rounds");
    expect(alt).toContain("Slopes 1.000, 0.500; 1 of 1 rounds after the first are flatter");
    expect(svg).toContain("round 2");
  });
});

describe("what the figures say in words", () => {
  it("that a round is no flatter where it is not", () => {
    const rounds = [Float64Array.of(0, 1), Float64Array.of(0, 1.5), Float64Array.of(0, 0.5)];
    expect(shrinkageFigure([0], [1], rounds).alt).toContain("1 of 2 rounds after the first");
  });
});

describe("roundsFigure", () => {
  const result = {
    labelEntropy: 7.7,
    rounds: [
      { round: 1, information: 7.7, testLoss: 0.78 },
      { round: 2, information: 7.7, testLoss: 0.68 },
      { round: 3, information: 7.7, testLoss: 0.7 },
    ],
  };

  it("draws the information under H(y)", async () => {
    const { svg, alt } = roundsFigure(result, "information");
    await matches(svg, "roundsInformation");
    expect(alt).toContain("7.700 to 7.700 bits; H(y) is 7.700");
    expect(svg).toContain("H(y) = 7.700 bits");
  });

  it("draws the loss beside that of always saying one half, and names the best round", async () => {
    const { svg, alt } = roundsFigure(result, "testLoss");
    await matches(svg, "roundsTestLoss");
    expect(alt).toContain("0.780 in round 1, least in round 2 (0.680), 0.700 in the last");
  });
});

describe("quadrantsFigure", () => {
  const point = (gain: number, cost: number) => ({
    student: 2,
    distilled: 2 + gain,
    studentLoss: 0.7,
    distilledLoss: 0.7 + cost,
  });
  const four = [point(1, -0.1), point(0.5, 0.2), point(-1, -0.2), point(-2, 0.1)];

  it("draws the designs, letters the examples and counts the quadrants", async () => {
    const { svg, alt } = quadrantsFigure([...four, point(0, 0.1)], four.slice(0, 2));
    await matches(svg, "quadrants");
    expect(alt).toContain("more information, better: 1");
    expect(alt).toContain("on an axis: 1");
    expect(alt).toContain("Each of the four quadrants is occupied");
    expect(svg).toContain(">A<");
    expect(svg).toContain(">B<");
    expect(svg).not.toContain(">C<");
  });

  it("says so where a quadrant is empty", () => {
    expect(quadrantsFigure(four.slice(1)).alt).toContain("Not every quadrant is occupied");
  });
});

describe("saturationByInputFigure", () => {
  const at = (teacher: number, student: number, distilled: number) => ({
    labelEntropy: 4,
    teacher,
    student,
    distilled,
  });

  it("draws three lines under H(y)", async () => {
    const { svg, alt } = saturationByInputFigure([at(3, 2.5, 2), at(3.5, 3, 3.4), at(4, 4, 4)]);
    await matches(svg, "saturationByInput");
    expect(alt).toContain("Teacher 3.00 to 4.00, student on labels 2.50 to 4.00");
    expect(alt).toContain("distilled student 2.00 to 4.00");
    expect(svg).toContain("H(y) = 4.000 bits");
  });
});

describe("saturationByJitterFigure", () => {
  const curve = (resolution: number, means: number[], standardError: number) => ({
    resolution,
    points: means.map((value, i) => ({ jitter: 10 ** (i - 2), value, standardError })),
  });

  it("draws a line a resolution with bands of two standard errors", async () => {
    const curves = [curve(0, [4, 4, 4], 0), curve(0.1, [2, 2.5, 3.5], 0.1)];
    const { svg, alt } = saturationByJitterFigure(curves, 4);
    await matches(svg, "saturationByJitter");
    expect(alt).toContain("exact 4.00 to 4.00; to 0.1 2.00 to 3.50");
  });
});

describe("the figures of 400 random designs", () => {
  const stream = (i: number) => Math.abs(Math.sin(i * 12.9898) * 3);
  const many = Array.from({ length: 400 }, (_, i) => ({
    teacher: stream(i),
    distilled: stream(i) * 0.5,
    mixed: stream(i + 1),
    student: stream(i + 2),
    studentLoss: stream(i + 3) / 3,
    distilledLoss: stream(i + 4) / 3,
    // A design with one optimum only, as randomDesigns reports it.
    smallestDifferentGap: Infinity,
  }));

  it.each([
    ["dpiFigure", () => dpiFigure(many)],
    ["dpiFigure of the mixed student", () => dpiFigure(many, "mixed")],
    ["quadrantsFigure", () => quadrantsFigure(many)],
  ])("%s stays below 60 kB and stands alone", (_, draw) => {
    const { svg, alt } = draw();
    expect(svg.length).toBeLessThan(60_000);
    expect(svg).not.toMatch(/currentColor|var\(--|NaN|<script/);
    expect(alt).toMatch(/400 (random )?designs/);
  });
});
