import * as Plot from "@observablehq/plot";
import { extent } from "d3-array";
import {
  checkLength,
  checkNotEmpty,
  checkNumber,
  checkValues,
  MAX_MAGNITUDE,
} from "../validate/checks.js";
import { endLabels } from "./endLabels.js";
import { logAxisX, logAxisY, logTicks, type TickFormat } from "./logAxis.js";
import { DASHES, PALETTE, type Role } from "./palette.js";
import { FIGURE_HEIGHT, FIGURE_WIDTH, type Figure, renderFigure } from "./render.js";

/** One line of a figure, with a band where it has noise. */
export interface Line {
  label: string;
  role: Role;
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  /** Half the height of a band around the line: two standard errors, unless the caption says otherwise. */
  halfWidth?: ArrayLike<number>;
  /** Draws a dot at every point, for lines that join measurements. */
  dots?: boolean;
}

export interface LineFigureOptions {
  alt: string;
  xLabel: string;
  /** With its unit. */
  yLabel: string;
  yLog?: boolean;
  xLog?: boolean;
  /** The least that the y-axis shows: it grows to hold every point of a line. */
  yDomain?: readonly [number, number];
  /** Keeps the y-axis at yDomain although points lie beyond it: the figure then says which. Default false. */
  yFixed?: boolean;
  /** Values marked on the x-axis; for measurements, the values measured at. */
  xTicks?: readonly number[];
  xTickFormat?: TickFormat;
  /** Values marked on a logarithmic y-axis. */
  yTicks?: readonly number[];
  yTickFormat?: TickFormat;
  /** Room for the labels at the right, in pixels. */
  marginRight?: number;
  height?: number;
  /** Marks drawn under the lines. */
  under?: Plot.Markish[];
}

const MARGIN_TOP = 32;
const MARGIN_BOTTOM = 44;

/**
 * Lines over one x-axis, each labelled at its right end in its role's colour: the common frame of the figures.
 *
 * @throws RangeError if there is no line, a line is empty, has a value that is not finite or, on a logarithmic axis, not
 * above 0, lengths differ, or an option is out of its range
 */
export function lineFigure(lines: readonly Line[], options: LineFigureOptions): Figure {
  const { xLog = false, yLog = false, height = FIGURE_HEIGHT, xTicks } = options;
  checkNotEmpty("lines", lines);
  for (const line of lines) checkLine(line, leastOn(xLog), leastOn(yLog));
  checkOptions(options);
  const ownX = xLog && xTicks;
  const ys = lines.flatMap(({ y }) => Array.from(y));
  const { yDomain, yFixed = false } = options;
  const domain = yDomain
    ? (extent(yFixed ? yDomain : [...yDomain, ...ys]) as [number, number])
    : domainOf(lines, yLog);
  const yTicks = options.yTicks ?? (yLog ? logTicks(domain) : []);
  // A logarithmic axis cannot show the part of a band that reaches 0.
  const bottom = yLog ? domain[0] : -Infinity;
  const points = lines.flatMap((line, index) =>
    pointsOf(line).map((point) => ({ ...point, line: index, low: Math.max(point.low, bottom) })),
  );
  const labels = lines.map(({ label, role, x, y }) => ({
    text: label,
    x: x[x.length - 1],
    y: y[y.length - 1],
    fill: PALETTE[role],
  }));
  const banded = points.filter((point) => point.low !== point.high);
  const dotted = points.filter((point) => point.dots);
  return renderFigure(options.alt, {
    height,
    marginTop: MARGIN_TOP,
    marginBottom: MARGIN_BOTTOM,
    insetTop: 0,
    insetLeft: 5,
    insetRight: 5,
    marginRight: options.marginRight ?? 96,
    x: {
      label: options.xLabel,
      type: xLog ? "log" : "linear",
      ...(xTicks ? { ticks: [...xTicks], tickFormat: options.xTickFormat ?? String } : {}),
      ...(ownX ? { axis: null } : {}),
    },
    y: {
      label: options.yLabel,
      grid: true,
      type: yLog ? "log" : "linear",
      domain: [...domain],
      ...(yLog ? { axis: null, grid: false } : {}),
    },
    marks: [
      ...(ownX ? logAxisX(xTicks, options.xLabel, options.xTickFormat) : []),
      ...(yLog ? logAxisY(yTicks, options.yLabel, options.yTickFormat) : []),
      ...(options.under ?? []),
      Plot.areaY(banded, {
        x: "x",
        y1: "low",
        y2: "high",
        z: "line",
        fill: (point) => PALETTE[point.role as Role],
        fillOpacity: 0.18,
        clip: true,
      }),
      ...lines.map((line) =>
        Plot.lineY(pointsOf(line), {
          x: "x",
          y: "y",
          stroke: PALETTE[line.role],
          strokeWidth: 2.2,
          strokeDasharray: DASHES[line.role],
          clip: true,
        }),
      ),
      Plot.dot(dotted, {
        x: "x",
        y: "y",
        r: 3,
        fill: (point) => PALETTE[point.role as Role],
        clip: true,
      }),
      endLabels(labels, { domain, log: yLog, innerHeight: height - MARGIN_TOP - MARGIN_BOTTOM }),
    ],
  });
}

function pointsOf({ role, x, y, halfWidth, dots = false }: Line) {
  return Array.from(x, (value, i) => ({
    role,
    dots,
    x: value,
    y: y[i],
    low: y[i] - (halfWidth?.[i] ?? 0),
    high: y[i] + (halfWidth?.[i] ?? 0),
  }));
}

/** A logarithmic axis shows positive numbers only. */
const leastOn = (log: boolean) => (log ? Number.MIN_VALUE : -MAX_MAGNITUDE);

function checkLine({ label, x, y, halfWidth }: Line, leastX: number, leastY: number): void {
  checkNotEmpty(`x of the line ${label}`, x);
  checkValues(`x of the line ${label}`, x, leastX, MAX_MAGNITUDE);
  checkLength(`y of the line ${label}`, y, x.length, "its x");
  checkValues(`y of the line ${label}`, y, leastY, MAX_MAGNITUDE);
  if (halfWidth) {
    checkLength(`halfWidth of the line ${label}`, halfWidth, x.length, "its x");
    checkValues(`halfWidth of the line ${label}`, halfWidth, 0, MAX_MAGNITUDE);
  }
}

function checkOptions(options: LineFigureOptions): void {
  const { xLog = false, yLog = false, xTicks, yTicks = [], yDomain, marginRight = 0 } = options;
  const { height = FIGURE_HEIGHT } = options;
  if (xTicks) checkNotEmpty("options.xTicks", xTicks);
  checkValues("options.xTicks", xTicks ?? [], leastOn(xLog), MAX_MAGNITUDE);
  checkValues("options.yTicks", yTicks, leastOn(yLog), MAX_MAGNITUDE);
  checkNumber("options.marginRight", marginRight, 0, FIGURE_WIDTH / 2);
  checkNumber("options.height", height, MARGIN_TOP + MARGIN_BOTTOM + 1, 10 * FIGURE_HEIGHT);
  if (yDomain) {
    checkLength("yDomain", yDomain, 2, "a domain");
    checkValues("yDomain", yDomain, leastOn(yLog), MAX_MAGNITUDE);
  }
}

function domainOf(lines: readonly Line[], log: boolean): [number, number] {
  const ends = lines.flatMap(pointsOf).flatMap((point) => [point.low, point.y, point.high]);
  const shown = ends.filter((end) => !log || end > 0);
  const [low, high] = extent(shown) as [number, number];
  if (log) return [low / 1.05, high * 1.05];
  const room = 0.05 * (high - low) || 0.5;
  return [low - room, high + room];
}
