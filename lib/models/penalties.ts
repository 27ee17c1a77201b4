import { checkLength, checkNumber, checkValues } from "../validate/checks.js";

/** The ridge of each column of a design matrix: one number for all, or one each, none negative. */
export function penaltiesOf(l2: number | ArrayLike<number>, columns: number): Float64Array {
  if (typeof l2 === "number") {
    checkNumber("l2", l2, 0);
    return new Float64Array(columns).fill(l2);
  }
  checkLength("l2", l2, columns, "the columns of designMatrix");
  checkValues("l2", l2, 0);
  return Float64Array.from(l2);
}
