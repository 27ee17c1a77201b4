import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  brokenFormulas,
  CHROMIUM_ARGUMENTS,
  chromiumPath,
  committedNotebooks,
  drawnFigures,
  type Lab,
  openNotebook,
  outputFolder,
  restartAndRunAll,
  save,
  startLab,
} from "./lab.js";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const notebooks = committedNotebooks();

it("finds a Chromium where one is required", () => {
  if (process.env.CHROMIUM_REQUIRED) expect(chromiumPath).toBeDefined();
});

/** JupyterLab's own complaints to the console; any other comes from what we put on the page. */
const LABS_OWN: RegExp[] = [];

/** What the page did that it should not do: requests to other hosts, errors that our outputs caused. */
function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(http|ws)/.test(protocol) && hostname !== "127.0.0.1") complaints.push(request.url());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    const said = `${message.text()} (${message.location().url})`;
    if (message.type() === "error" && !LABS_OWN.some((own) => own.test(said)))
      complaints.push(said);
  });
  return complaints;
}

/** Pictures of all figures as they stand on the page, kept for whoever wants to look at them (CI does). */
async function saveFigures(page: Page, file: string, theme: string): Promise<Buffer[]> {
  const folder = path.join(outputFolder, "figures", theme, file.replace(/\.ipynb$/, ""));
  mkdirSync(folder, { recursive: true });
  const pictures: Buffer[] = [];
  for (const figure of await page.locator(".jp-OutputArea-output img").all()) {
    const name = `${String(pictures.length + 1).padStart(2, "0")}.png`;
    await figure.scrollIntoViewIfNeeded();
    const box = (await figure.boundingBox()) as NonNullable<
      Awaited<ReturnType<typeof figure.boundingBox>>
    >;
    // Whole pixels of the figure alone: an image begins anywhere, and its first row may be half the page's.
    const [x, y] = [Math.ceil(box.x), Math.ceil(box.y)];
    const clip = {
      x,
      y,
      width: Math.floor(box.x + box.width) - x,
      height: Math.floor(box.y + box.height) - y,
    };
    pictures.push(await page.screenshot({ path: path.join(folder, name), clip }));
  }
  return pictures;
}

/** Serious violations of the accessibility rules in what our cells put on the page. */
async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axePath });
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run({ include: [[".jp-OutputArea-output"]] });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`);
  });
}

const THEMES = ["JupyterLab Light", "JupyterLab Dark"];
/** The pictures of the figures in the theme that was tested first. */
const firstSeen = new Map<string, Buffer[]>();

describe.skipIf(!chromiumPath).each(THEMES)("in %s", (theme) => {
  let lab: Lab;
  let browser: Browser;
  beforeAll(async () => {
    lab = await startLab(theme);
    browser = await chromium.launch({
      executablePath: chromiumPath as string,
      args: CHROMIUM_ARGUMENTS,
    });
  });
  afterAll(async () => {
    await browser?.close();
    await lab?.stop();
  });

  it.each(notebooks)(
    "$file shows its committed figures, untrusted and not run",
    async (notebook) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      const complaints = watch(page);
      await openNotebook(page, lab, notebook);
      expect(await drawnFigures(page)).toBe(notebook.figures);
      if (notebook.hasFormulas) expect(await brokenFormulas(page)).toEqual([]);
      const pictures = await saveFigures(page, notebook.file, theme);
      const first = firstSeen.get(notebook.file) ?? pictures;
      firstSeen.set(notebook.file, first);
      const changed = pictures.flatMap((picture, k) => (picture.equals(first[k]) ? [] : [k + 1]));
      expect(changed, "figures that look different in another theme").toEqual([]);
      if (notebook.codeCells > 0) expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  // Each once, in turns: a chapter in one theme and its solutions in the other.
  it.each(notebooks.filter((_, k) => THEMES[k % THEMES.length] === theme))(
    "$file restarts, runs all cells and saves the committed bytes",
    async (notebook) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      const complaints = watch(page);
      await openNotebook(page, lab, notebook);
      await restartAndRunAll(page, notebook);
      const bad = '[data-mime-type*="stderr"], [data-mime-type*="error"]';
      expect(await page.locator(bad).allTextContents()).toEqual([]);
      expect(await drawnFigures(page)).toBe(notebook.figures);
      const saved = await save(page, notebook);
      expect(saved === notebook.text, "what JupyterLab saves is what is committed").toBe(true);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );
});
