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
const roomOf = (file: string) => file.split("/")[0];

/** From top to bottom: a room may import from itself and from those above it. */
const ORDER = [
  "validate",
  "random",
  "data",
  "losses",
  "models",
  "information",
  "experiments",
  "figures",
  "notebook",
];

/** The rooms that a room's files may import from. Exercises compute their answers, and notebooks check them. */
function allowedFor(room: string): string[] {
  if (room === "exercises") {
    return ["exercises", ...ORDER.filter((other) => other !== "figures" && other !== "notebook")];
  }
  const above = ORDER.slice(0, ORDER.indexOf(room) + 1);
  return room === "notebook" ? [...above, "exercises"] : above;
}
const inRooms = sources.filter((file) => file.includes("/"));

describe("the rooms of lib", () => {
  it("are found, with all their files", () => {
    expect(sources.length).toBeGreaterThanOrEqual(40);
    expect(inRooms.flatMap((file) => importsOf(lib, file)).length).toBeGreaterThan(80);
  });

  it("are those of the design", () => {
    for (const room of new Set(inRooms.map(roomOf)))
      expect([...ORDER, "exercises"]).toContain(room);
    const outside = sources.filter((file) => !file.includes("/"));
    expect(outside).toEqual(["index.ts"]);
  });

  it.each(inRooms)("%s imports only from its own room and those above", (file) => {
    for (const specifier of importsOf(lib, file).filter((name) => name.startsWith("."))) {
      const target = path.posix.join(path.posix.dirname(file), specifier);
      expect(allowedFor(roomOf(file)), `${file} imports ${specifier}`).toContain(roomOf(target));
      expect(specifier, "relative imports end in .js").toMatch(/\.js$/);
    }
  });

  it("import tslab in the notebook room alone", () => {
    const importing = sources.filter((file) => importsOf(lib, file).includes("tslab"));
    expect(importing.length).toBeGreaterThan(0);
    expect(new Set(importing.map(roomOf))).toEqual(new Set(["notebook"]));
  });

  it("import only packages that package.json names", () => {
    const { dependencies } = JSON.parse(
      readFileSync(path.join(here, "..", "package.json"), "utf8"),
    );
    for (const file of sources) {
      for (const name of importsOf(lib, file).filter((specifier) => !specifier.startsWith("."))) {
        if (!name.startsWith("node:")) expect(Object.keys(dependencies), file).toContain(name);
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
    expect(hasCode("random/rng.ts")).toBe(false);
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
    // Run by the study's tests in worker threads; drawn by every figure of 00-setup.
    const throughOthers = [
      "experiments/studyPool.ts",
      "experiments/studyWorker.ts",
      "figures/classPalette.ts",
    ];
    expect(missing).toEqual(throughOthers);
  });
});
