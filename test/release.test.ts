import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cellsOf, printedBy } from "./support/notebookText.js";

const text = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const json = (path: string) => JSON.parse(text(path));
const { version, license } = json("package.json");
const lock = json("package-lock.json");
const citation = text("CITATION.cff");
/** A field of CITATION.cff, at its outermost level. */
const cited = (field: string) => new RegExp(`^${field}: (.*)$`, "m").exec(citation)?.[1];

describe("the version", () => {
  it.each([
    ["lib/package.json", json("lib/package.json").version],
    ["package-lock.json", lock.version],
    ["package-lock.json, the collection", lock.packages[""].version],
    ["package-lock.json, the library", lock.packages.lib.version],
    ["CITATION.cff", cited("version")],
    ["CHANGELOG.md", /^## \[(\d[^\]]*)\]/m.exec(text("CHANGELOG.md"))?.[1]],
    [
      "00 · Setup",
      /\| distillation \| (\S+) \|/.exec(cellsOf("00-setup").map(printedBy).join("\n"))?.[1],
    ],
  ])("is the same in %s as in package.json", (_, found) => expect(found).toBe(version));
});

describe("what a citation needs", () => {
  const zenodo = json(".zenodo.json");

  it("is the same in CITATION.cff and in .zenodo.json", () => {
    expect(zenodo.title).toBe(cited("title"));
    expect(`[${zenodo.keywords.join(", ")}]`).toBe(cited("keywords"));
    expect(zenodo.creators).toEqual([{ name: /authors:\n {2}- name: (.*)/.exec(citation)![1] }]);
    expect([zenodo.license, cited("license")]).toEqual([license, license]);
  });

  it("has in .zenodo.json only fields that Zenodo's deposits know", () => {
    // https://developers.zenodo.org/#representation; the version comes from the tag.
    expect(Object.keys(zenodo).sort()).toEqual(
      "access_right creators description keywords license references title upload_type".split(" "),
    );
    expect(zenodo.upload_type).toBe("software");
  });
});

describe("the changelog", () => {
  it("has sections by version, the newest first, each dated or marked as not released", () => {
    const heads = [...text("CHANGELOG.md").matchAll(/^## (.*)$/gm)].map(([, head]) => head);
    for (const head of heads)
      expect(head).toMatch(/^\[(Unreleased|\d+\.\d+\.\d+\] - (\d{4}-\d\d-\d\d|not released yet)$)/);
    const kinds = [...text("CHANGELOG.md").matchAll(/^### (.*)$/gm)].map(([, kind]) => kind);
    for (const kind of kinds)
      expect(["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]).toContain(kind);
  });
});
