/** A source of random numbers; every experiment takes one, so that the reader chooses the stream. */
export interface Rng {
  /** n numbers uniform on [0, 1). */
  uniform(n: number): Float64Array;
  /** n standard normal numbers. */
  normal(n: number): Float64Array;
  /** One label in {0, 1} for each probability of a 1. */
  bernoulli(p: ArrayLike<number>): Uint8Array;
}
