import { describe, expect, it } from "vitest";
import { attainableLosses } from "../../../lib/chapters/linearDemo/attainableLossFigure.js";
import { golden } from "../../support/golden.js";

interface Golden {
  floors: { scale: number; cubic: number; sine: number; bayes: number }[];
}
const { floors } = golden<Golden>("attainableLosses");

describe("attainableLosses({ scale })", () => {
  // Our grid leaves out 2e-9 of the mass. Bounded losses change by less than 5e-10 for it; the best cubic of the second
  // design costs about 50 nats out there, since it runs away: 1e-7.
  it.each(floors)("agrees with SciPy's quadrature and minimiser at scale $scale", (expected) => {
    const floor = attainableLosses({ scale: expected.scale });
    for (const key of ["cubic", "sine", "bayes"] as const) {
      const tolerance = key === "cubic" ? 2e-7 : 5e-10;
      expect(Math.abs(floor[key] - expected[key]), key).toBeLessThan(tolerance);
    }
    expect(floor.constant).toBe(Math.LN2);
  });

  // E sin(x) x^k is exp(-50) times a power of 10: a cubic has nothing to hold on to.
  it("finds no cubic better than the constant 1/2 on the post's data, to 1e-12", () => {
    expect(Math.abs(attainableLosses().cubic - Math.LN2)).toBeLessThan(1e-12);
  });

  it("gives claim 13's numbers: Bayes .5163, best sine teacher .5173", () => {
    const { bayes, sine } = attainableLosses();
    expect(bayes.toFixed(4)).toBe("0.5163");
    expect(sine.toFixed(4)).toBe("0.5173");
  });

  it("gives claim 14's best cubic on the second design: .578", () => {
    expect(attainableLosses({ scale: 2 }).cubic.toFixed(3)).toBe("0.578");
  });

  it("is in order: nothing beats Bayes, every class has the constant in it", () => {
    for (const scale of [0.3, 1, 5, 30]) {
      const { constant, cubic, sine, bayes } = attainableLosses({ scale });
      expect(bayes).toBeLessThan(sine + 1e-12);
      expect(sine).toBeLessThan(constant);
      expect(bayes).toBeLessThan(cubic + 1e-12);
      expect(cubic).toBeLessThan(constant + 1e-12);
    }
  });
});
