import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), "utf8"));
const { allowScripts } = read("package.json");
const locked: [string, { hasInstallScript?: boolean; resolved?: string }][] = Object.entries(
  read("package-lock.json").packages,
);

describe("the locked packages", () => {
  it("may run no script when they are installed: each that has one is denied by name", () => {
    const withScript = locked.filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = withScript.map(([folder]) => folder.replace(/^.*node_modules\//, ""));
    expect(locked.length).toBeGreaterThan(100);
    expect(allowScripts).toEqual(Object.fromEntries(names.map((name) => [name, false])));
  });

  it("come from whichever registry npm is set to use: none has an address", () => {
    const addresses = locked.flatMap(([, { resolved }]) => resolved ?? []);
    expect(addresses).toEqual(["lib"]);
  });
});
