import { describe, expect, it } from "vitest";
import { numpyRng } from "../../lib/random/numpyRng.js";
import { drawUniform } from "../../lib/random/rng.js";
import { expectRefusal } from "../support/refusals.js";

const source = (values: unknown) => ({ ...numpyRng(1), uniform: () => values as Float64Array });

describe("drawUniform(rng)", () => {
  it("is the source's next uniform, one at a time", () => {
    const rng = numpyRng(7);
    const [first, second] = numpyRng(7).uniform(2);
    expect([drawUniform(rng), drawUniform(rng)]).toEqual([first, second]);
  });

  it.each([
    ["NaN", [Number.NaN], RangeError, /^rng\.uniform\(1\)\[0\] must be in \[0, 1\], got NaN$/],
    ["a number above 1", [1.5], RangeError, /got 1\.5$/],
  ] as const)("refuses a source that gives %s", (what, values, error, message) =>
    expectRefusal(what, () => drawUniform(source(values)), error, message),
  );
});
