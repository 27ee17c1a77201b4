import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { digitFolder, poolDigits, readDigitFiles, readDigits } from "../../lib/data/digits.js";

describe("readDigits", () => {
  it("holds 10 000 images: the package's grey values to thousandths and their labels, digit by digit", () => {
    // Read here, not in a hook: mutation testing counts what a test itself computes.
    const { pixels, labels } = readDigitFiles(digitFolder());
    expect([labels.length, pixels.length]).toEqual([10000, 10000 * 784]);
    let first = 0;
    for (let digit = 0; digit < 10; digit++) {
      const text = readFileSync(path.join(digitFolder(), `${digit}.json`), "utf8");
      const { data } = JSON.parse(text) as { data: number[] };
      for (const p of [...Array(784).keys(), data.length - 400, data.length - 1]) {
        expect(Math.abs(pixels[first + p] / 255 - data[p])).toBeLessThanOrEqual(5.1e-4);
      }
      const end = first + data.length;
      expect(labels.subarray(first / 784, end / 784).every((label) => label === digit)).toBe(true);
      first = end;
    }
    expect(first).toBe(pixels.length);
    expect(Buffer.compare(readDigits().pixels, pixels)).toBe(0);
  });

  it("reads the files once", () => expect(readDigits()).toBe(readDigits()));
});

describe("readDigitFiles", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "digits-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const spoil = (change: (file: string) => void) => {
    cpSync(digitFolder(), folder, { recursive: true });
    change(path.join(folder, "3.json"));
    return () => readDigitFiles(folder);
  };

  it("names a file that is cut short, with its size and what to do", () => {
    const call = spoil((file) => truncateSync(file, 1000));
    expect(call).toThrow(/3\.json is cut short: 1000 bytes, not 2263065; delete .*npm install/);
  });

  it("names a file that is too long", () => {
    const call = spoil((file) => writeFileSync(file, `${readFileSync(file, "utf8")} `));
    expect(call).toThrow(/3\.json is too long: 2263066 bytes/);
  });

  it("names a file in which one byte has changed", () => {
    const call = spoil((file) => {
      const bytes = readFileSync(file);
      bytes[500000] ^= 1;
      writeFileSync(file, bytes);
    });
    expect(call).toThrow(/3\.json has been changed: its SHA-256 is [0-9a-f]{64}, not c1291041/);
  });

  it("names a file that is missing", () => {
    const call = spoil((file) => rmSync(file));
    expect(call).toThrow(/3\.json cannot be read \(ENOENT.*npm install/);
  });
});

describe("poolDigits", () => {
  /** Image 0 has its two uppermost rows black; image 1 is black but for its last pixel. */
  const drawn = { pixels: new Uint8Array(2 * 784), labels: Uint8Array.of(1, 2) };
  drawn.pixels.fill(255, 0, 56);
  drawn.pixels.fill(255, 784, 2 * 784 - 1);

  it("averages 2 × 2 blocks to 14 × 14 inputs in [0, 1]", () => {
    const pooled = poolDigits(drawn, [0]);
    expect(pooled.length).toBe(196);
    expect([...pooled.subarray(0, 14)]).toEqual(Array(14).fill(1));
    expect([...pooled.subarray(14)]).toEqual(Array(182).fill(0));
  });

  it("takes images in the order asked for; three of the last block's four pixels are black", () => {
    const pooled = poolDigits(drawn, [1, 0]);
    expect(pooled[195]).toBe(0.75);
    expect([...pooled.subarray(196)]).toEqual([...poolDigits(drawn, [0])]);
  });
});
