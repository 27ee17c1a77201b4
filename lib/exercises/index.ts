export { type Exercise, judge, type Slip, type Verdict } from "./exercise.js";
