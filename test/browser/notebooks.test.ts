import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
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

/** What the page did that it should not do: requests to other hosts, errors that our outputs caused. */
function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(http|ws)/.test(protocol) && hostname !== "127.0.0.1") complaints.push(request.url());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

async function saveFigures(page: Page, file: string, theme: string) {
  const folder = path.join(outputFolder, "figures", theme, file.replace(/\.ipynb$/, ""));
  mkdirSync(folder, { recursive: true });
  const figures = await page.locator(".jp-OutputArea-output img").all();
  for (const [k, figure] of figures.entries()) {
    await figure.screenshot({ path: path.join(folder, `${String(k + 1).padStart(2, "0")}.png`) });
  }
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

describe.skipIf(!chromiumPath).each(["JupyterLab Light", "JupyterLab Dark"])("in %s", (theme) => {
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
      if (notebook.hasFormulas) await page.waitForSelector("mjx-container");
      await saveFigures(page, notebook.file, theme);
      if (notebook.codeCells > 0) expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  it.skipIf(theme.endsWith("Dark")).each(notebooks)(
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
