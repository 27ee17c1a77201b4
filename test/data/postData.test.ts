import { mean } from "d3-array";
import { describe, expect, it } from "vitest";
import { postData, postEta } from "../../lib/data/postData.js";
import { numpyRng } from "../../lib/random/numpyRng.js";
import type { Rng } from "../../lib/random/rng.js";
import { golden } from "../support/golden.js";

const { trials } = golden<{ trials: { x: number[]; y: number[] }[] }>("trial");

describe("postEta(x)", () => {
  it("is 0.5 + 0.4 sin x", () => {
    expect(postEta(0)).toBe(0.5);
    expect(postEta(Math.PI / 2)).toBeCloseTo(0.9, 15);
    expect(postEta(-Math.PI / 2)).toBeCloseTo(0.1, 15);
    expect(postEta(Math.PI / 6)).toBeCloseTo(0.7, 15);
  });
});

describe("postData(rng, n)", () => {
  it.each([
    [5, 0],
    [6, 1],
    [8, 2],
  ])("draws NumPy's data for seed %i at scale 2", (seed, k) => {
    const { x, y } = trials[k];
    const drawn = postData(numpyRng(seed), x.length, { scale: 2 });
    expect(Array.from(drawn.x)).toEqual(x);
    expect(Array.from(drawn.y)).toEqual(y);
  });

  it("has a scale of 10 unless told otherwise", () => {
    const wide = postData(numpyRng(1234), 5).x;
    expect(wide[0]).toBe(10 * -1.6038368053963015);
    expect(wide).toEqual(
      numpyRng(1234)
        .normal(5)
        .map((z) => 10 * z),
    );
  });

  it("draws all inputs before the first label, each label with probability eta(x)", () => {
    const calls: string[] = [];
    let asked: number[] = [];
    const rng: Rng = {
      uniform: () => expect.unreachable("postData draws no uniforms"),
      normal: (n) => {
        calls.push(`normal ${n}`);
        return Float64Array.from({ length: n }, (_, i) => i);
      },
      bernoulli: (p) => {
        calls.push("bernoulli");
        asked = Array.from(p);
        return Uint8Array.from(p, () => 1);
      },
    };
    const { x, y } = postData(rng, 3, { scale: 2 });
    expect(calls).toEqual(["normal 3", "bernoulli"]);
    expect(Array.from(x)).toEqual([0, 2, 4]);
    expect(Array.from(y)).toEqual([1, 1, 1]);
    expect(asked).toEqual([0, 2, 4].map((v) => 0.4 * Math.sin(v) + 0.5));
  });

  it("refuses a source that does not draw a label for each input", () => {
    const rng = { ...numpyRng(1), bernoulli: () => Uint8Array.of(1) };
    expect(() => postData(rng, 2)).toThrow(/^rng\.bernoulli\(eta\) must .* as x \(2\), got 1$/);
  });

  it("refuses a scale at which a normal number of 40 would overflow", () =>
    expect(() => postData(numpyRng(1), 1, { scale: 1e307 })).toThrow(
      /^scale must .* got 1e\+307$/,
    ));

  // Four standard errors of 100000 draws.
  it("gives labels whose correlation with sin x is 0.4 E sin² x = 0.2", () => {
    const { x, y } = postData(numpyRng(3), 100_000);
    const moment = mean(Array.from(x, (v, i) => (y[i] - 0.5) * Math.sin(v))) as number;
    expect(Math.abs(moment - 0.2)).toBeLessThan(4 * Math.sqrt(0.125 / 100_000));
    expect(Math.abs((mean(y) as number) - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / 100_000));
  });
});
