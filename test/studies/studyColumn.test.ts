import { describe, expect, it } from "vitest";
import { columnName, studyColumn } from "../../lib/studies/studyColumn.js";

describe("studyColumn(result, name, setting)", () => {
  const result = {
    redrawn: Float64Array.of(0),
    [columnName("soft", 20)]: Float64Array.of(0.7),
    [columnName("soft", Infinity)]: Float64Array.of(0.6),
  };

  it("finds a column with and without a setting", () => {
    expect([...studyColumn(result, "soft", 20)]).toEqual([0.7]);
    expect([...studyColumn(result, "soft", Infinity)]).toEqual([0.6]);
    expect([...studyColumn(result, "redrawn")]).toEqual([0]);
  });

  it("names what there is where a column is missing", () => {
    expect(() => studyColumn(result, "soft", 30)).toThrow(RangeError);
    expect(() => studyColumn(result, "soft", 30)).toThrow(
      "redrawn, soft@20, soft@Infinity, got soft@30",
    );
  });
});
