import { readFileSync } from "node:fs";

export type FixtureKey = `${"student" | "teacher" | "distilled"}.${"train" | "test"}`;

interface Fixture {
  n: number[];
  scikit_learn: Record<FixtureKey, number[]>;
  converged: Record<FixtureKey, number[]>;
  converged_unclipped: Record<FixtureKey, number[]>;
}

/** The 48 points of the published figures, from Python. */
export const publishedFixture: Fixture = JSON.parse(
  readFileSync(new URL("../fixtures/published-figure.json", import.meta.url), "utf8"),
);
