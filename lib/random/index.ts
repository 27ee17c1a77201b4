export { numpyRng } from "./numpyRng.js";
export type { Rng } from "./rng.js";
export { type SeededStream, seededStream } from "./seededStream.js";
