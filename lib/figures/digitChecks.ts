import { DIGIT_SIDE, type Digits } from "../data/digits.js";
import { checkLength, describe } from "../validate/checks.js";
import { list, record, whole } from "./checks.js";

/**
 * Throws unless there is at least one image and 784 bytes for each; their values are bytes by their type.
 *
 * @returns the number of images
 */
export function checkDigits(digits: Digits): number {
  record({ labels: list(whole(0, 9)) })("digits", digits);
  const { pixels, labels } = digits;
  if (!ArrayBuffer.isView(pixels) || pixels.BYTES_PER_ELEMENT !== 1) {
    throw new TypeError(`digits.pixels must be a Uint8Array, got ${describe(pixels)}`);
  }
  checkLength("digits.pixels", pixels, labels.length * DIGIT_SIDE ** 2, "784 times digits.labels");
  return labels.length;
}
