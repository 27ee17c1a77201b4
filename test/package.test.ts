import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const here = fileURLToPath(new URL(".", import.meta.url));
const lib = path.join(here, "..", "lib");

/** The paths under a folder that end in .ts, with forward slashes, in order. */
const sourcesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => file.endsWith(".ts") && !/(^|\/)(dist|node_modules)\//.test(file))
    .sort();
const sources = sourcesIn(lib);
const tests = sourcesIn(here);

/** What a source file imports or exports from, types included. */
function importsOf(folder: string, file: string): string[] {
  const text = readFileSync(path.join(folder, file), "utf8");
  const specifiers =
    /^(?:import|export)\b[^;]*?from "([^"]+)"|^import "([^"]+)"|\bimport\("([^"]+)"\)/gm;
  return Array.from(text.matchAll(specifiers), (match) => match[1] ?? match[2] ?? match[3]);
}
describe("lib", () => {
  it("imports only packages that package.json names", () => {
    const { dependencies } = JSON.parse(
      readFileSync(path.join(here, "..", "package.json"), "utf8"),
    );
    for (const file of sources) {
      for (const name of importsOf(lib, file).filter((specifier) => !specifier.startsWith("."))) {
        const [, packageName] = /^((?:@[^/]+\/)?[^/]+)/.exec(name) ?? [];
        if (!name.startsWith("node:"))
          expect(Object.keys(dependencies), file).toContain(packageName);
      }
    }
  });

  // An index is a list of names, not an idea that grew.
  it.each(sources.filter((file) => !file.endsWith("index.ts")))(
    "%s has at most 200 lines",
    (file) => {
      const text = readFileSync(path.join(lib, file), "utf8");
      expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(200);
    },
  );
});

describe("an index", () => {
  const indexes = ["index.ts", ...sources.filter((file) => file.endsWith("/index.ts"))];

  it.each(indexes)("exports each file once (Biome sorts them): %s", (index) => {
    const exported = importsOf(lib, index);
    expect(exported.length).toBeGreaterThan(0);
    expect(exported).toEqual([...new Set(exported)]);
  });
});

describe("the tests", () => {
  const unit = tests.filter((file) => !/^(notebooks|browser)\//.test(file));

  it("need no build: none imports the package by its name or from dist", () => {
    for (const file of unit) {
      for (const specifier of importsOf(here, file)) {
        expect(specifier, file).not.toMatch(/^distillation\b|\/dist(\/|$)/);
      }
    }
  });

  it("reach each source file that computes something, by a test of its own or another's", () => {
    const hasCode = (file: string) =>
      /^export (async )?(function|const|class)\b/m.test(readFileSync(path.join(lib, file), "utf8"));
    expect(hasCode("statistics/row.ts")).toBe(false);
    const imported = new Set(
      unit.flatMap((test) =>
        importsOf(here, test).map((specifier) =>
          path.posix.join(path.posix.dirname(test), specifier),
        ),
      ),
    );
    const missing = sources
      .filter(hasCode)
      .filter((file) => !imported.has(`../lib/${file.replace(/\.ts$/, ".js")}`));
    // Run by a browser's pages; by the chapter's own tests through its studies and tables; as WebAssembly by the tests of networkKernel and logisticObjective;
    // drawn by every figure of 00-setup; run by the study's tests in worker threads.
    const throughOthers = [
      "browser/mount.ts",
      "browser/nodeParts.ts",
      "browser/numpy.ts",
      "chapters/manyViews/conditionTables.ts",
      "chapters/manyViews/digitViews.ts",
      "chapters/manyViews/softLabels.ts",
      "chapters/varianceReduction/lossesByLabel.ts",
      "losses/fdlibm.ts",
      "models/exponentialCode.ts",
      "models/kernelCode.ts",
      "models/logisticCode.ts",
      "models/softmaxCode.ts",
      "models/wasmKernel.ts",
      "plotting/drawingWindow.ts",
      "random/numpyRandom.ts",
      "studies/studyPool.ts",
      "studies/studyWorker.ts",
    ];
    expect(missing).toEqual(throughOthers);
  });
});
