import * as Plot from "@observablehq/plot";
import { label } from "../../plotting/label.js";
import { PALETTE } from "../../plotting/palette.js";
import { type Figure, renderFigure } from "../../plotting/render.js";

interface Node {
  x: number;
  name: string;
  note: string;
  colour: string;
}

const NODES: Node[] = [
  { x: 1.2, name: "y", note: "labels", colour: PALETTE.truth },
  { x: 5, name: "μ", note: "teacher", colour: PALETTE.teacher },
  { x: 8.8, name: "θ", note: "student", colour: PALETTE.distilled },
];
const TOP = 3.1;
const ROW = 1.2;
const RADIUS = 0.62;

/**
 * The chain labels → teacher → student with the inputs given above it, as nodes and arrows.
 *
 * @param options.shortcut draws also the arrow that a finite alpha adds, from the labels to the student
 */
export function markovChainFigure({ shortcut = false }: { shortcut?: boolean } = {}): Figure {
  const steps = [
    { x1: 1.2 + RADIUS, x2: 5 - RADIUS, text: "fit the teacher" },
    { x1: 5 + RADIUS, x2: 8.8 - RADIUS, text: "fit to T(x; μ)" },
  ];
  const arrow = { headLength: 9, insetEnd: 2, strokeWidth: 2.2 };
  const shortcutArrow = [{ x1: 1.2, x2: 8.8, y1: ROW - 0.6, y2: ROW - 0.6 }];
  return renderFigure(
    `A chain of three nodes: the labels y, an arrow to the teacher's parameters mu, an arrow to the student's parameters theta. The inputs x stand above, given, with a thin arrow to each node.${
      shortcut ? " A second, curved arrow goes from y to theta directly, past the teacher." : ""
    }`,
    {
      height: shortcut ? 280 : 240,
      marginLeft: 8,
      marginRight: 8,
      marginTop: 8,
      marginBottom: 8,
      x: { axis: null, domain: [0, 10] },
      y: { axis: null, domain: shortcut ? [-0.6, 3.8] : [0, 3.8] },
      marks: [
        Plot.arrow(NODES, {
          x1: 5,
          y1: TOP - 0.35,
          x2: "x",
          y2: ROW + 0.62,
          stroke: PALETTE.guide,
          strokeDasharray: "2 3",
          headLength: 7,
        }),
        Plot.arrow(steps, {
          x1: "x1",
          x2: "x2",
          y1: ROW,
          y2: ROW,
          stroke: PALETTE.truth,
          ...arrow,
        }),
        Plot.text(steps, { x: (d) => (d.x1 + d.x2) / 2, y: ROW, dy: -12, text: "text" }),
        ...(shortcut
          ? [
              Plot.arrow(shortcutArrow, {
                x1: "x1",
                x2: "x2",
                y1: "y1",
                y2: "y2",
                bend: -18,
                stroke: PALETTE.student,
                strokeDasharray: "8 4",
                ...arrow,
              }),
              label("the labels' own term, α finite", {
                x: 5,
                y: -0.15,
                dy: 14,
                fill: PALETTE.student,
              }),
            ]
          : []),
        label("x, the inputs: given", { x: 5, y: TOP }),
        Plot.dot(NODES, {
          x: "x",
          y: ROW,
          r: 30,
          fill: "white",
          stroke: "colour",
          strokeWidth: 2.5,
        }),
        Plot.text(NODES, { x: "x", y: ROW, dy: -7, text: "name", fontSize: 20, fill: "colour" }),
        Plot.text(NODES, { x: "x", y: ROW, dy: 12, text: "note", fontSize: 11, fill: "colour" }),
      ],
    },
  );
}
