/**
 * The classes of the three-class problem: light colours (Okabe and Ito's sky blue, yellow and a reddish purple), which
 * never stand for a role, and a shape each, so that no figure needs its colours to be read.
 */
export const CLASS_PALETTE = [
  { name: "A", fill: "#56B4E9", symbol: "circle" },
  { name: "B", fill: "#F0D642", symbol: "triangle" },
  { name: "C", fill: "#C565A0", symbol: "square" },
] as const;
