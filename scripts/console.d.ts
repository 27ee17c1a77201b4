// What the compiler of the kernel knows of Node until a cell needs more.
declare const console: Record<
  "debug" | "error" | "info" | "log" | "warn",
  (...data: unknown[]) => void
>;
