import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { expect, vi } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { CHROMIUM_ARGUMENTS, chromiumPath } from "../../scripts/chromium.mjs";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot, root } from "../../scripts/project.mjs";
import { notebookFiles, runNotebooks } from "../support/notebooks.js";
import { writeNotebook } from "../support/scratchNotebook.js";
import { STANDSTILL } from "../support/standstill.js";

export { chromiumPath };

export const outputFolder: string = inRoot("test", "output");
const labFolder = path.join(outputFolder, "lab");
/** The copy of a notebook that JupyterLab works on. */
export const labFile = (file: string) => path.join(labFolder, "notebooks", file);

const LIGHT = "JupyterLab Light";
export const THEMES = [LIGHT, "JupyterLab Dark"];

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

/** A notebook of these cells, run by nbclient as all committed ones are. */
export function reproducedNotebook(file: string, cells: string[], figures = 0): CommittedNotebook {
  const path = writeNotebook(labFile(file), cells);
  expect(runNotebooks("reproduce", path)).toMatchObject({ status: 0 });
  const text = readFileSync(path, "utf8");
  return { file, text, figures, codeCells: cells.length, hasFormulas: false };
}

export interface Lab {
  /** The address of a notebook, token included. */
  addressOf(file: string): string;
  /** A request to the server's API, with its token unless other headers are given. */
  api(path: string, request?: RequestInit): Promise<Response>;
  pid: number;
  /** Gives a notebook a kernel that runs already, before its page asks for one. */
  useKernel(file: string, id: string): Promise<void>;
  /** Ends a notebook's kernel, which stays when its page has been closed; without a name those of all. */
  stopKernels(file?: string): Promise<void>;
  stop(): Promise<void>;
}

let shared: { lab: Promise<Lab>; context: Promise<BrowserContext> } | undefined;

/**
 * The JupyterLab and the browser of all test files, which run in one process and end with it. A new page finds in the browser's
 * cache what the pages before it have loaded.
 */
export async function sharedLab(): Promise<{ lab: Lab; newPage: () => Promise<Page> }> {
  if (!shared) {
    rmSync(labFolder, { recursive: true, force: true });
    mkdirSync(labFolder, { recursive: true });
    cpSync(inRoot("notebooks"), path.join(labFolder, "notebooks"), { recursive: true });
    const viewport = { width: 1280, height: 900 };
    const context = launchBrowser().then((browser) => browser.newContext({ viewport }));
    shared = { lab: startLab(LIGHT), context };
  }
  const [lab, context] = await Promise.all([shared.lab, shared.context]);
  return { lab, newPage: () => context.newPage() };
}

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath, args: CHROMIUM_ARGUMENTS });

/**
 * Starts the project's JupyterLab as `npm start` does, on the copy of the notebooks inside the repository (the kernel finds
 * the library from there; the committed files stay as they are), with settings of its own.
 *
 * @param options.base the path of its address, as a hub gives each user one
 */
export async function startLab(theme: string, { base = "/" } = {}): Promise<Lab> {
  const own = path.join(labFolder, base === "/" ? "own" : "hub");
  const args = [
    inRoot("scripts", "start.mjs"),
    "--no-browser",
    "--ServerApp.port=0",
    `--ServerApp.base_url=${base}`,
    `--ServerApp.root_dir=${labFolder}`,
    "--LabApp.expose_app_in_browser=True",
    `--LabApp.user_settings_dir=${path.join(own, "settings")}`,
    `--LabApp.workspaces_dir=${path.join(own, "workspaces")}`,
  ];
  const server = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  // start.mjs ends when this process does, however that comes about.
  process.once("exit", () => server.kill("SIGTERM"));
  const url = new URL(await addressFrom(server));
  const home = `${url.origin}${base}`;
  const token = url.searchParams.get("token") ?? "";
  // JupyterLab can print its address a moment before it listens.
  await vi.waitUntil(() => fetch(`${home}api`).catch(() => false), { timeout: STANDSTILL });
  await fetch(`${home}lab/api/settings/@jupyterlab/apputils-extension:themes`, {
    method: "PUT",
    headers: { Authorization: `token ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ raw: JSON.stringify({ theme }) }),
  });
  const api: Lab["api"] = (path, request) =>
    fetch(`${home}api/${path}`, {
      headers: { Authorization: `token ${token}` },
      ...request,
    });
  return {
    addressOf: (file) => {
      // A workspace each: JupyterLab moves the second page of one elsewhere, in the middle of its start.
      const workspace = `lab/workspaces/${file.replace(/\W/g, "-")}`;
      return `${home}${workspace}/tree/notebooks/${file}?reset&token=${token}`;
    },
    api,
    pid: server.pid as number,
    async useKernel(file, id) {
      const session = { path: `notebooks/${file}`, type: "notebook", name: "", kernel: { id } };
      const { status } = await api("sessions", { method: "POST", body: JSON.stringify(session) });
      expect(status).toBe(201);
    },
    async stopKernels(file) {
      const sessions: { id: string; path: string }[] = await (await api("sessions")).json();
      for (const { id, path } of sessions)
        if (!file || path === `notebooks/${file}`)
          await api(`sessions/${id}`, { method: "DELETE" });
    },
    stop: () =>
      new Promise((resolve) => {
        server.once("exit", () => resolve());
        server.kill("SIGTERM");
      }),
  };
}

function addressFrom(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (chunk: Buffer) => {
      said += chunk;
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*\?token=\w+/.exec(said);
      if (address) resolve(address[0]);
    };
    server.stdout?.on("data", listen);
    server.stderr?.on("data", listen);
    server.once("close", () => reject(new Error(`JupyterLab ended before it was up:\n${said}`)));
  });
}
