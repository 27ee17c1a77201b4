import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { drawerOf, htmlOf } from "../../lib/browser/drawLive.js";
import { LIVE_TYPE, type LiveOutput, startOf, type Values } from "../../lib/browser/liveOutput.js";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { jupyterEnvironment, root, venvPython } from "../../scripts/project.mjs";
import type { Output } from "../support/committedOutputs.js";
import { writeNotebook } from "../support/scratchNotebook.js";
import { STANDSTILL } from "../support/standstill.js";
import {
  type CommittedNotebook,
  chromiumPath,
  type Lab,
  labFile,
  launchBrowser,
  reproducedNotebook,
  sharedLab,
  startLab,
  THEMES,
} from "./lab.js";
import { kernelReady, openNotebook, restartAndRunAll, save, violations, watch } from "./page.js";

const LIVE_CELL = `live(
  { n: slider(10, 200, 20, { label: "Examples" }), model: choice(["teacher", "student"]), seed: reseed(7) },
  ({ n, model, seed }) => {
    if (n === 23) throw new Error("no figure for 23");
    const training = postData(numpyRng(seed), n);
    return { figure: dataFigure(training), text: \`\${model}, \${n} examples of seed \${seed}\` };
  },
);`;
const IMPORTS = `import {
  choice, dataFigure, live, numpyRng, postData, reseed, slider,
} from "distillation";`;

let run: CommittedNotebook | undefined;
/** A notebook with one live figure, as nbclient has run it. */
function liveNotebook(file: string): { notebook: CommittedNotebook; output: LiveOutput } {
  run ??= reproducedNotebook("live.ipynb", [IMPORTS, LIVE_CELL], 1);
  const notebook = { ...run, file };
  writeFileSync(labFile(file), notebook.text);
  const [{ data = {} }] = JSON.parse(notebook.text).cells[1].outputs as Output[];
  return { notebook, output: data[LIVE_TYPE] as unknown as LiveOutput };
}

/** Figures by hashes of their images' addresses: who reads a failed test cannot read the addresses. */
const hashes = (addresses: string[]) =>
  addresses.map((address) => createHash("sha256").update(address).digest("hex").slice(0, 12));

/** What Node draws. */
const drawn = (output: LiveOutput, values: Values) =>
  hashes(Array.from(htmlOf(drawerOf(output)(values)).matchAll(/src="([^"]+)"/g), ([, src]) => src));

const shownIn = async (figure: Locator) =>
  hashes(
    await figure
      .locator("img")
      .evaluateAll((images) => images.map((image) => image.getAttribute("src") as string)),
  );

/** Waits for a figure to be the one that Node draws for these values, byte for byte. */
const expectDrawn = (figure: Locator, output: LiveOutput, values: Values) =>
  expect.poll(() => shownIn(figure), { timeout: STANDSTILL }).toEqual(drawn(output, values));

/** Signs JupyterLab's copy, as if this reader had run all of it. */
function trust(file: string) {
  const args = ["-m", "nbformat.sign", labFile(file)];
  const { status } = spawnSync(venvPython, args, { cwd: root, env: jupyterEnvironment() });
  expect(status).toBe(0);
}

describe.skipIf(!chromiumPath)("a live figure in JupyterLab", () => {
  let lab: Lab;
  let page: Page;
  let complaints: string[];
  beforeEach(async () => {
    const shared = await sharedLab();
    lab = shared.lab;
    page = await shared.newPage();
    complaints = watch(page);
  });
  afterEach(async () => {
    await page.close();
    await lab.stopKernels();
    expect(complaints).toEqual([]);
  });

  const outputs = () => page.locator(".jp-OutputArea-output");
  const controls = () => page.locator(".jp-OutputArea-output :is(input, select, button)");

  it("untrusted, shows its image and no control, and runs nothing that a stranger wrote", async () => {
    const { notebook } = liveNotebook("hostile.ipynb");
    const hostile = JSON.parse(notebook.text);
    hostile.cells[1].outputs[0].data[LIVE_TYPE].code = ["globalThis.owned = true"];
    writeFileSync(labFile("hostile.ipynb"), JSON.stringify(hostile));
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await openNotebook(page, lab, notebook);
    await kernelReady(page);
    await expect.poll(() => outputs().locator("img").count()).toBe(1);
    expect(await controls().count()).toBe(0);
    expect(asked.filter((url) => /live\.js$/.test(url))).toEqual([]);
    expect(await page.evaluate("globalThis.owned")).toBeUndefined();
  });

  it("is live once run and when opened again, by keyboard, and leaves the file as nbclient wrote it", async () => {
    const { notebook, output } = liveNotebook("live.ipynb");
    const start = startOf(output);
    await openNotebook(page, lab, notebook);
    await kernelReady(page);
    await restartAndRunAll(page, notebook);
    await page.waitForSelector(".jp-OutputArea-output input");
    expect(await shownIn(outputs())).toEqual(drawn(output, start));
    expect(await violations(page)).toEqual([]);

    const slider = page.getByLabel("Examples");
    await slider.focus();
    for (const n of [21, 22]) {
      await slider.press("ArrowRight");
      await expectDrawn(outputs(), output, { ...start, n });
    }
    await slider.press("ArrowRight");
    const fault = page.locator(".jp-OutputArea-output [role=alert]");
    await expect.poll(() => fault.textContent()).toBe("no figure for 23");
    expect(await shownIn(outputs())).toEqual(drawn(output, { ...start, n: 22 }));
    await slider.press("End");
    await expectDrawn(outputs(), output, { ...start, n: 200 });
    expect(await fault.textContent()).toBe("");
    expect(await slider.getAttribute("aria-valuetext")).toBe("200");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    const text = page.locator(".jp-OutputArea-output p:not([role])");
    await expect.poll(() => text.textContent()).toBe("student, 200 examples of seed 7");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await expectDrawn(outputs(), output, { ...start, n: 200, seed: 8 });
    await expect.poll(() => text.textContent()).toBe("student, 200 examples of seed 8");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expectDrawn(outputs(), output, start);
    expect(await slider.getAttribute("aria-valuetext")).toBe("20");
    await slider.press("End");
    await expectDrawn(outputs(), output, { ...start, n: 200 });
    expect(await violations(page)).toEqual([]);

    expect(await save(page, notebook)).toBe(notebook.text);
    await page.reload();
    await page.waitForSelector(".jp-OutputArea-output input");
    expect(await shownIn(outputs())).toEqual(drawn(output, start));
    await slider.focus();
    await slider.press("ArrowLeft");
    await expectDrawn(outputs(), output, { ...start, n: 19 });
  });

  it("beside it, Tab lists the library's names after its import alone, and Shift+Tab shows a docstring whole", async () => {
    const sources = ['import { fitLogistic } from "distillation";', "fitLog"];
    const file = "tab.ipynb";
    writeNotebook(labFile(file), sources);
    const notebook = { file, text: "", figures: 0, codeCells: 2, hasFormulas: false };
    await openNotebook(page, lab, notebook);
    await kernelReady(page);
    const cells = page.locator(".jp-CodeCell");
    // What is pressed before the page listens to its kernel is lost, and pressed again.
    const prompt = cells.nth(0).locator(".jp-InputPrompt");
    const run = async () => {
      if ((await prompt.textContent())?.includes("[ ]")) {
        await cells.nth(0).locator(".cm-content").click();
        await page.keyboard.press("Shift+Enter");
      }
      return prompt.textContent();
    };
    await expect.poll(run, { timeout: STANDSTILL, interval: 1000 }).toMatch(/\[\d+\]/);
    await cells.nth(1).locator(".cm-content").click();
    await page.keyboard.press("End");
    await page.keyboard.press("Tab");
    // JupyterLab writes the only candidate, and lists several.
    const text = () => cells.nth(1).locator(".cm-content").textContent();
    const listed = page.locator(".jp-Completer .jp-Completer-match", { hasText: "fitLogistic" });
    await expect
      .poll(async () => (await listed.count()) > 0 || (await text()) === "fitLogistic", {
        timeout: STANDSTILL,
      })
      .toBe(true);
    if ((await listed.count()) > 0) await page.keyboard.press("Enter");
    await expect.poll(text, { timeout: STANDSTILL }).toBe("fitLogistic");
    await page.keyboard.press("Shift+Tab");
    const tooltip = page.locator(".jp-Tooltip");
    await tooltip.waitFor();
    const docstring = await tooltip.textContent();
    expect(docstring).toMatch(/@throws RangeError if lengths differ/);
    expect(docstring).toMatch(/@example fitLogistic\(new Matrix/);
  });
});

describe.skipIf(!chromiumPath)("a live figure at the address of a hub's user", () => {
  it("loads its library from there", async () => {
    const base = "/hub/user/ann/";
    await sharedLab();
    const lab = await startLab(THEMES[1], { base });
    const browser = await launchBrowser();
    try {
      const { notebook, output } = liveNotebook("live.ipynb");
      trust(notebook.file);
      const page = await browser.newPage();
      const complaints = watch(page);
      const asked: string[] = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await openNotebook(page, lab, notebook);
      const figure = page.locator(".jp-OutputArea-output");
      await figure.locator("input").press("ArrowRight");
      await expectDrawn(figure, output, { ...startOf(output), n: 21 });
      const bundles = asked.filter((path) => path.endsWith("live.js"));
      expect(bundles.length).toBeGreaterThan(0);
      for (const path of bundles) expect(path.startsWith(base), path).toBe(true);
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
      await lab.stop();
    }
  });
});
