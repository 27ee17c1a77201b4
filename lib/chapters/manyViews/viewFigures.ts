import * as Plot from "@observablehq/plot";
import { PALETTE, type Role } from "../../plotting/palette.js";
import { type Figure, renderFigure } from "../../plotting/render.js";
import { checkInteger, checkIntegers, checkLength, checkNotEmpty } from "../../validate/checks.js";
import { checkViewData, type ViewData } from "./viewData.js";

const ROW = 22;

/**
 * Examples as their patches: a row a patch, a column a coordinate, the darker the larger; views of the example's own class in the colour of the truth's
 * opposite, the student's.
 *
 * @param examples indices of examples
 * @throws RangeError if data is not valid or there is no such example
 */
export function viewsFigure(data: ViewData, examples: readonly number[]): Figure {
  checkViewData(data);
  checkNotEmpty("examples", examples);
  checkIntegers("examples", examples, 0, data.labels.length - 1);
  const { views, patches, dimensions, inputs, labels, shown, classes } = data;
  const cells = examples.flatMap((i, panel) =>
    Array.from({ length: patches * dimensions }, (_, at) => {
      const column = at % dimensions;
      const value = inputs[i * patches * dimensions + at];
      return {
        panel,
        column,
        patch: Math.floor(at / dimensions) + 1,
        opacity: Math.min(1, Math.abs(value)),
        fill: Math.floor(column / views) === labels[i] ? PALETTE.student : PALETTE.truth,
      };
    }).filter(({ opacity }) => opacity > 0.02),
  );
  const titles = examples.map((i, panel) => ({
    panel,
    text: `class ${labels[i]}, ${shown[i] < 0 ? "all views" : `view ${"abcdefgh"[shown[i]] ?? shown[i] + 1} alone`}`,
  }));
  const middles = Array.from({ length: classes }, (_, c) => c * views + (views - 1) / 2);
  return renderFigure(
    `${examples.length} examples as ${patches} patches of ${dimensions} coordinates: ${titles.map(({ text }) => text).join("; ")}. ` +
      "The views of an example's own class are the darkest cells; those of two other classes are paler.",
    {
      height: 60 + examples.length * (patches * ROW + 24),
      marginLeft: 60,
      marginTop: 30,
      marginRight: 20,
      fy: { axis: null, padding: 0.2 },
      x: {
        domain: [-0.5, dimensions - 0.5],
        ticks: middles,
        tickFormat: (x) => `${Math.floor(x / views)}`,
        label: "coordinate, by the class that it is a view of",
      },
      y: {
        domain: [0.5, patches + 0.5],
        reverse: true,
        ticks: patches,
        label: "patch",
      },
      marks: [
        Plot.rect(cells, {
          fy: "panel",
          x1: ({ column }) => column - 0.45,
          x2: ({ column }) => column + 0.45,
          y1: ({ patch }) => patch - 0.45,
          y2: ({ patch }) => patch + 0.45,
          fill: "fill",
          fillOpacity: "opacity",
        }),
        Plot.ruleX(
          Array.from({ length: classes }, (_, c) => (c + 1) * views - 0.5),
          { stroke: PALETTE.guide, strokeOpacity: 0.3 },
        ),
        Plot.text(titles, { fy: "panel", text: "text", frameAnchor: "top-right", dy: -13 }),
      ],
    },
  );
}

/** What one network knows, for {@link knowledgeFigure}. */
export interface KnowledgeRow {
  label: string;
  role: Role;
  /** classes × views, 1 where the view is known: knownViews. */
  known: ArrayLike<number>;
}

/**
 * Who knows what: a row a network, a column a view, a dot where it is known.
 *
 * @param views a class
 * @throws RangeError if there is no row, or the rows' lengths differ
 */
export function knowledgeFigure(rows: readonly KnowledgeRow[], views: number): Figure {
  checkNotEmpty("rows", rows);
  checkInteger("views", views, 1, rows[0].known.length);
  for (const [k, { known }] of rows.entries()) {
    checkIntegers(`rows[${k}].known`, known, 0, 1);
    checkLength(`rows[${k}].known`, known, rows[0].known.length, "rows[0].known");
  }
  const columns = rows[0].known.length;
  const counts = rows.map(({ label, role, known }, y) => {
    const count = Array.from(known).reduce((sum, k) => sum + k, 0);
    return { label, y, count, text: `${count} of ${columns}`, fill: PALETTE[role] };
  });
  const dots = rows.flatMap(({ role, known }, y) =>
    Array.from(known, (k, x) => ({
      x,
      y,
      stroke: PALETTE[role],
      fill: k ? PALETTE[role] : "white",
    })),
  );
  const middles = Array.from({ length: columns / views }, (_, c) => c * views + (views - 1) / 2);
  return renderFigure(
    `Which of ${columns} views each network knows: ${counts.map(({ label, text }) => `${label} ${text}`).join(", ")}.`,
    {
      height: 70 + 26 * rows.length,
      marginLeft: 130,
      marginRight: 80,
      marginTop: 14,
      x: {
        domain: [-0.7, columns - 0.3],
        ticks: middles,
        tickFormat: (x) => `${Math.floor(x / views)}`,
        label: `class, ${views} views each`,
      },
      y: { domain: [-0.5, rows.length - 0.5], reverse: true, axis: null },
      marks: [
        Plot.ruleX(
          middles.slice(1).map((x) => x - views / 2),
          { stroke: PALETTE.guide, strokeOpacity: 0.3 },
        ),
        Plot.dot(dots, { x: "x", y: "y", r: 5.5, stroke: "stroke", fill: "fill" }),
        Plot.text(counts, {
          x: -0.7,
          y: "y",
          text: "label",
          fill: "fill",
          textAnchor: "end",
          dx: -6,
          fontWeight: "bold",
        }),
        Plot.text(counts, {
          x: columns - 0.3,
          y: "y",
          text: "text",
          fill: "fill",
          textAnchor: "start",
          dx: 6,
        }),
      ],
    },
  );
}
