import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lossCurvesFigure } from "../lib/chapters/linearDemo/lossFigures.js";
import { publishedFigure } from "../lib/chapters/linearDemo/publishedFigure.js";
// @ts-expect-error: the scripts are plain JavaScript
import { numberText, readmeWithLedger } from "../scripts/ledger.mjs";
// @ts-expect-error: the scripts are plain JavaScript
import { figureOf, notebooks, thumbnailOf } from "../scripts/notebookMap.mjs";
import { CLAIMS, roundingOf, statedList } from "./support/claims.js";
import { cellsOf, headingsOf, numbersPrintedIn, sourceOf } from "./support/notebookText.js";

const text = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const readme = text("README.md");
const packages = JSON.parse(text("package.json"));

/** Set-up, what follows from another value, and what the notebook draws without printing it: for the tests alone. */
const NOT_PRINTED = [
  "4 sizes",
  "4 studentTrain",
  "4 distilledTrain",
  "12 highest",
  "15 least",
  "15 most",
  "18 noise",
];
const values = CLAIMS.flatMap((row, k) =>
  Object.keys(row.values).map((name) => ({ row, number: k + 1, name, label: `${k + 1} ${name}` })),
);

describe("the claims ledger", () => {
  it("and the map of the notebooks in the README are what docs/ says now (npm run ledger)", () => {
    expect(readmeWithLedger(readme)).toBe(readme);
  });

  it.each(CLAIMS)("points at a section and a test that exist: $claim", (row) => {
    expect(["holds", "holds if", "half", "open", "false"]).toContain(row.verdict);
    expect(headingsOf(row.notebook)).toContain(row.section);
    expect(text(row.test.file)).toContain(row.test.name);
  });

  it.each(CLAIMS)("prints every value and no other number with a decimal point: $claim", (row) => {
    const used = Array.from(row.number.matchAll(/\{(\w+):/g), ([, name]) => name);
    expect(new Set(used)).toEqual(new Set(Object.keys(row.values)));
    const bare = row.number.replace("f = .1x", "").replace(/\{[^}]*\}/g, "");
    expect(bare).not.toMatch(/\.\d/);
    expect(numberText(row)).not.toContain("{");
  });

  it.each(values)("has $label compared in the test that it links", ({ row, number, name }) => {
    const calls = text(row.test.file).matchAll(
      /(?:stated|statedList|expectStated)\(\s*(\d+),\s*(?:"(\w+)"|`\$\{\w+\}(\w+)`|(\w+))/g,
    );
    // A template such as `${name}Train` or a variable stands for the names that it may become.
    const compared = Array.from(calls).some(
      ([, of, literal, ending]) =>
        Number(of) === number &&
        (literal ? literal === name : ending ? name.endsWith(ending) : true),
    );
    expect(compared).toBe(true);
  });

  it.each(values.filter(({ label }) => !NOT_PRINTED.includes(label)))(
    "has $label printed by a cell of its notebook, to the same digits",
    ({ row, number, name }) => {
      const printed = numbersPrintedIn(row.notebook);
      const error = row.values[`${name}Error`];
      for (const value of statedList(number, name)) {
        const allowed = roundingOf(number, name);
        const found = printed.some((p) => {
          // A cell may print a gain where the ledger has a loss.
          const apart = Math.abs(Math.abs(p.value) - Math.abs(value));
          const same = p.rounding <= allowed && apart <= allowed + p.rounding - 1e-9;
          // Where the ledger gives a standard error, the two must be printed together.
          return same && (error === undefined || p.error === error);
        });
        expect(found, `${value}`).toBe(true);
      }
    },
  );
});

describe("the map of the notebooks", () => {
  const map: { notebook: string; title: string; question: string; minutes: number }[] = notebooks();

  it.each(map)("has $title's minutes as the notebook and the first page have them", (entry) => {
    const { notebook, minutes } = entry;
    const opening = sourceOf(cellsOf(notebook)[0]);
    expect(opening).toMatch(new RegExp(`\\b${minutes} minutes`));
    const index = cellsOf("index").map(sourceOf).join("\n");
    expect(index).toMatch(new RegExp(`\\(${notebook}\\.ipynb\\) \\|[^|]*\\| ${minutes} \\|`));
  });

  it.each(map)("shows of $title the figure that its committed output holds", (entry) => {
    // A plain comparison: a diff of two SVGs would fill the screen.
    const fresh = text(thumbnailOf(entry.notebook)) === figureOf(entry).svg;
    expect(fresh, "stale: npm run ledger").toBe(true);
  });

  it("refuses a figure that is not there, naming it", () => {
    const none = { notebook: "00-setup", figure: "no such figure" };
    expect(() => figureOf(none)).toThrow(/figure of 00-setup .* 0 begin with "no such figure"$/);
  });
});

describe("the README", () => {
  it("shows the figure that the code draws now", async () => {
    const { svg } = lossCurvesFigure(publishedFigure(), "test");
    await expect(svg).toMatchFileSnapshot("../docs/test-loss.svg");
  });

  it.each(
    [...readme.matchAll(/\]\(([^)]+)\)|src="([^"]+)"/g)].map((match) => match[1] ?? match[2]),
  )("links to %s", (target) => {
    // A page that GitHub has for each repository, beside its files.
    if (target === "../../deployments/github-pages") return;
    if (/^https:\/\//.test(target)) expect(() => new URL(target)).not.toThrow();
    else expect(existsSync(new URL(`../${target}`, import.meta.url)), target).toBe(true);
  });

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
