import { describe, expect, it } from "vitest";
import { CLAIMS } from "../../support/claims.js";
import { cellsOf, printedBy, sourceOf } from "../../support/notebookText.js";

// The notebook's committed tables, which the notebook tests compute again byte for byte, are read and reckoned with.
// test/oracle/manyViews.py has the means of the plain and the self-distilled student from another program.
function cellsOfTable(call: string): string[][] {
  const cell = cellsOf("06-many-views").find((c) => sourceOf(c).includes(`table(${call}`));
  return printedBy(cell as never)
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.split("|").map((text) => text.trim()));
}

const estimate = (text: string) => {
  const [value, error] = text.split(" ± ").map(Number);
  return { value, error };
};

describe("claim 18: self-distillation on the many-views problem", () => {
  const [head, ...rows] = cellsOfTable("controlsRows(");
  const gainOf = (student: string) => {
    const row = rows.find((cells) => cells[1].startsWith(student));
    return estimate((row as string[])[head.indexOf("minus plain")]);
  };

  it("gains more than five standard errors, where label smoothing gains nothing", () => {
    const self = gainOf("self-distilled");
    expect(self.value).toBeGreaterThan(5 * self.error);
    const smoothing = gainOf("label smoothing");
    expect(smoothing.value).toBeLessThan(2 * smoothing.error);
  });

  it("gains no more than labels at the same temperature, without a teacher", () => {
    const [self, labels] = [gainOf("self-distilled"), gainOf("labels at temperature")];
    expect(self.value - labels.value).toBeLessThan(2 * Math.hypot(self.error, labels.error));
  });

  it("hands on the views that the teacher knows, and hardly any that it misses", () => {
    const [names, ...handedOn] = cellsOfTable("handedOnRows(");
    const self = handedOn.find((cells) => cells[1] === "self-distilled") as string[];
    const known = estimate(self[names.indexOf("teacher knows it")]);
    const missed = estimate(self[names.indexOf("teacher misses it")]);
    expect(known.value - missed.value).toBeGreaterThan(5 * Math.hypot(known.error, missed.error));
  });

  it("is in the ledger under a condition", () => {
    expect(CLAIMS[17].verdict).toBe("holds if");
    expect(CLAIMS[17].number).toContain("06");
  });
});
