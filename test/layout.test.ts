import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "layout-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the linter says of a library that holds these files, by path and what each imports. */
function lint(files: Record<string, string>): string {
  const lib = path.join(folder, "lib");
  rmSync(lib, { recursive: true, force: true });
  cpSync("biome.json", path.join(folder, "biome.json"));
  for (const [file, imported] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(lib, file)), { recursive: true });
    writeFileSync(path.join(lib, file), `import { x } from "${imported}";\nexport const y = x;\n`);
  }
  const { stdout, stderr } = spawnSync(
    path.resolve("node_modules/.bin/biome"),
    ["lint", "--colors=off", "--vcs-enabled=false", "lib"],
    { cwd: folder, encoding: "utf8" },
  );
  return stdout + stderr;
}

describe("npm run lint", () => {
  it.each([
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
  ])("in %s refuses to import %s", (file, imported) => {
    expect(lint({ [file]: imported })).toContain("lint/style/noRestrictedImports");
  });

  it.each([
    ["chapters/dpi/a.ts", "../../models/logistic.js"],
    ["chapters/dpi/a.ts", "./rounds.js"],
    ["notebook/a.ts", "tslab"],
    ["notebook/a.ts", "../chapters/dpi/exercises.js"],
    ["notebook/a.ts", "../library.js"],
    ["browser/a.ts", "../library.js"],
  ])("in %s lets %s be imported", (file, imported) => {
    const said = lint({ [file]: imported });
    expect(said).toContain("Checked 1 file");
    expect(said).not.toContain("noRestrictedImports");
  });

  it("refuses a cycle", () => {
    expect(lint({ "models/a.ts": "./b.js", "models/b.ts": "./a.js" })).toContain("noImportCycles");
  });
});
