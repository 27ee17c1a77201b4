/** A slider over some numbers, in order. */
export interface Slider {
  kind: "slider";
  label?: string;
  start: number;
  min: number;
  max: number;
  /** From one number to the next; on a logarithmic slider in decades. */
  step?: number;
  log?: boolean;
  /** The numbers themselves, where they are not evenly spaced. */
  values?: readonly number[];
}

/** One of a few values. */
export interface Choice<T extends string | number = string | number> {
  kind: "choice";
  label?: string;
  start: T;
  options: readonly T[];
}

/** A seed, which a button makes another one. */
export interface Reseed {
  kind: "reseed";
  label?: string;
  start: number;
}

export type Control = Slider | Choice | Reseed;
export type Controls = Record<string, Control>;
export type ValuesOf<C extends Controls> = { [K in keyof C]: C[K]["start"] };

/** Values of the controls by their names. */
export type Values = Record<string, string | number>;

/** All numbers that a slider stands on, in order; its start is one of them. */
export function positionsOf({ start, min, max, step = 1, log, values }: Slider): number[] {
  const count = Math.floor((log ? Math.log10(max / min) : max - min) / step + 1e-9) + 1;
  const position = (k: number) =>
    log
      ? Number((min * 10 ** (k * step)).toPrecision(3))
      : Number((min + k * step).toPrecision(12));
  const positions = values ?? Array.from({ length: count }, (_, k) => Math.min(position(k), max));
  return [...new Set([...positions, start])].sort((a, b) => a - b);
}

/** The MIME type of a live figure in a notebook's output. */
export const LIVE_TYPE = "application/vnd.distillation.live+json";

/** A live figure in a notebook's output: all that a page needs to draw it anew. */
export interface LiveOutput {
  /** The lines of the cell's drawing function, as JavaScript. */
  code: readonly string[];
  /** In the order in which they stand. */
  controls: readonly (Control & { name: string })[];
  /** Variables of the notebook that the code names. */
  data: Readonly<Record<string, unknown>>;
}

/** Where the controls stand at first. */
export const startOf = ({ controls }: LiveOutput): Values =>
  Object.fromEntries(controls.map(({ name, start }) => [name, start]));
