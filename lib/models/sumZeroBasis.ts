/**
 * An orthonormal basis of the vectors of d entries that sum to 0 (Helmert's contrasts). The softmax does not see what
 * is added to all classes alike, so its parameters are counted in this basis.
 *
 * @param classes d, at least 2
 * @returns d rows of d - 1 entries; the columns are the basis
 * @example sumZeroBasis(2) // [ Float64Array [ 0.7071067811865475 ], Float64Array [ -0.7071067811865475 ] ]
 */
export function sumZeroBasis(classes: number): Float64Array[] {
  return Array.from({ length: classes }, (_, k) =>
    Float64Array.from({ length: classes - 1 }, (_, a) => {
      const length = Math.sqrt((a + 1) * (a + 2));
      if (k <= a) return 1 / length;
      return k === a + 1 ? -(a + 1) / length : 0;
    }),
  );
}
