import { deviation, mean } from "d3-array";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededStream } from "../../lib/random/seededStream.js";

describe("seededStream(name)", () => {
  it("draws the uniforms that seedrandom's own documentation gives for the name 'hello.'", () => {
    const drawn = seededStream("hello.").uniform(2);
    expect(Array.from(drawn)).toEqual([0.9282578795792454, 0.3752569768646784]);
  });

  it("gives the example of its documentation", () => {
    expect(seededStream("example").uniform(1)).toEqual(Float64Array.of(0.4392738750328347));
  });

  it("gives the same numbers for the same name, others for another", () => {
    const draw = (name: string) => {
      const stream = seededStream(name);
      return [stream.normal(3), stream.uniform(3), stream.bernoulli([0.5]), stream.permutation(4)];
    };
    expect(draw("a/1")).toEqual(draw("a/1"));
    expect(draw("a/1")).not.toEqual(draw("a/2"));
  });

  it("is not disturbed by another stream in between", () => {
    const [one, other, alone] = [seededStream("one"), seededStream("other"), seededStream("one")];
    const mixed = [1, 2, 3].map(() => {
      other.normal(1);
      return one.normal(1)[0];
    });
    expect(mixed).toEqual(Array.from(alone.normal(3)));
  });

  it("calls a substream name/purpose, whatever was drawn from the stream before", () => {
    const stream = seededStream("notebook");
    stream.uniform(5);
    expect(stream.substream("trial").uniform(3)).toEqual(seededStream("notebook/trial").uniform(3));
  });

  // Four standard errors of 20000 draws each.
  it("draws uniforms of mean 1/2 inside [0, 1)", () => {
    const drawn = seededStream("uniforms").uniform(20_000);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    expect(Math.abs((mean(drawn) as number) - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / 20_000));
  });

  it("draws normals of mean 0 and deviation 1", () => {
    const drawn = seededStream("normals").normal(20_000);
    expect(Math.abs(mean(drawn) as number)).toBeLessThan(4 / Math.sqrt(20_000));
    expect(Math.abs((deviation(drawn) as number) - 1)).toBeLessThan(4 / Math.sqrt(40_000));
  });

  it("draws labels as often as their probability says, 0 and 1 without fail", () => {
    const stream = seededStream("labels");
    const share = mean(stream.bernoulli(new Float64Array(20_000).fill(0.3))) as number;
    expect(Math.abs(share - 0.3)).toBeLessThan(4 * Math.sqrt(0.21 / 20_000));
    expect(stream.bernoulli(new Float64Array(500))).toEqual(new Uint8Array(500));
    expect(stream.bernoulli(new Array(500).fill(1))).toEqual(new Uint8Array(500).fill(1));
  });

  it("permutes: every number from 0 to n - 1 once", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(200), (name, n) => {
        const sorted = seededStream(name).permutation(n).sort();
        expect(sorted).toEqual(Int32Array.from({ length: n }, (_, i) => i));
      }),
      { seed: 2, numRuns: 50 },
    );
  });

  it("permutes fairly: each of the 6 orders of 3 about a sixth of the time", () => {
    const stream = seededStream("orders");
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = stream.permutation(3).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) {
      expect(Math.abs(count - 1000)).toBeLessThan(4 * Math.sqrt(6000 * (1 / 6) * (5 / 6)));
    }
  });
});
