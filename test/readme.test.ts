import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { publishedFigure } from "../lib/experiments/publishedFigure.js";
import { lossCurvesFigure } from "../lib/figures/lossCurvesFigure.js";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const packages = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

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
