/**
 * The Nadaraya-Watson smoother with a Gaussian kernel: at each query the mean of the targets, weighted by
 * exp(-(query - x_i)² / (2 bandwidth²)). A query far from every x_i gets its nearest neighbours' targets.
 *
 * @param x n finite inputs, at least 1
 * @param targets n finite numbers; labels in {0, 1} give probabilities
 * @param queries m finite inputs; the training inputs themselves are allowed, and count as their own neighbours
 * @param bandwidth the kernel's standard deviation in the units of x, above 0
 * @returns m weighted means, each between the least and the largest target
 * @see Nadaraya (1964), On estimating regression, https://doi.org/10.1137/1109020
 * @example kernelSmoother([0, 2], [0, 1], [1], 0.5) // Float64Array [ 0.5 ]
 */
export function kernelSmoother(
  x: ArrayLike<number>,
  targets: ArrayLike<number>,
  queries: ArrayLike<number>,
  bandwidth: number,
): Float64Array {
  if (queries === x) return smoothedAtInputs(x, targets, bandwidth);
  const means = new Float64Array(queries.length);
  for (let q = 0; q < queries.length; q++) {
    let nearest = Infinity;
    for (let i = 0; i < x.length; i++) nearest = Math.min(nearest, Math.abs(queries[q] - x[i]));
    let total = 0;
    let weighted = 0;
    for (let i = 0; i < x.length; i++) {
      const distance = Math.abs(queries[q] - x[i]);
      // Subtracting the nearest squared distance keeps the largest weight at 1; otherwise all weights could underflow.
      const excess =
        distance === nearest
          ? 0
          : ((distance - nearest) / bandwidth) * ((distance + nearest) / bandwidth);
      const weight = Math.exp(-excess / 2);
      total += weight;
      weighted += weight * targets[i];
    }
    means[q] = weighted / total;
  }
  return means;
}

/** The smoother at its own inputs, where the nearest is at distance 0: each kernel counts for two of them. */
function smoothedAtInputs(
  x: ArrayLike<number>,
  targets: ArrayLike<number>,
  bandwidth: number,
): Float64Array {
  const totals = new Float64Array(x.length);
  const weighted = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    totals[i] += 1;
    weighted[i] += targets[i];
    for (let q = i + 1; q < x.length; q++) {
      const distance = Math.abs(x[q] - x[i]) / bandwidth;
      const weight = Math.exp(-(distance * distance) / 2);
      totals[i] += weight;
      totals[q] += weight;
      weighted[i] += weight * targets[q];
      weighted[q] += weight * targets[i];
    }
  }
  return weighted.map((sum, i) => sum / totals[i]);
}
