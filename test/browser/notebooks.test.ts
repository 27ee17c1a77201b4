import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { STANDSTILL } from "../support/standstill.js";
import {
  type CommittedNotebook,
  chromiumPath,
  committedNotebooks,
  type Lab,
  outputFolder,
  reproducedNotebook,
  sharedLab,
  THEMES,
} from "./lab.js";
import {
  brokenFormulas,
  closeNotebook,
  drawnFigures,
  kernelReady,
  killKernelInACell,
  openNotebook,
  restartAndRunAll,
  saveAsCommitted,
  setTheme,
  themeOf,
  violations,
  watch,
} from "./page.js";
import { listeningAddresses } from "./processes.js";

const notebooks = committedNotebooks();

it("finds a Chromium where one is required", () => {
  if (process.env.CHROMIUM_REQUIRED) expect(chromiumPath).toBeDefined();
});

/** Pictures of all figures as they stand on the page, kept for whoever wants to look at them (CI does). */
async function saveFigures(page: Page, file: string, theme: string): Promise<Buffer[]> {
  const folder = path.join(outputFolder, "figures", theme, file.replace(/\.ipynb$/, ""));
  mkdirSync(folder, { recursive: true });
  const pictures: Buffer[] = [];
  for (const figure of await page.locator(".jp-OutputArea-output img").all()) {
    const name = `${String(pictures.length + 1).padStart(2, "0")}.png`;
    // At the page's corner: in the text, where a figure begins depends on what stands above it, and half a pixel changes
    // every edge in it.
    const size = await figure.evaluate(async (image: HTMLImageElement) => {
      const output = image.closest(".jp-OutputArea-output")?.cloneNode() as HTMLElement;
      const copy = image.cloneNode() as HTMLImageElement;
      // While JupyterLab loads a theme, another page's too, it hides all its panels.
      while (image.getBoundingClientRect().width === 0) await new Promise(requestAnimationFrame);
      const { width, height } = image.getBoundingClientRect();
      output.id = "copy";
      output.style.cssText = "position: fixed; inset: 0; margin: 0; padding: 0; z-index: 100000;";
      copy.style.cssText = `display: block; max-width: none; width: ${width}px; height: ${height}px;`;
      output.append(copy);
      document.body.append(output);
      await copy.decode();
      return { width, height };
    });
    // Without its rim, which may end within a pixel.
    const [width, height] = [Math.floor(size.width) - 2, Math.floor(size.height) - 2];
    const clip = { x: 1, y: 1, width, height };
    pictures.push(await page.screenshot({ path: path.join(folder, name), clip }));
    await page.evaluate(() => document.querySelector("#copy")?.remove());
  }
  return pictures;
}

/** Levels of 255 by which the browser's smoothing of a scaled picture, such as a digit, may differ between two pages. */
const ROUNDING = 8;

/** The largest difference of two pictures in any pixel and colour, of 255; Infinity where their sizes differ. */
function largestDifference(page: Page, a: Buffer, b: Buffer): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const [p, q] = await Promise.all(
        pictures.map(async (picture) => {
          const image = new Image();
          image.src = `data:image/png;base64,${picture}`;
          await image.decode();
          const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
          context?.drawImage(image, 0, 0);
          return context?.getImageData(0, 0, image.width, image.height) as ImageData;
        }),
      );
      if (p.width !== q.width || p.height !== q.height) return Number.POSITIVE_INFINITY;
      return p.data.reduce((most, v, i) => Math.max(most, Math.abs(v - q.data[i])), 0);
    },
    [a.toString("base64"), b.toString("base64")],
  );
}

/** The notebook whose kernel is killed while its first progress bar moves, and the cells of one with worker threads. */
const KILLED = notebooks.find(({ file }) => file === "01-dpi.ipynb") as CommittedNotebook;
const WITH_WORKERS = [
  'import { POST_DESIGN, softeningStudy, watchStudy } from "distillation";',
  "const study = softeningStudy(POST_DESIGN, 40);\nconst result = await watchStudy(study, { workers: 2 });",
  'console.log(result["distilled@45"]);',
];

/** The page's own first, which another notebook may have left. Solutions have their figures from the same code as the chapters: one is enough. */
function themesFor({ file }: CommittedNotebook, shown: string) {
  const others = THEMES.filter((theme) => theme !== shown);
  return file.includes("solutions") ? [shown] : [shown, ...others];
}

describe.skipIf(!chromiumPath)("in JupyterLab", () => {
  let lab: Lab;
  let newPage: () => Promise<Page>;
  beforeAll(async () => {
    ({ lab, newPage } = await sharedLab());
  });

  afterAll(() => Promise.all(idle.map((page) => page.close())));

  /** Pages in which JupyterLab stands without a notebook: loading it costs more than opening one. */
  const idle: Page[] = [];

  /** For all notebooks in which nothing is run: to start one takes seconds of the processor. */
  let kernel: Promise<string> | undefined;
  const sharedKernel = () => {
    const body = JSON.stringify({ name: "tslab" });
    kernel ??= lab.api("kernels", { method: "POST", body }).then(async (answer) => {
      const { id } = await answer.json();
      return id;
    });
    return kernel;
  };

  /** Opens a notebook, does the work and closes it, however that ended. */
  async function inPage(
    notebook: CommittedNotebook,
    work: (page: Page, complaints: string[]) => Promise<void>,
  ) {
    const page = idle.pop() ?? (await newPage());
    const complaints = watch(page);
    try {
      await openNotebook(page, lab, notebook);
      await work(page, complaints);
      await closeNotebook(page);
      idle.push(page);
    } catch (error) {
      await page.close();
      throw error;
    }
  }

  it.concurrent.each(notebooks)(
    "$file shows its committed figures, untrusted and not run, and saves the committed bytes",
    async (notebook) => {
      await lab.useKernel(notebook.file, await sharedKernel());
      await inPage(notebook, async (page, complaints) => {
        let first: Buffer[] | undefined;
        for (const theme of themesFor(notebook, await themeOf(page))) {
          await setTheme(page, theme);
          expect(await drawnFigures(page)).toBe(notebook.figures);
          const pictures = await saveFigures(page, notebook.file, theme);
          first ??= pictures;
          const changed: number[] = [];
          for (const [k, picture] of pictures.entries())
            if (
              !picture.equals(first[k]) &&
              (await largestDifference(page, picture, first[k])) > ROUNDING
            )
              changed.push(k + 1);
          expect(changed, "figures that look different in another theme").toEqual([]);
          if (notebook.codeCells > 0) expect(await violations(page), theme).toEqual([]);
        }
        if (notebook.hasFormulas) expect(await brokenFormulas(page)).toEqual([]);
        await kernelReady(page);
        await saveAsCommitted(page, notebook);
        expect(complaints).toEqual([]);
      });
    },
  );

  it.concurrent("a notebook with worker threads restarts, runs all cells and saves what nbclient wrote", () => {
    const notebook = reproducedNotebook("workers.ipynb", WITH_WORKERS);
    return inPage(notebook, async (page, complaints) => {
      await kernelReady(page);
      await restartAndRunAll(page, notebook);
      const bad = '[data-mime-type*="stderr"], [data-mime-type*="error"]';
      expect(await page.locator(bad).allTextContents()).toEqual([]);
      await saveAsCommitted(page, notebook);
      expect(complaints).toEqual([]);
    });
  });

  it.runIf(process.platform !== "win32")(
    "a kernel killed in the middle of a cell restarts, runs all cells and saves the committed bytes",
    async () => {
      await lab.stopKernels();
      await inPage(KILLED, async (page) => {
        await killKernelInACell(page, lab, KILLED);
        await restartAndRunAll(page, KILLED);
        expect(await drawnFigures(page)).toBe(KILLED.figures);
        await saveAsCommitted(page, KILLED);
      });
    },
  );

  it.runIf(process.platform === "linux")(
    "the server and a kernel listen on 127.0.0.1 alone, and answer nobody without the token",
    async () => {
      const headers = { Authorization: "token 0" };
      expect((await lab.api("contents", { headers: {} })).status).toBe(403);
      expect((await lab.api("contents", { headers })).status).toBe(403);
      expect((await lab.api("contents")).status).toBe(200);
      const body = JSON.stringify({ name: "tslab" });
      expect((await lab.api("kernels", { method: "POST", body })).status).toBe(201);
      // The server's port and the five channels of the kernel.
      await vi.waitUntil(() => listeningAddresses(lab.pid).length >= 6, { timeout: STANDSTILL });
      expect(new Set(listeningAddresses(lab.pid))).toEqual(new Set(["0100007F"]));
    },
  );
});
