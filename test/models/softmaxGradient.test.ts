import { expect, it } from "vitest";
import { softmaxGradient } from "../../lib/models/softmaxGradient.js";

it("softmaxGradient gives -log of the label's probability and softmax minus target, of the rows asked for", () => {
  // Two rows of two classes, each behind two numbers that are not its own.
  const units = Float64Array.of(9, 1, Math.log(3), 0, 9, 1, 0, 0);
  const delta = new Float64Array(8);
  const targets = Float64Array.of(0, 1, 9, 9, 1, 0);
  const layer = { units, delta, outputs: 2, stride: 4 };
  const loss = softmaxGradient(layer, 2, [2, 0], targets, 1);
  expect(loss).toBeCloseTo((Math.log(4 / 3) + Math.log(2)) / 2, 15);
  const expected = [0, 0, -0.25, 0.25, 0, 0, 0.5, -0.5].map((value) => value / 2);
  delta.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i], 15);
  });
});
