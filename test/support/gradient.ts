/** Central differences of a function of several numbers: an independent check of a gradient, good to about 1e-9. */
export function numericalGradient(
  f: (point: number[]) => number,
  point: ArrayLike<number>,
  step = 1e-5,
): number[] {
  return Array.from(point, (_, i) => {
    const moved = (by: number) => f(Array.from(point, (v, j) => (j === i ? v + by : v)));
    return (moved(step) - moved(-step)) / (2 * step);
  });
}
