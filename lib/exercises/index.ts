export { type Exercise, judge, type Slip, type Verdict } from "./exercise.js";
export { EXERCISES, findExercise } from "./registry.js";
export { type OwnCounterexample, ratioOfOwn } from "./varianceReduction.js";
