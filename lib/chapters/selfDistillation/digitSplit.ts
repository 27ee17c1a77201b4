import { seededStream } from "../../random/seededStream.js";

/** Which of the 10 000 digits serve what; no image is in two parts. */
export interface DigitSplit {
  /** 4000 images that training sets and unlabelled images are drawn from. */
  pool: Int32Array;
  /** 2000 images on which settings were chosen. */
  validation: Int32Array;
  /** 4000 images on which results are measured, and nothing was ever chosen. */
  test: Int32Array;
}

/**
 * The fixed split of the digits: one permutation, from the stream "self-distillation/split".
 *
 * @example digitSplit().test.length // 4000
 */
export function digitSplit(): DigitSplit {
  const order = seededStream("self-distillation/split").permutation(10000);
  return {
    test: order.slice(0, 4000),
    validation: order.slice(4000, 6000),
    pool: order.slice(6000),
  };
}
