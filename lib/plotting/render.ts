import * as Plot from "@observablehq/plot";
import { checkNumber, formatValue } from "../validate/checks.js";
import { drawingWindow } from "./drawingWindow.js";

/** A drawn figure: everything a notebook needs to show it. */
export interface Figure {
  /** A standalone SVG document with opaque background and explicit colours. */
  svg: string;
  /** What is to be seen, for those who do not see it. */
  alt: string;
  /** Pixels. */
  width: number;
  height: number;
}

export const FIGURE_WIDTH = 640;
export const FIGURE_HEIGHT = 400;
const INK = "#222222";

/**
 * Draws a plot as a standalone SVG, the same bytes for the same input: colours are explicit, the background is opaque,
 * coordinates are rounded to hundredths of a pixel and generated ids are counted anew.
 *
 * @param alt what is to be seen, in a sentence or two
 * @param options Observable Plot's options without title, caption or legends, which would turn the SVG into HTML
 * @throws RangeError if alt is empty, width or height is not from 1 to 10 000, or a mark gets a coordinate that is not finite;
 * TypeError if the options make Plot return something else than an SVG
 * @see https://observablehq.com/plot/features/plots
 * @example renderFigure("Nothing.", { marks: [] }).width // 640
 */
export function renderFigure(alt: string, options: Plot.PlotOptions): Figure {
  if (alt.trim() === "") {
    throw new RangeError(`alt must say what is to be seen, got ${formatValue(alt)}`);
  }
  const { width = FIGURE_WIDTH, height = FIGURE_HEIGHT } = options;
  checkNumber("options.width", width, 1, 10_000);
  checkNumber("options.height", height, 1, 10_000);
  const { document, XMLSerializer } = drawingWindow();
  const drawing = Plot.plot({
    marginTop: 32,
    marginBottom: 44,
    marginLeft: 56,
    insetTop: 6,
    ...options,
    x: { labelAnchor: "center", labelArrow: "none", ...options.x },
    y: { labelArrow: "none", ...options.y },
    width,
    height,
    document,
    style: `font: 13px "DejaVu Sans", Verdana, Arial, sans-serif; color: ${INK}; ${options.style ?? ""}`,
  });
  if (drawing.tagName.toLowerCase() !== "svg") {
    throw new TypeError(
      `options must not have a title, caption or legend, got a plot drawn as <${drawing.tagName}>`,
    );
  }
  makeStandalone(drawing as unknown as SVGSVGElement, document);
  const svg = normalise(new XMLSerializer().serializeToString(drawing));
  return { svg, alt, width, height };
}

const COORDINATES = new Set(
  "d transform x x1 x2 y y1 y2 cx cy r dx dy rx ry width height points".split(" "),
);

function makeStandalone(svg: SVGSVGElement, document: Document): void {
  for (const element of svg.querySelectorAll("*")) {
    for (const attribute of element.attributes) {
      if (!COORDINATES.has(attribute.name)) continue;
      if (/NaN|Infinity/.test(attribute.value)) {
        throw new RangeError(
          `options must give finite coordinates, got ${attribute.name}="${formatValue(attribute.value)}"`,
        );
      }
      attribute.value = roundNumbers(attribute.value);
    }
  }
  const background = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ width: "100%", height: "100%", fill: "white" })) {
    background.setAttribute(name, value);
  }
  svg.insertBefore(background, svg.querySelector("style")?.nextSibling ?? svg.firstChild);
}

/** Hundredths of a pixel are invisible, and the last digits may differ from one machine to the next. */
function roundNumbers(text: string): string {
  return text.replace(
    /-?\d*\.\d{3,}(e-?\d+)?/g,
    (number) => `${Math.round(+number * 100) / 100 || 0}`,
  );
}

/** Plot counts clip and gradient ids over the life of the process: count them anew in each figure. */
function normalise(svg: string): string {
  const seen = new Map<string, string>();
  return (
    svg
      // Characters that XML does not allow would leave the whole image broken.
      .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (character) =>
        "\t\n\r".includes(character) ? character : "\uFFFD",
      )
      .replaceAll("currentColor", INK)
      .replaceAll("var(--plot-background)", "white")
      .replace(/plot-(clip|gradient|pattern)-\d+/g, (id, kind) => {
        if (!seen.has(id)) seen.set(id, `plot-${kind}-${seen.size + 1}`);
        return seen.get(id) as string;
      })
  );
}
