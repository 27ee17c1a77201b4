// What a page's bundle takes for random/numpyRandom: numpy-ts makes up most of the bundle, so that it is loaded when something first draws from it.
import type * as numpy from "numpy-ts";

let loaded: typeof numpy | undefined;

/** Says that what threw this can be done once {@link loadNumpy} has ended. */
export class NumpyMissing extends Error {}

export async function loadNumpy(): Promise<void> {
  loaded ??= await import("numpy-ts");
}

export function numpyRandom(): typeof numpy.random {
  if (!loaded) throw new NumpyMissing("numpy-ts is not loaded");
  return loaded.random;
}
