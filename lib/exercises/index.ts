export type { Exercise, Slip, Verdict } from "./exercise.js";
