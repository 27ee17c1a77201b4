import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { versions } from "../../lib/notebook/versions.js";

const manifest = JSON.parse(readFileSync("package.json", "utf8"));

describe("versions", () => {
  it("lists the library and the packages it computes with, at the pinned versions", () => {
    const found = Object.fromEntries(versions().map((row) => [row.package, row.version]));
    const { distillation: own, ...pinned } = manifest.dependencies;
    expect(own).toBe("file:lib");
    expect(found).toMatchObject(pinned);
    expect(Object.keys(found)).toEqual(expect.arrayContaining(["distillation"]));
  });

  it("finds a package that does not export its package.json", () => {
    expect(versions(["d3-array"])).toEqual([
      { package: "d3-array", version: manifest.dependencies["d3-array"] },
    ]);
  });

  it("refuses a package that is not installed, and no package", () => {
    expect(() => versions(["no-such-package"])).toThrow(
      /installed packages, got "no-such-package"/,
    );
    expect(() => versions([])).toThrow(/names must not be empty/);
  });
});
