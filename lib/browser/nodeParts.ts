// What a page's bundle takes for plotting/drawingWindow, Node's modules and tinypool: a page has its own window, and no files or threads.
export const drawingWindow = () => globalThis;

const none = () => {
  throw new Error("this needs files, which a live figure cannot read");
};
export const createHash = none;
export const createRequire = none;
export const isUtf8 = none;
export const readFileSync = none;
export const statSync = none;
export default { basename: none, dirname: none, join: none };

/** Studies run in the page's own thread. */
export const availableParallelism = () => 0;
export const threadId = 0;
export const Tinypool = none;
