import { DIGIT_SIDE, type Digits } from "../../data/digits.js";
import { list, record, whole } from "../../plotting/checks.js";
import { checkLength, formatValue } from "../../validate/checks.js";

/**
 * The number of images, of which each has 784 bytes and a label.
 *
 * @throws RangeError or TypeError where there is no image, or pixels and labels do not fit
 */
export function digitCount(digits: Digits): number {
  record({ labels: list(whole(0, 9)) })("digits", digits);
  const { pixels, labels } = digits;
  if (!ArrayBuffer.isView(pixels) || pixels.BYTES_PER_ELEMENT !== 1) {
    throw new TypeError(`digits.pixels must be a Uint8Array, got ${formatValue(pixels)}`);
  }
  checkLength("digits.pixels", pixels, labels.length * DIGIT_SIDE ** 2, "784 times digits.labels");
  return labels.length;
}
