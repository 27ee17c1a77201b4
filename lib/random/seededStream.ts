import { shuffler } from "d3-array";
import { randomNormal } from "d3-random";
import seedrandom from "seedrandom";
import { checkInteger, checkNotEmpty, checkValues } from "../validate/checks.js";
import type { Rng } from "./rng.js";

/** A named stream of our own: an {@link Rng} that can also permute. */
export interface SeededStream extends Rng {
  /** The numbers 0 to n - 1 in random order. */
  permutation(n: number): Int32Array;
  /** The stream called `name/purpose`: it does not depend on what was drawn from this one. */
  substream(purpose: string): SeededStream;
}

/**
 * Opens the random stream called `name`: the same name gives the same numbers on every machine,
 * and two names give unrelated numbers. Uniforms are seedrandom's (ARC4), normals d3-random's
 * polar method, permutations d3-array's shuffle.
 *
 * @param name any non-empty text, by habit `notebook/experiment/trial`
 * @throws RangeError if `name` is empty
 * @example seededStream("example").uniform(1) // Float64Array [ 0.4392738750328347 ]
 */
export function seededStream(name: string): SeededStream {
  checkNotEmpty("name", name);
  const next = seedrandom(name);
  const nextNormal = randomNormal.source(next)();
  const shuffle = shuffler(next);
  const draw = (n: number, source: () => number) => {
    checkInteger("n", n);
    const numbers = new Float64Array(n);
    for (let i = 0; i < n; i++) numbers[i] = source();
    return numbers;
  };
  return {
    uniform: (n) => draw(n, next),
    normal: (n) => draw(n, nextNormal),
    bernoulli: (p) => {
      checkValues("p", p, 0, 1);
      const labels = new Uint8Array(p.length);
      for (let i = 0; i < p.length; i++) labels[i] = next() < p[i] ? 1 : 0;
      return labels;
    },
    permutation: (n) => {
      checkInteger("n", n, 0, 2 ** 31);
      return shuffle(Int32Array.from({ length: n }, (_, i) => i));
    },
    substream: (purpose) => seededStream(`${name}/${purpose}`),
  };
}
