import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { vi } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot, root } from "../../scripts/project.mjs";
import { notebookFiles } from "../support/notebooks.js";
import { kernelProcess } from "./processes.js";

/** Where this machine has a Chromium, or undefined. CHROMIUM names another one. */
export const chromiumPath = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
].find((file) => file && existsSync(file));

export const CHROMIUM_ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

export const outputFolder: string = inRoot("test", "output");
const labFolder = path.join(outputFolder, "lab");

/** What a notebook's committed outputs hold. */
export interface CommittedNotebook {
  file: string;
  text: string;
  figures: number;
  codeCells: number;
  hasFormulas: boolean;
}

export function committedNotebooks(): CommittedNotebook[] {
  return notebookFiles.map((file) => {
    const text = readFileSync(inRoot("notebooks", file), "utf8");
    const { cells } = JSON.parse(text);
    const code = cells.filter((cell: { cell_type: string }) => cell.cell_type === "code");
    const prose = cells.filter((cell: { cell_type: string }) => cell.cell_type === "markdown");
    return {
      file,
      text,
      figures: JSON.stringify(code).split("data:image/svg+xml").length - 1,
      codeCells: code.length,
      hasFormulas: prose.some((cell: { source: string[] }) => cell.source.join("").includes("$")),
    };
  });
}

export interface Lab {
  /** The address of a notebook, token included. */
  addressOf(file: string): string;
  /** A request to the server's API, with its token unless other headers are given. */
  api(path: string, request?: RequestInit): Promise<Response>;
  pid: number;
  stop(): Promise<void>;
}

/**
 * Starts the project's JupyterLab as `npm start` does, on a copy of the notebooks inside the repository (the kernel finds
 * the library from there; the committed files stay as they are), with settings of its own.
 */
export async function startLab(theme: string): Promise<Lab> {
  rmSync(labFolder, { recursive: true, force: true });
  mkdirSync(labFolder, { recursive: true });
  cpSync(inRoot("notebooks"), path.join(labFolder, "notebooks"), { recursive: true });
  const settings = path.join(labFolder, "settings");
  const args = [
    inRoot("scripts", "start.mjs"),
    "--no-browser",
    "--ServerApp.port=0",
    `--ServerApp.root_dir=${labFolder}`,
    `--LabApp.user_settings_dir=${settings}`,
    `--LabApp.workspaces_dir=${path.join(labFolder, "workspaces")}`,
  ];
  const server = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  // Whatever fails between here and stop(), no server outlives the tests.
  process.once("exit", () => server.kill("SIGTERM"));
  const url = new URL(await addressFrom(server));
  const token = url.searchParams.get("token") ?? "";
  // JupyterLab can print its address a moment before it listens.
  await vi.waitUntil(() => fetch(`${url.origin}/api`).catch(() => false), { timeout: 30_000 });
  await fetch(`${url.origin}/lab/api/settings/@jupyterlab/apputils-extension:themes`, {
    method: "PUT",
    headers: { Authorization: `token ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ raw: JSON.stringify({ theme }) }),
  });
  return {
    addressOf: (file) => `${url.origin}/lab/tree/notebooks/${file}?reset&token=${token}`,
    api: (path, request) =>
      fetch(`${url.origin}/api/${path}`, {
        headers: { Authorization: `token ${token}` },
        ...request,
      }),
    pid: server.pid as number,
    stop: () =>
      new Promise((resolve) => {
        server.once("close", () => resolve());
        server.kill("SIGTERM");
      }),
  };
}

function addressFrom(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (chunk: Buffer) => {
      said += chunk;
      const address = /http:\/\/127\.0\.0\.1:\d+\/lab\S*\?token=\w+/.exec(said);
      if (address) resolve(address[0]);
    };
    server.stdout?.on("data", listen);
    server.stderr?.on("data", listen);
    server.once("close", () => reject(new Error(`JupyterLab ended before it was up:\n${said}`)));
  });
}

/** Opens a notebook and waits until all its cells are on the page. */
export async function openNotebook(page: Page, lab: Lab, notebook: CommittedNotebook) {
  await page.goto(lab.addressOf(notebook.file));
  await page.waitForFunction(
    (count) => document.querySelectorAll(".jp-Notebook .jp-CodeCell").length === count,
    notebook.codeCells,
  );
  await page.waitForFunction(() => document.querySelector(".jp-MarkdownOutput") !== null);
}

/** Saves with the keyboard, as a reader would, and returns the file's text once it has been written. */
export async function save(page: Page, { file }: CommittedNotebook): Promise<string> {
  const copy = path.join(labFolder, "notebooks", file);
  const before = statSync(copy).mtimeMs;
  await page.locator(".jp-Notebook").press("Control+s");
  await vi.waitUntil(() => statSync(copy).mtimeMs > before, { timeout: 30_000 });
  await page.waitForSelector(".lm-DockPanel-tabBar .lm-mod-current:not(.jp-mod-dirty)");
  return readFileSync(copy, "utf8");
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
    .waitForFunction(`(${raw})().length === 0`, undefined, { timeout: 30_000 })
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
    .waitFor({ timeout: 120_000 });
  const sessions: { path: string; kernel: { id: string } }[] = await (
    await lab.api("sessions")
  ).json();
  const session = sessions.find(({ path }) => path === `notebooks/${file}`);
  process.kill(kernelProcess(session?.kernel.id ?? file), "SIGKILL");
  const dialog = page.locator(".jp-Dialog", { hasText: "died" });
  await dialog.waitFor({ timeout: 60_000 });
  await dialog.locator("button.jp-mod-accept").click();
}

/** Run › Restart Kernel and Run All Cells, as a reader would, until the last cell has its number. */
export async function restartAndRunAll(page: Page, { codeCells }: CommittedNotebook) {
  await page.locator(".lm-MenuBar-item", { hasText: /^Run$/ }).click();
  await page.locator('.lm-Menu-item[data-command="runmenu:restart-and-run-all"]').click();
  await page.locator(".jp-Dialog button.jp-mod-warn").click();
  if (codeCells === 0) return;
  const prompts = () =>
    [...document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")].map((p) => p.textContent ?? "");
  await page.waitForFunction(`(${prompts})().some((prompt) => prompt.includes("*"))`, undefined, {
    timeout: 60_000,
  });
  await page.waitForFunction(
    `(${prompts})().every((prompt) => /\\[\\d+\\]/.test(prompt))`,
    undefined,
    { timeout: 500_000 },
  );
}
