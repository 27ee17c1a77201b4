/** Told, and awaited, after each step of long work; what it throws stops the work. */
export type OnProgress = (done: number, total: number) => Promise<void> | void;
