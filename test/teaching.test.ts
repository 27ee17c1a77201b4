import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CLAIMS } from "./support/claims.js";
import { cellsOf, headingsOf, printedBy } from "./support/notebookText.js";

const folder = new URL("../notebooks/", import.meta.url);
const guide = readFileSync(new URL("TEACHING.md", folder), "utf8");
const NAMES: Record<string, string> = {
  "00": "00-setup",
  "01": "01-dpi",
  "02": "02-variance-reduction",
  "03": "03-linear-demo",
  "04": "04-what-transfers",
  "05": "05-self-distillation",
  "06": "06-many-views",
  "07": "07-your-own",
};

interface Line {
  text: string;
  /** The headings that it stands under, and the notebook that a part of the guide is about. */
  part: string;
  section: string;
  about?: string;
}
const lines: Line[] = [];
for (const text of guide.split("\n")) {
  const last = lines.at(-1) ?? { part: "", section: "" };
  const [, marks, heading] = text.match(/^(##+) (.*)$/) ?? [];
  const part = marks === "##" ? heading : last.part;
  const section = heading ?? last.section;
  lines.push({ text, part, section, about: NAMES[part.slice(0, 2)] });
}

const LINK = /\[(0\d)\]\(([^)]+)\.ipynb\)/g;
const italics = (text: string) => Array.from(text.matchAll(/\*([^*]+)\*/g), ([, name]) => name);

/** Rows of the plans: from which minute to which, then links to notebooks, each followed by the sections to show. */
const plans = lines.flatMap(({ text, section }) => {
  const [, from, to, where] = text.match(/^\| (\d+)–(\d+) \| (.*?) \|/) ?? [];
  if (!from) return [];
  const [notebook, ...others] = Array.from(where.matchAll(LINK), ([, , name]) => name);
  return [{ section, from: Number(from), to: Number(to), notebook, others, names: italics(where) }];
});

describe("the plans of TEACHING.md", () => {
  it.each([
    ["Ninety minutes", 90],
    ["First hour", 60],
    ["Second hour", 60],
    ["Third hour", 60],
    ["Fourth hour", 60],
    ["Fifth hour", 60],
  ])("%s: fills %d minutes without a gap", (section, minutes) => {
    const rows = plans.filter((row) => row.section.startsWith(section));
    expect(rows.map(({ from }) => from)).toEqual([0, ...rows.map(({ to }) => to).slice(0, -1)]);
    for (const { from, to } of rows) expect(to).toBeGreaterThan(from);
    expect(rows.at(-1)?.to).toBe(minutes);
  });

  it("are these six", () => {
    expect(new Set(plans.map(({ section }) => section)).size).toBe(6);
  });

  it.each(plans)("send to sections that are there: $section, from $from, $notebook", (row) => {
    expect(row.others).toEqual([]);
    expect(row.names.length).toBeGreaterThan(0);
    for (const name of row.names) expect(headingsOf(row.notebook)).toContain(name);
  });
});

describe("the part about each notebook", () => {
  it.each(Object.values(NAMES))(
    "%s has its title, objectives, questions and short cuts",
    (name) => {
      const own = lines.filter(({ about }) => about === name);
      expect(headingsOf(name)).toContain(own[0].part);
      const text = own.map((line) => line.text).join("\n");
      for (const start of [
        "**Afterwards a student can**",
        "**They will ask.**",
        "**Short of time:**",
        "**Set:**",
      ]) {
        expect(text).toContain(start);
      }
    },
  );

  const rows = lines
    .filter(({ text, about }) => about && /^\| \*/.test(text))
    .map((line) => ({ ...line, place: line.text.split("|")[1].trim() }));
  it("has rows to ask before figures", () => expect(rows.length).toBeGreaterThan(30));

  it.each(rows)("$about asks before a figure of a section that is there: $place", (row) => {
    const [, where, ask, wrong, shows] = row.text.split("|").map((cell) => cell.trim());
    expect(headingsOf(row.about as string)).toContain(italics(where)[0]);
    for (const cell of [ask, wrong, shows]) expect(cell.length).toBeGreaterThan(3);
  });
});

describe("numbers in TEACHING.md", () => {
  const printed = new Map(
    Object.values(NAMES).map((name) => {
      const text = cellsOf(name).map(printedBy).join("\n").replaceAll("−", "-");
      return [name, text] as const;
    }),
  );
  const quotes = lines.flatMap(({ text, about }) =>
    Array.from(text.matchAll(/`(-?\d[^`]*)`/g), ({ 1: quote, index }) => {
      const [after] = text.slice(index).matchAll(LINK);
      return { quote, notebook: after?.[2] ?? about };
    }),
  );

  it("are many", () => expect(quotes.length).toBeGreaterThan(60));

  it.each(quotes)("$quote is printed by a cell of $notebook", ({ quote, notebook }) => {
    const escaped = quote.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const whole = new RegExp(`(?<![\\d.])${escaped}(?!\\.?\\d)`);
    expect(printed.get(notebook as string)).toMatch(whole);
  });

  it("with a decimal point are all quoted, or given in a question", () => {
    const prose = lines.map(({ text }) => text.replace(/`[^`]*`|\$[^$]*\$|\]\([^)]*\)/g, ""));
    for (const line of prose) expect(line).not.toMatch(/\d\.\d/);
  });
});

describe("the verdicts in TEACHING.md", () => {
  it("are counted as the ledger has them", () => {
    const count = (verdict: string) => CLAIMS.filter((claim) => claim.verdict === verdict).length;
    expect([CLAIMS.length, count("false"), count("half")]).toEqual([18, 4, 1]);
    expect(count("holds if")).toBeGreaterThan(count("holds") + count("open"));
    expect(guide).toContain(
      "Four of eighteen as stated, and a fifth by half; most others hold under",
    );
  });
});

describe("links in TEACHING.md", () => {
  it.each([...guide.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target))(
    "lead to %s",
    (target) => {
      expect(existsSync(new URL(target, folder)), target).toBe(true);
    },
  );

  it.each(["README.md", "notebooks/index.ipynb"])("come from %s", (page) => {
    expect(readFileSync(new URL(`../${page}`, import.meta.url), "utf8")).toContain("TEACHING.md)");
  });
});
