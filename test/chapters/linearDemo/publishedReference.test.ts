import { describe, expect, it } from "vitest";
import {
  CONVERGED_REFERENCE,
  type ReferenceCurves,
  SCIKIT_LEARN_REFERENCE,
} from "../../../lib/chapters/linearDemo/publishedReference.js";
import { golden } from "../../support/golden.js";
import { type FixtureKey, publishedFixture } from "../../support/publishedFixture.js";

const flat = (curves: ReferenceCurves) =>
  Object.fromEntries(
    Object.entries(curves).flatMap(([model, { train, test }]) => [
      [`${model}.train`, train],
      [`${model}.test`, test],
    ]),
  );

describe("the reference's numbers", () => {
  it("are the fixture's, scikit-learn as it is", () => {
    expect(flat(SCIKIT_LEARN_REFERENCE)).toEqual(publishedFixture.scikit_learn);
  });

  it("are the fixture's, every fit converged", () => {
    expect(flat(CONVERGED_REFERENCE)).toEqual(publishedFixture.converged);
  });

  // scikit-learn's lbfgs stops where the machine's arithmetic lets it; converged fits need not.
  it.each([
    ["scikit_learn", 2e-5],
    ["converged", 1e-8],
    ["converged_unclipped", 1e-8],
  ] as const)("are made again by test/oracle/publishedFigure.py: %s, to %d", (kind, tolerance) => {
    const again = golden<Record<string, Record<FixtureKey, number[]>>>("publishedFigure")[kind];
    for (const [curve, losses] of Object.entries(publishedFixture[kind])) {
      losses.forEach((loss, k) => {
        expect(Math.abs(again[curve as FixtureKey][k] / loss - 1)).toBeLessThan(tolerance);
      });
    }
  });

  it("are 48 in each", () => {
    for (const curves of [SCIKIT_LEARN_REFERENCE, CONVERGED_REFERENCE]) {
      expect(Object.values(flat(curves)).flat()).toHaveLength(48);
    }
  });
});
