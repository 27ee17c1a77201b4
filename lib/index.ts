export * from "./library.js";
export * from "./notebook/index.js";
