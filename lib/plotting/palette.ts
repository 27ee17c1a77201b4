/**
 * The colours of every figure: one for each role, the same in all notebooks. They are Okabe and Ito's, darkened so
 * that text in them reads on white (contrast at least 4.5). Some are equally light: in print the dashes tell them apart.
 */
export const PALETTE = {
  teacher: "#007A5A",
  student: "#B84A00",
  distilled: "#0063A3",
  /** The post's hack where it stands beside the distilled student: least squares on the teacher's logits. */
  hack: "#5B57C4",
  /** The truth: eta(x), Bayes. */
  truth: "#222222",
  /** Controls such as a shuffled teacher. */
  shuffled: "#8A3A75",
  /** Label smoothing and other softenings without a teacher. */
  smoothed: "#735C00",
  /** Reference lines, guides and captions. */
  guide: "#5F5F5F",
} as const;

export type Role = keyof typeof PALETTE;

/** Line patterns by role, so that no figure needs its colours to be read. */
export const DASHES: Record<Role, string> = {
  teacher: "4 3",
  student: "none",
  distilled: "12 3",
  hack: "3 3",
  truth: "2 3",
  shuffled: "9 3 2 3",
  smoothed: "4 2",
  guide: "1 3",
};

/**
 * The classes of the three-class problem: light colours (Okabe and Ito's sky blue, yellow and a reddish purple), which
 * never stand for a role, and a shape each, so that no figure needs its colours to be read.
 */
export const CLASS_PALETTE = [
  { name: "A", fill: "#56B4E9", symbol: "circle" },
  { name: "B", fill: "#F0D642", symbol: "triangle" },
  { name: "C", fill: "#C565A0", symbol: "square" },
] as const;
