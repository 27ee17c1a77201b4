import { type Drawing, drawerOf, htmlOf, partsOf } from "../browser/drawLive.js";
import {
  type Controls,
  LIVE_TYPE,
  type LiveOutput,
  startOf,
  type ValuesOf,
} from "../browser/liveOutput.js";
import * as library from "../library.js";
import { singleQuoted } from "../plotting/imageOf.js";
import { checkFinite } from "../validate/checks.js";
import { displayBundle } from "./displayBundle.js";

export interface LiveOptions {
  /** The notebook's own variables that `draw` names: numbers, strings, booleans, and arrays and objects of them. */
  data?: Readonly<Record<string, Plain>>;
}
type Plain = number | string | boolean | readonly Plain[] | { readonly [name: string]: Plain };

/** Characters of JSON: what a committed notebook holds of a live figure beside its image. */
const LONGEST = 4000;

/**
 * Shows a figure with controls that draw it anew: in JupyterLab, in a notebook that its reader trusts, and in the book.
 * There `draw` runs without the kernel, so it can use the library (what only a notebook can do excepted) and what it is
 * given as data. Everywhere else the figure is an image, drawn for the controls' starts.
 *
 * @param controls by name, each of {@link slider}, {@link choice} or {@link reseed}
 * @param draw from the controls' values to a figure, several, or `{ figure, text }` with a line to stand under it
 * @throws RangeError if draw uses a name that is neither the library's nor among the data, or both are longer than
 * 4000 characters; whatever draw throws at the controls' starts
 * @example live({ n: slider(10, 200, 20) }, ({ n }) => dataFigure(postData(numpyRng(7), n)))
 */
export function live<C extends Controls>(
  controls: C,
  draw: (values: ValuesOf<C>) => Drawing,
  { data = {} }: LiveOptions = {},
): void {
  checkFinite("options.data", data);
  const output: LiveOutput = {
    code: String(draw).split("\n"),
    controls: Object.entries(controls).map(([name, control]) => ({ name, ...control })),
    data,
  };
  const length = JSON.stringify(output).length;
  if (length > LONGEST)
    throw new RangeError(
      `draw and options.data must have at most ${LONGEST} characters as JSON, got ${length}: let draw compute the data`,
    );
  const drawing = drawnAtStart(output);
  const { figures, text } = partsOf(drawing);
  displayBundle({
    "text/html": htmlOf(drawing),
    // One drawing is all that an SVG can be.
    ...(figures.length === 1 ? { "image/svg+xml": singleQuoted(figures[0].svg) } : {}),
    "text/plain": [...figures.map(({ alt }) => alt), text].filter(Boolean).join("\n"),
    [LIVE_TYPE]: output,
  });
}

/** As a page will draw it, so that what a page cannot know is found here. */
function drawnAtStart(output: LiveOutput): Drawing {
  const known = { ...library, ...output.data };
  const used = output.code.join("\n").matchAll(/\bexports\.([\w$]+)/g);
  for (const [, name] of used) if (!(name in known)) throw unknown(name);
  try {
    return drawerOf(output)(startOf(output));
  } catch (error) {
    const [, name] = /^(\S+) is not defined$/.exec((error as Error).message) ?? [];
    throw name ? unknown(name) : error;
  }
}

const unknown = (name: string) =>
  new RangeError(
    `draw uses ${name}, which a page without this kernel does not know: ` +
      `pass numbers and arrays as data, live(controls, draw, { data: { ${name} } }), and make all else inside draw`,
  );
