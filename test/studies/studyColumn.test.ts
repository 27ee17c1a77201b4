import { describe, expect, it } from "vitest";
import { at, column } from "../../lib/studies/studyColumn.js";

describe("column(result, name, setting)", () => {
  const result = {
    redrawn: Float64Array.of(0),
    [at("soft", 20)]: Float64Array.of(0.7),
    [at("soft", Infinity)]: Float64Array.of(0.6),
  };

  it("finds a column with and without a setting", () => {
    expect([...column(result, "soft", 20)]).toEqual([0.7]);
    expect([...column(result, "soft", Infinity)]).toEqual([0.6]);
    expect([...column(result, "redrawn")]).toEqual([0]);
  });

  it("names what there is where a column is missing", () => {
    expect(() => column(result, "soft", 30)).toThrow(RangeError);
    expect(() => column(result, "soft", 30)).toThrow(
      "redrawn, soft@20, soft@Infinity, got soft@30",
    );
  });
});
