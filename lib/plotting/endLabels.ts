import * as Plot from "@observablehq/plot";

/** A label at the end of a line: where the line ends, in data units, and how it is drawn. */
export interface EndLabel {
  text: string;
  x: number;
  y: number;
  fill: string;
}

export interface EndLabelOptions {
  /** The y-axis: its domain in data units, and whether it is logarithmic. */
  domain: readonly [number, number];
  log?: boolean;
  /** Height of the plotting area in pixels. */
  innerHeight?: number;
}

const LINE_HEIGHT = 16;

/**
 * Text marks right of the lines' ends, pushed apart until no two overlap.
 *
 * @example endLabels([{ text: "teacher", x: 45, y: 0.53, fill: PALETTE.teacher }], { domain: [0, 1] })
 */
export function endLabels(
  labels: readonly EndLabel[],
  { domain, log = false, innerHeight = 318 }: EndLabelOptions,
): Plot.Markish {
  const scale = log ? Math.log : (v: number) => v;
  const unscale = log ? Math.exp : (v: number) => v;
  const [low, high] = domain.map(scale);
  const pixel = (high - low) / innerHeight;
  const placed = spread(
    labels.map((label) => scale(label.y)),
    LINE_HEIGHT * pixel,
    [low + 4 * pixel, high - 4 * pixel],
  );
  const moved = labels.map((label, i) => ({ ...label, y: unscale(placed[i]) }));
  return Plot.text(moved, {
    text: "text",
    x: "x",
    y: "y",
    fill: "fill",
    dx: 8,
    textAnchor: "start",
    fontWeight: "bold",
    clip: false,
  });
}

/**
 * Moves positions as little as needed for neighbours to be `gap` apart and inside the bounds; their order stays.
 *
 * @example spread([0, 0.5, 9], 1, [0, 10]) // [0, 1, 9]
 */
export function spread(
  positions: readonly number[],
  gap: number,
  [low, high]: readonly [number, number],
): number[] {
  const order = positions.map((_, i) => i).sort((a, b) => positions[a] - positions[b]);
  const placed = [...positions];
  let floor = low;
  for (const i of order) {
    placed[i] = Math.max(placed[i], floor);
    floor = placed[i] + gap;
  }
  let ceiling = high;
  for (const i of [...order].reverse()) {
    placed[i] = Math.min(placed[i], ceiling);
    ceiling = placed[i] - gap;
  }
  return placed;
}
