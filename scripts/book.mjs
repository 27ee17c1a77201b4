// npm run book: the collection as web pages, in build/book, from the committed notebooks and their outputs; nothing is run.
// npm run book -- --without-solutions leaves out the solutions and the teaching guide: a class's copy, in build/class.
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { NOTICES } from "./notices.mjs";
import {
  forwardInterrupts,
  inRoot,
  jupyterEnvironment,
  publishFolder,
  run,
  setUpIfSkipped,
  stagingFolder,
  venvPython,
} from "./project.mjs";

const flags = process.argv.slice(2);
const target = path.join(publishFolder, flags.includes("--without-solutions") ? "class" : "book");
const SEARCH = { fields: ["heading", "text"], storeFields: ["heading", "page"] };

const plain = (html) =>
  html
    .replace(/<(script|style|math)\b.*?<\/\1>/gs, " ")
    .replace(/<a class="anchor-link".*?<\/a>/gs, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();

/** TeX has a thin space before and after an operator such as log; browsers have none. */
const AROUND_OPERATORS =
  /(?<=<\/m(?:i|n|sub|sup)>)(?=<mi>[a-z]{2,}<\/mi><mo data-mjx-texclass="NONE">)|(?<=&#x2061;<\/mo>)(?=<m(?:i|n|sub|sup)>)/g;
const THIN_SPACE = '<mspace width="0.17em"></mspace>';

/** Sets the formulas of a page as MathML, which a browser draws without a script. */
async function formulas() {
  const mathjax = await createRequire(import.meta.url)("mathjax").init({
    loader: { load: ["input/tex"] },
  });
  return (html) =>
    html.replace(/<tex( display)?>(.*?)<\/tex>/gs, (_, display, text) => {
      const formula = mathjax.tex2mml(plain(text), { display: display !== undefined });
      return formula.replace(/\s*\n\s*/g, "").replace(AROUND_OPERATORS, THIN_SPACE);
    });
}

/** The page's sections, each what a search can find. */
function sections(file, html) {
  const main = /<main[^>]*>(.*)<\/main>/s.exec(html)[1];
  const page = plain(/"og:title" content="(.*?)"/.exec(html)[1]);
  return main
    .split(/(?=<h[12][ >])/)
    .map((part) => {
      const [, anchor = "", heading = page] =
        /<h[12](?: id="([^"]*)")?[^>]*>(.*?)<\/h[12]>/s.exec(part) ?? [];
      return { id: `${file}#${anchor}`, page, heading: plain(heading), text: plain(part) };
    })
    .filter(({ text }) => text);
}

async function finish(folder) {
  const typeset = await formulas();
  const { default: MiniSearch } = await import("minisearch");
  const index = new MiniSearch(SEARCH);
  const seen = new Set();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".html"))) {
    const html = readFileSync(path.join(folder, file), "utf8");
    const found = sections(file, html.replace(/<tex[^>]*>.*?<\/tex>/gs, " "));
    for (const part of found) if (!seen.has(part.id)) seen.add(part.id) && index.add(part);
    writeFileSync(path.join(folder, file), typeset(html));
  }
  const assets = path.join(folder, "assets");
  writeFileSync(
    path.join(assets, "index.js"),
    `searchIndex = ${JSON.stringify(index)}; searchOptions = ${JSON.stringify(SEARCH)};\n`,
  );
  cpSync(inRoot("scripts", "book", "page.js"), path.join(assets, "page.js"));
  cpSync(inRoot("scripts", "book", "picture.png"), path.join(assets, "picture.png"));
  cpSync(NOTICES, path.join(assets, path.basename(NOTICES)));
  cpSync(
    inRoot("node_modules", "minisearch", "dist", "umd", "index.js"),
    path.join(assets, "minisearch.js"),
  );
  cpSync(inRoot("lib", "dist", "page", "live.js"), path.join(assets, "live.js"));
}

setUpIfSkipped();
let interrupted = false;
forwardInterrupts(() => {
  interrupted = true;
});
const staging = stagingFolder("book");
const fresh = path.join(staging, "book");
try {
  process.exitCode = await run(
    venvPython,
    [inRoot("scripts", "book", "book.py"), fresh, ...flags],
    { env: jupyterEnvironment() },
  );
  if (process.exitCode === 0) await finish(fresh);
  if (process.exitCode === 0 && !interrupted) {
    rmSync(target, { recursive: true, force: true });
    renameSync(fresh, target);
    console.log(`book: ${path.relative(process.cwd(), path.join(target, "index.html"))}`);
  }
} finally {
  rmSync(staging, { recursive: true, force: true });
  if (interrupted) process.exitCode = 130;
}
