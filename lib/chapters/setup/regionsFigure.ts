import * as Plot from "@observablehq/plot";
import { greatest } from "d3-array";
import { checkDistribution } from "../../losses/domains.js";
import { CLASS_PALETTE } from "../../plotting/palette.js";
import { FIGURE_WIDTH, type Figure, renderFigure } from "../../plotting/render.js";
import { checkInteger, checkLength } from "../../validate/checks.js";
import { planeGrid } from "./pinwheel.js";
import { checkPlaneData, type PlaneData, type PlanePoints } from "./planeData.js";

/** What a map of the plane needs of a model, or of the truth: class probabilities at any points. */
export interface PlaneMap {
  probabilities(points: PlanePoints): readonly ArrayLike<number>[];
}

/** A map's probabilities at some points: what a reader's own model returns is checked here. */
export function probabilitiesAt(
  name: string,
  map: PlaneMap,
  points: PlanePoints,
): readonly ArrayLike<number>[] {
  const rows = map.probabilities(points);
  checkLength(`${name}.probabilities`, rows as never, points.x1.length, "the points asked for");
  rows.forEach((row, i) => {
    checkDistribution(`${name}.probabilities[${i}]`, row);
    checkLength(`${name}.probabilities[${i}]`, row, CLASS_PALETTE.length, "the classes");
  });
  return rows;
}

const REACH = 3;
/** A region's shade deepens where its class passes these probabilities. */
const LEVELS = [0.6, 0.8];
/** Cells of the raster along each side of a panel, from which Plot draws smooth contours. */
const CELLS = 36;

/**
 * Maps of the plane side by side: the region of each class, its shade deeper where the class passes a probability of
 * 0.6 and 0.8, with the examples on top in the shape of their own label.
 *
 * @param panels one to three maps of the same three classes, by their headings
 * @param examples drawn in each panel; those outside [-3, 3]² are counted in the alternative text only
 * @throws RangeError if there is no panel or more than three, a map does not give distributions over three classes, or
 * an example has no finite coordinates or no label from 0 to 2
 */
export function regionsFigure(
  panels: Readonly<Record<string, PlaneMap>>,
  examples: PlaneData,
): Figure {
  const labels = Object.keys(panels);
  checkInteger("the number of panels", labels.length, 1, 3);
  checkPlaneData("examples", examples);
  const centres = cellCentres();
  const cells = labels.flatMap((label) =>
    Array.from(probabilitiesAt(`panels.${label}`, panels[label], centres), (p, i) => ({
      label,
      p,
      x: centres.x1[i],
      y: centres.x2[i],
    })),
  );
  const letters = labels.flatMap((label) =>
    CLASS_PALETTE.map(({ name }, k) => {
      const inside = cells.filter(
        (cell) => cell.label === label && Math.hypot(cell.x, cell.y) < 2.2,
      );
      const surest = greatest(
        inside,
        (a, b) => margin(a.p, k) - margin(b.p, k),
      ) as (typeof cells)[0];
      return { label, name, x: surest.x, y: surest.y, inside: margin(surest.p, k) > 0 };
    }),
  );
  const points = labels.flatMap((label) =>
    Array.from(examples.x1, (x, i) => ({ label, x, y: examples.x2[i], k: examples.y[i] })),
  );
  const region = (
    k: number,
    thresholds: number[],
    value: (p: ArrayLike<number>) => number,
    stroke: string,
  ) =>
    Plot.contour(cells, {
      fx: "label",
      x1: -REACH,
      x2: REACH,
      y1: -REACH,
      y2: REACH,
      width: CELLS,
      height: CELLS,
      interpolate: null,
      value: ({ p }: { p: ArrayLike<number> }) => value(p),
      thresholds,
      fill: CLASS_PALETTE[k].fill,
      fillOpacity: 0.36,
      stroke,
      clip: true,
    } as unknown as Plot.ContourOptions);
  const symbolOf = ({ k }: { k: number }) => CLASS_PALETTE[k].symbol;
  const fillOf = ({ k }: { k: number }) => CLASS_PALETTE[k].fill;
  const axis = { ticks: [-2, 0, 2], tickFormat: "d", domain: [-REACH, REACH] };
  return renderFigure(
    `Decision regions of ${labels.join(", ")} over the plane from -3 to 3, with ` +
      `${examplesInWords(examples)}. ${labels.map((label) => averageTop(label, panels[label])).join(" ")}`,
    {
      height: Math.round((FIGURE_WIDTH - 44) / labels.length) + 68,
      marginLeft: 36,
      marginRight: 8,
      insetTop: 0,
      fx: { domain: labels, label: null, padding: 0.05 },
      x: { ...axis, label: "x₁" },
      y: { ...axis, label: "x₂" },
      symbol: { type: "identity" },
      marks: [
        ...CLASS_PALETTE.flatMap((_, k) => [
          region(k, [0], (p) => margin(p, k), "#222222"),
          region(k, LEVELS, (p) => p[k], "none"),
        ]),
        Plot.dot(points, {
          fx: "label",
          x: "x",
          y: "y",
          r: 3.5,
          symbol: symbolOf,
          fill: fillOf,
          stroke: "#222222",
          strokeWidth: 1,
          clip: true,
        }),
        Plot.text(
          letters.filter(({ inside }) => inside),
          {
            fx: "label",
            x: "x",
            y: "y",
            text: "name",
            fontSize: 17,
            fontWeight: "bold",
            fill: "#222222",
          },
        ),
      ],
    } as Plot.PlotOptions,
  );
}

/** The middles of the raster's cells, row by row from the bottom: the order in which Plot takes a dense grid. */
function cellCentres(): PlanePoints {
  const centre = (index: number) => -REACH + (2 * REACH * (index + 0.5)) / CELLS;
  const all = Float64Array.from({ length: CELLS * CELLS }, (_, i) => i);
  return {
    x1: all.map((i) => centre(i % CELLS)),
    x2: all.map((i) => centre(Math.floor(i / CELLS))),
  };
}

/** How far the probability of class k is above that of its best rival. */
const margin = (p: ArrayLike<number>, k: number) =>
  p[k] - Math.max(...Array.from(p).filter((_, other) => other !== k));

/** How sure a panel is: the expected probability of its own best class over x ~ N(0, 1)². */
function averageTop(label: string, map: PlaneMap): string {
  const grid = planeGrid(24);
  const sure = probabilitiesAt(`panels.${label}`, map, grid).reduce(
    (sum, p, i) => sum + grid.weights[i] * Math.max(...Array.from(p)),
    0,
  );
  return `${label}: the likeliest class has probability ${sure.toFixed(2)} on average.`;
}

/** How many examples there are, and how many of them the figure cuts off. */
function examplesInWords({ x1, x2 }: PlaneData): string {
  const outside = x1.filter((x, i) => Math.max(Math.abs(x), Math.abs(x2[i])) > REACH).length;
  return `${x1.length} examples${outside ? `, ${outside} of them outside` : ""}`;
}
