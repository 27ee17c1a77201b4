// What a page's bundle takes for numpy-ts, which makes up most of the bundle: it is loaded when something first draws from it.
import type * as numpy from "numpy-ts";

let loaded: typeof numpy | undefined;

/** Says that what threw this can be done once {@link loadNumpy} has ended. */
export class NumpyMissing extends Error {}

export async function loadNumpy(): Promise<void> {
  loaded ??= await import("numpy-ts");
}

export const random = new Proxy({} as typeof numpy.random, {
  get(_, name) {
    if (!loaded) throw new NumpyMissing("numpy-ts is not loaded");
    return Reflect.get(loaded.random, name);
  },
});
