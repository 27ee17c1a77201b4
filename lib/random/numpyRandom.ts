import { createRequire } from "node:module";

type Random = typeof import("numpy-ts").random;
let random: Random | undefined;

/** NumPy's random numbers. numpy-ts takes a third of a second to load: who first draws from it pays for it. */
export function numpyRandom(): Random {
  random ??= (createRequire(import.meta.url)("numpy-ts") as typeof import("numpy-ts")).random;
  return random;
}
