import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { publishedFigure } from "../lib/experiments/publishedFigure.js";
import { lossCurvesFigure } from "../lib/figures/lossCurvesFigure.js";

// @ts-expect-error: the scripts are plain JavaScript
import { claims, readmeWithLedger } from "../scripts/ledger.mjs";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const packages = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

interface Claim {
  claim: string;
  verdict: string;
  notebook: string;
  section: string;
  test: string;
}
const testTexts = readdirSync(new URL(".", import.meta.url), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.ts") && file !== "readme.test.ts")
  .map((file) => readFileSync(new URL(file, import.meta.url), "utf8"));

describe("the claims ledger", () => {
  it("in the README is what docs/claims.json says now (npm run ledger)", () => {
    expect(readmeWithLedger(readme)).toBe(readme);
  });

  it.each(claims() as Claim[])("points at a section and a test that exist: $claim", (row) => {
    expect(["holds", "holds if", "half", "open", "false"]).toContain(row.verdict);
    const file = new URL(`../notebooks/${row.notebook}.ipynb`, import.meta.url);
    const headings = JSON.parse(readFileSync(file, "utf8"))
      .cells.flatMap((cell: { source: string[] }) => cell.source.join("").split("\n"))
      .filter((line: string) => line.startsWith("#"))
      .map((line: string) => line.replace(/^#+ /, ""));
    expect(headings).toContain(row.section);
    expect(testTexts.some((text) => text.includes(row.test))).toBe(true);
  });
});

describe("the README", () => {
  it("shows the figure that the code draws now", async () => {
    const { svg } = lossCurvesFigure(publishedFigure(), "test");
    await expect(svg).toMatchFileSnapshot("../docs/test-loss.svg");
  });

  it.each([...readme.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1]))(
    "links to %s",
    (target) => {
      if (/^https:\/\//.test(target)) expect(() => new URL(target)).not.toThrow();
      else expect(existsSync(new URL(`../${target}`, import.meta.url)), target).toBe(true);
    },
  );

  it.each([...readme.matchAll(/`npm run ([\w:]+)/g)].map((match) => match[1]))(
    "names npm run %s, which exists",
    (script) => {
      expect(packages.scripts).toHaveProperty([script]);
    },
  );

  it.each(Object.keys(packages.dependencies).filter((name) => name !== "distillation"))(
    "says what %s is for",
    (name) => {
      expect(readme).toContain(name);
    },
  );
});
