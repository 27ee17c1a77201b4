import { describe, expect, it } from "vitest";
import { noisyLabels } from "../../lib/data/noisyLabels.js";
import { seededStream } from "../../lib/random/seededStream.js";

const labels = new Uint8Array(20000).fill(3);

describe("noisyLabels", () => {
  it("leaves every label at noise 0", () =>
    expect(noisyLabels(labels, { noise: 0, classes: 10 }, seededStream("a"))).toEqual(labels));

  it("keeps 0.7 + 0.3 / 10 of the labels at noise 0.3 and spreads the rest evenly", () => {
    const noisy = noisyLabels(labels, { noise: 0.3, classes: 10 }, seededStream("a"));
    const share = (digit: number) => noisy.filter((label) => label === digit).length / 20000;
    // Four standard errors: sqrt(.73 · .27 / 20000) = .0031 and sqrt(.03 · .97 / 20000) = .0012.
    expect(Math.abs(share(3) - 0.73)).toBeLessThan(0.0126);
    for (const digit of [0, 1, 2, 4, 5, 6, 7, 8, 9]) {
      expect(Math.abs(share(digit) - 0.03)).toBeLessThan(0.0049);
    }
  });
});
