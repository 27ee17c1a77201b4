import { checkInteger, checkValues } from "../validate/checks.js";
import { numpyRandom } from "./numpyRandom.js";
import type { Rng } from "./rng.js";

/** numpy-ts draws wrong numbers, silently, for seeds above this. */
const LARGEST_SEED = 2 ** 32 - 1;

/** A copy: the array is a view of memory that numpy-ts uses again once its own wrapper has been collected. */
const numbersOf = (array: unknown) => (array as { data: Float64Array }).data.slice();

/**
 * NumPy's `default_rng(seed)`: the same uniforms, normals and Bernoulli draws, bit for bit. Only normals beyond 3.65 may
 * miss the last bit, since NumPy takes their logarithm from the C library: one did, in 74 million normals compared.
 * `bernoulli(p)` gives the draws of `rng.binomial(1, p)`: NumPy spends one uniform on each p above 0.
 *
 * @param seed a whole number from 0 to 2^32 - 1
 * @throws RangeError if the seed, a count or a probability is out of its range
 * @see https://numpy.org/doc/stable/reference/random/generator.html
 * @example numpyRng(1234).normal(1) // Float64Array [ -1.6038368053963015 ]
 */
export function numpyRng(seed: number): Rng {
  checkInteger("seed", seed, 0, LARGEST_SEED);
  const generator = numpyRandom().default_rng(seed);
  const uniform = (n: number) => {
    checkInteger("n", n);
    return numbersOf(generator.random(n));
  };
  return {
    uniform,
    normal: (n) => {
      checkInteger("n", n);
      return numbersOf(generator.standard_normal(n));
    },
    bernoulli: (p) => {
      checkValues("p", p, 0, 1);
      let needed = 0;
      for (let i = 0; i < p.length; i++) if (p[i] > 0) needed++;
      return invertUniforms(p, uniform(needed));
    },
  };
}

/** NumPy inverts the distribution of the rarer label, so the comparison depends on the side of 1/2. */
function invertUniforms(p: ArrayLike<number>, uniforms: Float64Array): Uint8Array {
  const labels = new Uint8Array(p.length);
  for (let i = 0, next = 0; i < p.length; i++) {
    if (p[i] === 0) continue;
    const u = uniforms[next++];
    labels[i] = (p[i] <= 0.5 ? u > 1 - p[i] : u <= p[i]) ? 1 : 0;
  }
  return labels;
}
