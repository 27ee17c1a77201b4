import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect, vi } from "vitest";
import { STANDSTILL } from "../support/standstill.js";
import { type CommittedNotebook, type Lab, labFile } from "./lab.js";
import { kernelProcess } from "./processes.js";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Opens a notebook, in JupyterLab where it stands on the page already, and waits until all its cells are there. */
export async function openNotebook(page: Page, lab: Lab, notebook: CommittedNotebook) {
  page.setDefaultTimeout(STANDSTILL);
  if (page.url() === "about:blank") await page.goto(lab.addressOf(notebook.file));
  else await execute(page, "docmanager:open", { path: `notebooks/${notebook.file}` });
  await page.waitForFunction(
    (count) => document.querySelectorAll(".jp-Notebook .jp-CodeCell").length === count,
    notebook.codeCells,
  );
  await page.waitForFunction(
    () => !document.querySelector(".jp-MarkdownCell:not(.jp-mod-rendered)"),
  );
}

/** Closes what is open. */
export async function closeNotebook(page: Page) {
  await execute(page, "application:close-all");
  await page.waitForFunction(() => !document.querySelector(".jp-Notebook"));
}

/** A command of JupyterLab's, once it knows it. */
const execute = (page: Page, id: string, args: object = {}) =>
  page.waitForFunction(
    ({ id, args }) => {
      const { commands } = (globalThis as unknown as { jupyterapp: { commands: Commands } })
        .jupyterapp;
      return commands.hasCommand(id) && commands.execute(id, args).then(() => true);
    },
    { id, args },
  );

/** Between two requests for one theme: longer than a page takes to load it. */
const ASK_AGAIN = 5000;

/** The theme in which the page is drawn. */
export async function themeOf(page: Page): Promise<string> {
  const body = await page.waitForSelector("body[data-jp-theme-name]", { state: "attached" });
  return (await body.getAttribute("data-jp-theme-name")) as string;
}

/** Switches the page to a theme, as Settings › Theme does. */
export async function setTheme(page: Page, theme: string) {
  // Commands come one after another while JupyterLab starts, and a theme asked for while the first is loaded takes its place twice.
  if ((await themeOf(page)) === theme) return;
  const taken = `body[data-jp-theme-name="${theme}"]`;
  // JupyterLab saves the setting and reads it back, and two pages share one server: what comes back may be the other page's.
  await vi.waitUntil(
    async () => {
      await execute(page, "apputils:change-theme", { theme });
      return page
        .waitForSelector(taken, { state: "attached", timeout: ASK_AGAIN })
        .then(() => true)
        .catch(() => false);
    },
    { timeout: STANDSTILL },
  );
}

/** JupyterLab's, as far as they are used here. */
interface Commands {
  hasCommand(id: string): boolean;
  execute(id: string, args: object): Promise<void>;
}

/** Saves with the keyboard, as a reader would, and returns the file's text once the server has answered that it is written. */
export async function save(page: Page, { file }: CommittedNotebook): Promise<string> {
  const written = page.waitForResponse(
    (response) =>
      response.request().method() === "PUT" && response.url().includes("/api/contents/"),
  );
  await page.locator(".jp-Notebook").press("Control+s");
  await written;
  await page.waitForSelector(".lm-DockPanel-tabBar .lm-mod-current:not(.jp-mod-dirty)");
  return readFileSync(labFile(file), "utf8");
}

/** Saves, and expects the notebook's committed bytes. */
export async function saveAsCommitted(page: Page, notebook: CommittedNotebook) {
  const saved = await save(page, notebook);
  expect(saved === notebook.text, "what JupyterLab saves is what is committed").toBe(true);
}

/** How many figures are on the page, each drawn with a natural width. */
export async function drawnFigures(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const images = [...document.querySelectorAll<HTMLImageElement>(".jp-OutputArea-output img")];
    await Promise.all(images.map((image) => image.decode()));
    return images.filter((image) => image.naturalWidth > 0 && image.alt !== "").length;
  });
}

/** Waits until formulas are typeset; returns what is not: dollars left in the prose, and MathJax's errors. */
export async function brokenFormulas(page: Page): Promise<string[]> {
  await page.waitForSelector(".jp-MarkdownOutput mjx-container");
  const raw = () => {
    const words: string[] = [];
    for (const prose of document.querySelectorAll(".jp-MarkdownOutput")) {
      const walker = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const { textContent, parentElement } = walker.currentNode;
        const isMeant = parentElement?.closest("code, pre, mjx-container");
        if (!isMeant && textContent?.includes("$")) words.push(textContent);
      }
    }
    return words;
  };
  await page
    .waitForFunction(`(${raw})().length === 0`, undefined, { timeout: STANDSTILL })
    .catch(() => {});
  const errors = await page.locator("mjx-merror, [data-mjx-error]").allTextContents();
  return [...(await page.evaluate(raw)), ...errors];
}

/** Run › Run All Cells, and the end of the kernel by force while a progress bar moves; the server starts it anew. */
export async function killKernelInACell(page: Page, lab: Lab, { file }: CommittedNotebook) {
  await page.locator(".lm-MenuBar-item", { hasText: /^Run$/ }).click();
  await page.locator('.lm-Menu-item[data-command="runmenu:run-all"]').click();
  await page
    .locator(".jp-OutputArea-output", { hasText: /\] [1-9]\d* of \d+ / })
    .first()
    .waitFor();
  const sessions: { path: string; kernel: { id: string } }[] = await (
    await lab.api("sessions")
  ).json();
  const session = sessions.find(({ path }) => path === `notebooks/${file}`);
  process.kill(kernelProcess(session?.kernel.id ?? file), "SIGKILL");
  const dialog = page.locator(".jp-Dialog", { hasText: "died" });
  await dialog.waitFor();
  await dialog.locator("button.jp-mod-accept").click();
}

/** Waits for what a reader waits for: the sign that the notebook's first kernel has started. */
export async function kernelReady(page: Page) {
  await page.waitForSelector('.jp-Notebook-ExecutionIndicator[data-status="idle"]');
}

/** Run › Restart Kernel and Run All Cells, as a reader would, until the last cell has its number. */
export async function restartAndRunAll(page: Page, { codeCells }: CommittedNotebook) {
  await page.locator(".lm-MenuBar-item", { hasText: /^Run$/ }).click();
  await page.locator('.lm-Menu-item[data-command="runmenu:restart-and-run-all"]').click();
  await page.locator(".jp-Dialog button.jp-mod-warn").click();
  if (codeCells === 0) return;
  await page.waitForFunction(() =>
    [...document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")].some((prompt) =>
      prompt.textContent?.includes("*"),
    ),
  );
  await untilStill(page);
}

/** Waits until every cell has its number, for as long as something moves on the page: a number, an output, a progress bar. */
async function untilStill(page: Page) {
  const look = () => {
    const code = [...document.querySelectorAll(".jp-CodeCell")];
    const prompts = code.map((cell) => cell.querySelector(".jp-InputPrompt")?.textContent ?? "");
    const outputs = code.map((cell) => cell.querySelector(".jp-OutputArea")?.textContent ?? "");
    return {
      done: prompts.every((prompt) => /\[\d+\]/.test(prompt)),
      state: `${prompts}${outputs}`,
    };
  };
  let state = "";
  let since = performance.now();
  for (let now = await page.evaluate(look); !now.done; now = await page.evaluate(look)) {
    if (now.state !== state) [state, since] = [now.state, performance.now()];
    if (performance.now() - since > STANDSTILL) throw new Error(`nothing has moved: ${state}`);
    await page.waitForTimeout(500);
  }
}

/**
 * What JupyterLab itself says: when a kernel is restarted before its answer to "what are you?" has reached the page, and when one theme
 * is asked for while another is being loaded.
 */
const LABS_OWN = [
  "Canceled future for kernel_info_request message before replies were done",
  "Failed to execute 'removeChild' on 'Node': The node to be removed is not a child of this node.",
];

/** What the page did that it should not do: requests to other hosts, errors that our outputs caused. */
export function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(http|ws)/.test(protocol) && hostname !== "127.0.0.1") complaints.push(request.url());
  });
  page.on("pageerror", (error) => {
    if (!LABS_OWN.includes(error.message)) complaints.push(String(error));
  });
  page.on("console", (message) => {
    if (message.type() === "error")
      complaints.push(`${message.text()} (${message.location().url})`);
  });
  return complaints;
}

/** Serious violations of the accessibility rules in what our cells put on the page. */
export async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axePath });
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run({ include: [[".jp-OutputArea-output"]] });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`);
  });
}
