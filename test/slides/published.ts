import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot, root } from "../../scripts/project.mjs";

export const buildFolder: string = inRoot("test", "output", "published");

const command = (mode: string, ...names: string[]) => [
  inRoot("scripts", "publish.mjs"),
  mode,
  ...names,
];
const environment = { ...process.env, PUBLISH_FOLDER: buildFolder };

/** Runs `npm run slides` or `npm run handouts` into a folder of the tests' own. */
export function publish(mode: "slides" | "handouts", names: string[], changes = {}) {
  const env = { ...environment, ...changes };
  return spawnSync(process.execPath, command(mode, ...names), { cwd: root, env, encoding: "utf8" });
}

/** The same of all notebooks, without waiting. */
export function publishAll(mode: "slides" | "handouts") {
  const child = spawn(process.execPath, command(mode), { cwd: root, env: environment });
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve) => child.once("close", (status) => resolve({ status, stderr })));
}

export const emptyBuild = () => rmSync(buildFolder, { recursive: true, force: true });

export const published = (mode: string, file: string) => path.join(buildFolder, mode, file);
export const readPublished = (mode: string, file: string) =>
  readFileSync(published(mode, file), "utf8");
export const publishedFiles = (mode: string) => readdirSync(path.join(buildFolder, mode)).sort();

export interface Cell {
  cell_type: string;
  source: string[];
  metadata: { slideshow?: { slide_type?: string }; tags?: string[] };
}

export const cellsOf = (file: string): Cell[] =>
  JSON.parse(readFileSync(inRoot("notebooks", file), "utf8")).cells;

interface Offline {
  page: Page;
  complaints: string[];
}
/** Pages that are done: their processes have read the scripts that the next ones load. */
const idle: Offline[] = [];

/** A page with the network off, and what it and the windows that it opens did that they should not do. */
export async function openOffline(browser: Browser, file: string, ready: string) {
  const offline = idle.pop() ?? (await newOffline(browser));
  const { page } = offline;
  await page.goto("about:blank");
  await page.setViewportSize({ width: 1280, height: 720 });
  offline.complaints.length = 0;
  await page.goto(`file://${file}`);
  await page.waitForFunction(ready);
  const close = async () => {
    for (const other of page.context().pages()) if (other !== page) await other.close();
    idle.push(offline);
  };
  return { ...offline, close };
}

async function newOffline(browser: Browser): Promise<Offline> {
  const context = await browser.newContext({ offline: true });
  const complaints: string[] = [];
  context.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) complaints.push(request.url());
  });
  context.on("requestfailed", (request) =>
    complaints.push(`${request.url().slice(0, 200)} failed`),
  );
  context.on("weberror", (error) => complaints.push(String(error.error())));
  return { page: await context.newPage(), complaints };
}

/** How many pages a PDF of Chromium's has. */
export const pdfPages = (pdf: string) => pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
