import { describe, expect, it } from "vitest";
import { circleFigure } from "../../../lib/chapters/setup/circleFigure.js";
import { constantStudentFigure } from "../../../lib/chapters/setup/constantStudentFigure.js";
import { descentFigure } from "../../../lib/chapters/setup/descentFigure.js";
import { type PlanePoints, planePoints } from "../../../lib/chapters/setup/planeData.js";
import { regionsFigure } from "../../../lib/chapters/setup/regionsFigure.js";
import { temperatureBarsFigure } from "../../../lib/chapters/setup/temperatureBarsFigure.js";
import { temperatureGradientFigure } from "../../../lib/chapters/setup/temperatureGradientFigure.js";
import { softmax } from "../../../lib/losses/softmax.js";
import { PALETTE } from "../../../lib/plotting/palette.js";
import { paletteFigure } from "../../../lib/plotting/paletteFigure.js";

/** A model worked by hand: the logits of A, B, C are x1, x2 and 0. */
const byHand = {
  logits: ({ x1, x2 }: PlanePoints) => Array.from(x1, (a, i) => Float64Array.of(a, x2[i], 0)),
  probabilities: (points: PlanePoints) => byHand.logits(points).map((z) => softmax(z)),
};
/** The vertical places of all points of the lines, in pixels from the top. */
const pathHeights = (svg: string) =>
  Array.from(svg.matchAll(/stroke-width="2\.2"[^>]*><path d="(M[^"]+)"/g)).flatMap(([, path]) =>
    Array.from(path.matchAll(/[ML][-\d.]+,([-\d.]+)/g), ([, y]) => Number(y)),
  );
const examples = { ...planePoints([1, 0], [0, 2], [-1, -1]), y: Uint8Array.of(0, 1, 2) };

describe("paletteFigure", () => {
  it("shows every role and class", async () => {
    const figure = paletteFigure();
    for (const [role, colour] of Object.entries(PALETTE)) {
      expect(figure.alt).toContain(role);
      expect(figure.svg).toContain(colour);
    }
    expect(figure.alt).toContain("Classes: A, a circle; B, a triangle; C, a square.");
    await expect(figure.svg).toMatchFileSnapshot("snapshots/palette.svg");
  });
});

describe("regionsFigure", () => {
  it("maps each class of each model, with the examples", async () => {
    const even = { probabilities: ({ x1 }: PlanePoints) => Array.from(x1, () => [0.5, 0.3, 0.2]) };
    const figure = regionsFigure({ "by hand": byHand, even }, examples);
    expect(figure.alt).toContain("Decision regions of by hand, even");
    expect(figure.alt).toContain("with 3 examples");
    expect(figure.alt).toContain("even: the likeliest class has probability 0.50 on average.");
    // Each letter stands once in the left map; in the right one A rules alone.
    const letters = [...figure.svg.matchAll(/>([ABC])</g)].map(([, letter]) => letter);
    expect(letters.sort()).toEqual(["A", "A", "B", "C"]);
    await expect(figure.svg).toMatchFileSnapshot("snapshots/regions.svg");
  });

  it("puts the region of the upper half above that of the lower half", () => {
    const upperIsB = {
      probabilities: ({ x2 }: PlanePoints) =>
        Array.from(x2, (v) => (v > 0 ? [0.1, 0.9, 0] : [0.9, 0.1, 0])),
    };
    const { svg } = regionsFigure({ half: upperIsB }, examples);
    const heightOf = (letter: string) =>
      Number(new RegExp(`translate\\([\\d.]+,([\\d.]+)\\)[^>]*>${letter}<`).exec(svg)?.[1]);
    expect(heightOf("B")).toBeLessThan(heightOf("A"));
  });

  it("stays below 60 kB with three busy maps", () => {
    const { svg } = regionsFigure({ a: byHand, b: byHand, c: byHand }, examples);
    expect(svg.length).toBeLessThan(60_000);
  });

  it("counts the examples that lie outside the map", () => {
    const far = { ...planePoints([1, 0], [0, -3.1], [4, 4]), y: Uint8Array.of(0, 1, 2) };
    expect(regionsFigure({ a: byHand }, far).alt).toContain("3 examples, 2 of them outside.");
  });
});

describe("circleFigure", () => {
  it("draws a line a model, and says where each peaks", async () => {
    const figure = circleFigure({ teacher: byHand }, { classIndex: 1, radius: 2 });
    const top = softmax([0, 2, 0])[1].toFixed(2);
    expect(figure.alt).toMatch(/class B around a circle of radius 2\. Peaks: teacher/);
    // The exact peak is a little past 90 degrees, where the rival A fades.
    expect(Number(/teacher ([\d.]+) at/.exec(figure.alt)?.[1])).toBeGreaterThanOrEqual(Number(top));
    await expect(figure.svg).toMatchFileSnapshot("snapshots/circle.svg");
  });
});

describe("temperatureBarsFigure", () => {
  it("says and draws the probabilities at each temperature", async () => {
    const figure = temperatureBarsFigure(byHand, [[Math.log(4), 0]], [1, 2]);
    // Odds 4 : 1 : 1, and 2 : 1 : 1 at temperature 2.
    expect(figure.alt).toContain("0.67 0.17 0.17 at τ = 1, 0.50 0.25 0.25 at τ = 2");
    await expect(figure.svg).toMatchFileSnapshot("snapshots/temperatureBars.svg");
  });
});

describe("constantStudentFigure", () => {
  it("marks .70 and .75 for a teacher of .9 and .5 (claim 2)", async () => {
    const figure = constantStudentFigure([0.9, 0.5]);
    expect(figure.alt).toContain("lowest at 0.70, D(S ‖ T) at 0.75");
    expect(figure.svg.match(/>0\.70</g)).toHaveLength(2);
    expect(figure.svg.match(/>0\.75</g)).toHaveLength(1);
    await expect(figure.svg).toMatchFileSnapshot("snapshots/constantStudent.svg");
  });
});

describe("constantStudentFigure's axes", () => {
  it.each([[[0.1, 0.3]], [[0.001, 0.999]], [[0.995]]])(
    "reach the lowest and the highest point of each curve, for a teacher of %j",
    (teacher) => {
      const { svg } = constantStudentFigure(teacher);
      const marks = Array.from(svg.matchAll(/<circle cx="([-\d.]+)" cy="([-\d.]+)"/g));
      expect(marks).toHaveLength(3);
      const heights = pathHeights(svg);
      for (const [, cx, cy] of marks) {
        expect(Number(cx)).toBeGreaterThan(0);
        expect(Number(cx)).toBeLessThan(640);
        // The marked point is the lowest of its curve: no curve's points all lie above it.
        expect(Math.max(...heights) - Number(cy)).toBeGreaterThan(-1.5);
      }
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(32);
    },
  );
});

describe("descentFigure", () => {
  it("draws the losses above the optimum, and says where they begin and end", async () => {
    const figure = descentFigure([3, 2, 1.5, 1.26], 1.25);
    expect(figure.alt).toContain("over 4 steps of gradient descent: from 3.000 to 1.260 nats");
    expect(figure.alt).toContain("the converged fit has 1.250");
    expect(figure.svg).toContain("converged fit: 1.250");
    await expect(figure.svg).toMatchFileSnapshot("snapshots/descent.svg");
  });
});

describe("temperatureGradientFigure", () => {
  it("shows lengths above 1, too", () => {
    const rows = [1, 10].map((temperature) => ({ temperature, plain: 0.5, rescaled: 40 }));
    expect(Math.min(...pathHeights(temperatureGradientFigure(rows).svg))).toBeGreaterThan(32);
  });

  it("draws both lengths, and says their ends", async () => {
    const figure = temperatureGradientFigure([
      { temperature: 1, plain: 0.3, rescaled: 0.3 },
      { temperature: 10, plain: 0.0045, rescaled: 0.45 },
    ]);
    expect(figure.alt).toContain(
      "with the factor τ² from 0.30 to 0.45, without it from 0.30 to 0.0045",
    );
    await expect(figure.svg).toMatchFileSnapshot("snapshots/temperatureGradient.svg");
  });
});
