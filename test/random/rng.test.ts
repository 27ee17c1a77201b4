import { describe, it } from "vitest";
import { numpyRng } from "../../lib/random/numpyRng.js";
import { seededStream } from "../../lib/random/seededStream.js";
import { expectRefusal } from "../support/refusals.js";

const stream = seededStream("refusals");
const rng = numpyRng(1);

describe("a source of random numbers", () => {
  it.each([
    ["a negative count", () => rng.uniform(-1), /^n must .* got -1$/],
    ["a broken count", () => rng.normal(0.5), /^n must .* got 0\.5$/],
    ["a probability above 1", () => rng.bernoulli([0.5, 2]), /^p\[1\] must .* got 2$/],
    ["a seed of 2^32", () => numpyRng(2 ** 32), /^seed must .* got 4294967296$/],
    ["a negative count", () => stream.uniform(-1), /^n must .* got -1$/],
    ["a broken count", () => stream.normal(0.5), /^n must .* got 0\.5$/],
    ["a broken count", () => stream.permutation(0.5), /^n must .* got 0\.5$/],
    ["a probability that is no number", () => stream.bernoulli([NaN]), /^p\[0\] must .* got NaN$/],
    ["no name", () => seededStream(""), /^name must not be empty/],
  ])("refuses %s", (what, call, message) => expectRefusal(what, call, RangeError, message));
});
