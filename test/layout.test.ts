import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "layout-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file of a library, and what it imports. */
type Case = readonly [file: string, imported: string];
const REFUSED: Case[] = [
  ["chapters/dpi/a.ts", "../setup/pinwheel.js"],
  ["chapters/dpi/a.ts", "../../notebook/show.js"],
  ["chapters/dpi/a.ts", "../../index.js"],
  ["chapters/dpi/a.ts", "tslab"],
  ["models/a.ts", "../chapters/setup/pinwheel.js"],
  ["models/a.ts", "../notebook/show.js"],
  ["models/a.ts", "tslab"],
  ["models/a.ts", "../library.js"],
  ["chapters/dpi/a.ts", "../../browser/mount.js"],
  ["browser/a.ts", "../notebook/show.js"],
  ["browser/a.ts", "tslab"],
];
const ALLOWED: Case[] = [
  ["chapters/dpi/a.ts", "../../models/logistic.js"],
  ["chapters/dpi/a.ts", "./rounds.js"],
  ["notebook/a.ts", "tslab"],
  ["notebook/a.ts", "../chapters/dpi/exercises.js"],
  ["notebook/a.ts", "../library.js"],
  ["browser/a.ts", "../library.js"],
];
const CYCLE: Case[] = [
  ["models/one.ts", "./other.js"],
  ["models/other.ts", "./one.js"],
];

/** A name of its own for the file of each case. */
const own = ([file, imported]: Case): string =>
  file.replace(/a\.ts$/, `${imported.replace(/\W+/g, "-")}.ts`);

/** The rules that the linter names, by file, for a library of these files. */
function lint(cases: Case[]): Map<string, string[]> {
  cpSync("biome.json", path.join(folder, "biome.json"));
  for (const one of cases) {
    const file = path.join(folder, "lib", own(one));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `import { x } from "${one[1]}";\nexport const y = x;\n`);
  }
  const { stdout } = spawnSync(
    path.resolve("node_modules/.bin/biome"),
    ["lint", "--reporter=github", "--max-diagnostics=none", "--vcs-enabled=false", "lib"],
    { cwd: folder, encoding: "utf8" },
  );
  const rules = new Map(cases.map((one) => [own(one), [] as string[]]));
  for (const [, rule, file] of stdout.matchAll(/^::error title=lint\/(\S+?),file=(.+?),line=/gm))
    rules.get(path.relative(path.join(folder, "lib"), path.resolve(folder, file)))?.push(rule);
  return rules;
}

describe("npm run lint", () => {
  let rules: Map<string, string[]>;
  beforeAll(() => {
    rules = lint([...REFUSED, ...ALLOWED, ...CYCLE]);
  });

  it.each(REFUSED)("in %s refuses to import %s", (...one) => {
    expect(rules.get(own(one))).toContain("style/noRestrictedImports");
  });

  it.each(ALLOWED)("in %s lets %s be imported", (...one) => {
    expect(rules.get(own(one))).not.toContain("style/noRestrictedImports");
  });

  it.each(CYCLE)("refuses a cycle: %s", (...one) => {
    expect(rules.get(own(one))).toContain("suspicious/noImportCycles");
  });
});
