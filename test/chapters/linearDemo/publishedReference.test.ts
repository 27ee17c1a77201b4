import { describe, expect, it } from "vitest";
import {
  CONVERGED_REFERENCE,
  type ReferenceCurves,
  SCIKIT_LEARN_REFERENCE,
} from "../../../lib/chapters/linearDemo/publishedReference.js";
import { publishedFixture } from "../../support/publishedFixture.js";

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

  it("are 48 in each", () => {
    for (const curves of [SCIKIT_LEARN_REFERENCE, CONVERGED_REFERENCE]) {
      expect(Object.values(flat(curves)).flat()).toHaveLength(48);
    }
  });
});
