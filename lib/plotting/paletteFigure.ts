import * as Plot from "@observablehq/plot";
import { CLASS_PALETTE, DASHES, PALETTE, type Role } from "./palette.js";
import { type Figure, renderFigure } from "./render.js";

const MEANINGS: Record<Role, string> = {
  teacher: "the teacher",
  student: "the student, trained on labels",
  distilled: "the student, trained on the teacher",
  hack: "the post's hack: least squares on logits",
  truth: "the truth, such as η(x)",
  shuffled: "a control: the shuffled teacher",
  smoothed: "a softening without a teacher",
  guide: "reference lines",
};

/** What each colour, line and shape stands for in every notebook: eight roles, then the classes of 00-setup. */
export function paletteFigure(): Figure {
  const roles = (Object.keys(MEANINGS) as Role[]).map((role, row) => ({ role, row }));
  const classes = CLASS_PALETTE.map((entry, k) => ({ ...entry, k }));
  const text = { textAnchor: "start", fontSize: 14 } as const;
  return renderFigure(
    `The palette. Lines: ${roles.map(({ role }) => `${role}, ${MEANINGS[role]}`).join("; ")}. ` +
      `Classes: ${classes.map(({ name, symbol }) => `${name}, a ${symbol}`).join("; ")}.`,
    {
      height: 300,
      marginTop: 10,
      marginBottom: 10,
      marginLeft: 10,
      x: { axis: null, domain: [0, 100] },
      y: { axis: null, domain: [8.4, -0.4] },
      marks: [
        ...roles.map(({ role, row }) =>
          Plot.line([0, 14], {
            x: (x) => x,
            y: () => row,
            stroke: PALETTE[role],
            strokeWidth: 3,
            strokeDasharray: DASHES[role],
          }),
        ),
        Plot.text(roles, {
          ...text,
          x: 17,
          y: "row",
          text: "role",
          fontWeight: "bold",
          fill: ({ role }) => PALETTE[role as Role],
        }),
        Plot.text(roles, { ...text, x: 33, y: "row", text: ({ role }) => MEANINGS[role as Role] }),
        ...classes.map(({ fill, symbol, k }) =>
          Plot.dot([k], { x: 84, y: 2 * k + 1, r: 11, fill, symbol, stroke: "#222222" }),
        ),
        Plot.text(classes, {
          ...text,
          x: 88,
          y: ({ k }) => 2 * k + 1,
          text: ({ name }) => `class ${name}`,
        }),
      ],
    },
  );
}
