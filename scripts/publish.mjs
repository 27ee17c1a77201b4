// npm run slides, npm run handouts: the notebooks as pages that open without a network, and as PDF where there is Chromium.
// PUBLISH_FOLDER names another folder than build/.
import { cpSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { CHROMIUM_ARGUMENTS, chromiumPath } from "./chromium.mjs";
import { NOTICES } from "./notices.mjs";
import {
  existingPaths,
  forwardInterrupts,
  inRoot,
  jupyterEnvironment,
  publishFolder,
  run,
  setUpIfSkipped,
  stagingFolder,
  venvPython,
} from "./project.mjs";

const [mode, ...args] = process.argv.slice(2);
const names = existingPaths(args.filter((arg) => !arg.startsWith("-")));
const flags = args.filter((arg) => arg.startsWith("-"));
const target = path.join(publishFolder, mode);
const ASSETS = {
  slides: {
    "reveal.js/dist/reveal.js": "reveal.js",
    "reveal.js/dist/reveal.css": "reveal.css",
    "reveal.js/dist/theme/white.css": "theme.css",
    "reveal.js/dist/plugin/notes.js": "notes.js",
    "mathjax/es5/tex-svg.js": "tex-svg.js",
  },
  handouts: { "mathjax/es5/tex-svg.js": "tex-svg.js" },
};

setUpIfSkipped();
let interrupted = false;
forwardInterrupts(() => {
  interrupted = true;
});

function copyAssets(folder) {
  for (const [from, to] of Object.entries(ASSETS[mode]))
    cpSync(inRoot("node_modules", from), path.join(folder, "assets", to));
  cpSync(NOTICES, path.join(folder, "assets", path.basename(NOTICES)));
}

const writePages = (folder) =>
  run(venvPython, [inRoot("scripts", "publish.py"), mode, ...flags, "--", folder, ...names], {
    env: jupyterEnvironment(),
  });

/** The bytes of a PDF without the moment it was made, so that two runs write the same file. */
function undated(pdf) {
  const dated = /(\/(?:Creation|Mod)Date \(D:)\d{14}/g;
  return Buffer.from(pdf.toString("latin1").replace(dated, "$120000101000000"), "latin1");
}

async function writePdfs(folder) {
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: CHROMIUM_ARGUMENTS,
    handleSIGINT: false,
    handleSIGTERM: false,
  });
  try {
    const named = names.map((name) => path.basename(name, ".ipynb"));
    const pages = readdirSync(folder).filter(
      (file) =>
        file.endsWith(".html") &&
        file !== "index.html" &&
        (!named.length || named.includes(path.parse(file).name)),
    );
    // One page for all: its process has read the scripts that they load.
    const page = await browser.newPage();
    for (const file of pages.sort()) {
      if (interrupted) return;
      const address = pathToFileURL(path.join(folder, file)).href;
      await page.goto(mode === "slides" ? `${address}?print-pdf` : address);
      await page.waitForSelector(mode === "slides" ? ".pdf-page" : "body.ready", {
        state: "attached",
      });
      // Chromium would write links to the other pages as paths of this machine.
      await page.evaluate(() => {
        for (const link of document.querySelectorAll("a:not([href^='http'])"))
          link.removeAttribute("href");
      });
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      writeFileSync(path.join(folder, file.replace(/html$/, "pdf")), undated(pdf));
    }
  } finally {
    await browser.close();
  }
}

const staging = stagingFolder(mode);
try {
  // With names, the pages that were there before stay.
  if (names.length && existsSync(target)) cpSync(target, staging, { recursive: true });
  copyAssets(staging);
  process.exitCode = await writePages(staging);
  if (process.exitCode === 0 && chromiumPath) await writePdfs(staging);
  if (process.exitCode === 0 && !interrupted) {
    rmSync(target, { recursive: true, force: true });
    renameSync(staging, target);
    const where = path.relative(process.cwd(), path.join(target, "index.html"));
    console.log(`${mode}: ${where}${chromiumPath ? ", each page as PDF beside it" : ""}`);
    if (!chromiumPath)
      console.log(`${mode}: no PDF, since there is no Chromium (CHROMIUM can name one)`);
  }
} catch (error) {
  process.exitCode = 1;
  if (!interrupted) console.error(`${mode}: ${String(error.message).split("\n")[0]}`);
} finally {
  if (interrupted) {
    process.exitCode = 130;
    console.error(`${mode}: interrupted; what was published before is as it was`);
  }
  rmSync(staging, { recursive: true, force: true });
}
