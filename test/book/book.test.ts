import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Drawing, drawerOf, partsOf } from "../../lib/browser/drawLive.js";
import {
  type Control,
  LIVE_TYPE,
  type LiveOutput,
  positionsOf,
  startOf,
} from "../../lib/browser/liveOutput.js";
import { singleQuoted } from "../../lib/plotting/imageOf.js";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { CHROMIUM_ARGUMENTS, chromiumPath } from "../../scripts/chromium.mjs";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot, root } from "../../scripts/project.mjs";
import { figuresIn, joined, type Output } from "../support/committedOutputs.js";
import { STANDSTILL } from "../support/standstill.js";

interface Cell {
  cell_type: string;
  source: string[];
  outputs?: Output[];
}

const folder: string = inRoot("build", "book");
const chapters: { notebook: string }[] = JSON.parse(
  readFileSync(inRoot("docs", "notebooks.json"), "utf8"),
);
const names = chapters.map(({ notebook }) => notebook);
const pageNames = ["index", ...names, "ledger", "exercises", "running", "teaching"];
const read = (file: string) => readFileSync(path.join(folder, file), "utf8");
const cellsOf = (name: string): Cell[] =>
  JSON.parse(readFileSync(inRoot("notebooks", `${name}.ipynb`), "utf8")).cells;

const book = (...flags: string[]) =>
  spawnSync(process.execPath, [inRoot("scripts", "book.mjs"), ...flags], {
    cwd: root,
    encoding: "utf8",
  });

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  expect(book()).toMatchObject({ stderr: "", status: 0 });
});

it("finds a Chromium where one is required", () => {
  if (process.env.CHROMIUM_REQUIRED) expect(chromiumPath).toBeDefined();
});

/** A text's letters and digits alone: all that Markdown and HTML have in common. */
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "");
const ofHtml = (html: string) =>
  letters(
    html
      .replace(/<(script|style|math)\b.*?<\/\1>/gs, "")
      .replace(/<[^>]+>/g, "")
      .replace(/&(lt|gt|quot|amp|#x27|#39);/g, ""),
  );
const ofMarkdown = (text: string) =>
  letters(
    text
      .replace(/\$\$.*?\$\$|\$[^$]+\$/gs, "")
      .replace(/\]\([^)]*\)/g, "")
      .replace(/<[^>]+>/g, "")
      .replace(/^\s*\d+\. /gm, ""),
  );

/** What a reader reads of a cell, part by part; an answer's cell is a form in the book. */
function textsOf({ cell_type, source, outputs = [] }: Cell): string[] {
  const text = source.join("");
  if (cell_type === "markdown")
    return text
      .split(/\n{2,}/)
      .map((part) => (part.includes("](solutions/") ? "" : ofMarkdown(part)));
  if (/checkAnswer\("/.test(text)) return [];
  const shown = outputs.map(({ output_type, text = "", data = {} }) => {
    const isProgress = output_type === "display_data" && Object.keys(data).length === 1;
    if (isProgress || data["text/html"]) return "";
    return letters(joined(text)) + ofMarkdown(joined(data["text/markdown"] ?? ""));
  });
  return [letters(text), ...shown];
}

describe("npm run book", () => {
  it("writes a page for the start, each notebook, the claims, the exercises, the guide and how to run", () => {
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(pageNames.map((name) => `${name}.html`)),
    );
  });

  it.each(names)("%s says what its notebook says, in the same order", (name) => {
    const page = ofHtml(read(`${name}.html`));
    let from = 0;
    for (const text of cellsOf(name).flatMap(textsOf)) {
      const at = page.indexOf(text, from);
      expect(at, text).toBeGreaterThanOrEqual(0);
      from = at + text.length;
    }
  });

  it.each(names)("%s shows its notebook's figures, byte for byte, with their texts", (name) => {
    const drawn = cellsOf(name)
      .flatMap(({ outputs = [] }) => outputs)
      .map(({ data }) => joined(data?.["text/html"] ?? ""));
    const shown = read(`${name}.html`).matchAll(/src="(figures\/[^"]+-\d+\.svg)"/g);
    const files = Array.from(shown, ([, file]) => read(file));
    let from = 0;
    for (const svg of drawn.flatMap(figuresIn)) {
      const at = files.indexOf(svg, from);
      expect(at).toBeGreaterThanOrEqual(0);
      from = at + 1;
    }
    expect(from).toBeGreaterThan(3);
    for (const [alt] of drawn.join("").matchAll(/alt="[^"]+"/g))
      expect(read(`${name}.html`)).toContain(alt);
  });

  it("links only to what is there", () => {
    for (const name of pageNames) {
      for (const [, link] of read(`${name}.html`).matchAll(/(?:href|src)="([^"]+)"/g)) {
        if (/^(https:|data:)/.test(link)) expect(() => new URL(link), link).not.toThrow();
        else {
          const [file, anchor] = link.split("#");
          const target = file || `${name}.html`;
          expect(existsSync(path.join(folder, target)), `${name}: ${link}`).toBe(true);
          const isThere = !anchor || read(target).includes(`id="${decodeURIComponent(anchor)}"`);
          expect(isThere, `${name}: ${link}`).toBe(true);
        }
      }
    }
  });

  it("needs under 400 kB a page over the wire, without the library", () => {
    for (const name of pageNames) {
      const html = read(`${name}.html`);
      const files = [...html.matchAll(/(?:href|src)="((?:figures|assets)\/[^"]+)"/g)].map(
        ([, file]) => file,
      );
      const bytes = [`${name}.html`, ...new Set(files)]
        .map((file) => gzipSync(read(file)).length)
        .reduce((sum, length) => sum + length, 0);
      expect(bytes, name).toBeLessThan(400_000);
    }
  });

  it("leaves solutions and guide out of a class's copy", () => {
    expect(book("--without-solutions")).toMatchObject({ stderr: "", status: 0 });
    const copy = inRoot("build", "class");
    expect(readdirSync(copy)).not.toContain("teaching.html");
    for (const name of [...names, "exercises"])
      expect(
        readFileSync(path.join(copy, `${name}.html`), "utf8").match(
          /class="solution"|Solution of/g,
        ),
        name,
      ).toBeNull();
    expect(read(`${names[3]}.html`).match(/class="solution"/g)?.length).toBeGreaterThan(3);
  });
});

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** The book as a server gives it, for this machine alone. */
function serve(): Promise<{ address: string; server: Server }> {
  const types: Record<string, string> = {
    html: "text/html",
    css: "text/css",
    js: "text/javascript",
    svg: "image/svg+xml",
  };
  const server = createServer((request, response) => {
    const file = path.join(folder, new URL(request.url as string, "http://localhost").pathname);
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "Content-Type": types[file.split(".").pop() as string] ?? "image/png",
    });
    response.end(readFileSync(file));
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      resolve({ address: `http://127.0.0.1:${port}/`, server });
    });
  });
}

describe.skipIf(!chromiumPath)("the book in a browser", () => {
  let browser: Browser;
  let shared: Awaited<ReturnType<typeof watchedPage>>;
  let served: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath, args: CHROMIUM_ARGUMENTS });
    shared = await watchedPage(await browser.newContext());
    served = await serve();
  });
  afterAll(async () => {
    await browser?.close();
    served?.server.close();
  });

  const addressOf = (from: string, name: string) =>
    from === "file"
      ? pathToFileURL(path.join(folder, `${name}.html`)).href
      : `${served.address}${name}.html`;

  /** A page, and what it did that it should not do. */
  async function watchedPage(context: BrowserContext) {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (/^(http|ws)/.test(url.protocol) && url.hostname !== "127.0.0.1")
        complaints.push(url.href);
    });
    page.on("requestfailed", (request) => complaints.push(`${request.url().slice(0, 200)} failed`));
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error")
        complaints.push(`${message.text()} (${message.location().url})`);
    });
    page.setDefaultTimeout(STANDSTILL);
    return { page, complaints };
  }

  /** An address in the one page of all tests, whose process has read library and axe already. */
  async function open(address: string) {
    const { page, complaints } = shared;
    await page.goto("about:blank");
    await page.emulateMedia({ colorScheme: null });
    complaints.length = 0;
    await page.goto(address);
    return shared;
  }

  const SCREENS = [
    ["file", [360, 740], [390, 844]],
    ["http", [2560, 1440], [1440, 900]],
  ] as const;

  describe.each(SCREENS)("over %s at %j and %j", (from, extreme, usual) => {
    it.each(pageNames)("%s fits, is readable and complains of nothing", async (name) => {
      const { page, complaints } = await open(addressOf(from, name));
      await page.evaluate(() => {
        for (const folded of document.querySelectorAll("details")) folded.open = true;
      });
      for (const [width, height] of [extreme, usual]) {
        await page.setViewportSize({ width, height });
        if (width === usual[0]) await seeAll(page);
        const used = await page.evaluate(() => document.documentElement.scrollWidth);
        if (used > width) complaints.push(`${used} pixels wide in ${width}`);
      }
      await page.addScriptTag({ path: axe });
      await page.evaluate(keepOneWordOfAKind);
      complaints.push(...(await violations(page, RULES)));
      // Of the style sheet's colours and of what is shown none depends on the width.
      if (from === "http") {
        await page.emulateMedia({ colorScheme: "dark" });
        complaints.push(...(await violations(page, ["color-contrast"])));
      }
      expect(complaints).toEqual([]);
    });
  });

  /** Reads a page from top to bottom, and waits for what waits for being seen. */
  async function seeAll(page: Page) {
    await page.evaluate(async () => {
      for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
        scrollTo(0, y);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
    await page.waitForFunction(
      () =>
        [...document.images].every((image) => image.complete && image.naturalWidth > 0) &&
        [...document.querySelectorAll("[data-live]")].every((figure) =>
          figure.querySelector("button"),
        ),
    );
  }

  it.each(names)("%s: its live figures draw at ten other values what Node draws", async (name) => {
    const { page, complaints } = await open(addressOf("file", name));
    await seeAll(page);
    const committed = cellsOf(name).flatMap(({ outputs = [] }) =>
      outputs.flatMap(({ data }) => (data?.[LIVE_TYPE] as unknown as LiveOutput) ?? []),
    );
    expect(committed.length).toBeGreaterThanOrEqual(2);
    const shown: LiveOutput[] = await page
      .locator("[data-live]")
      .evaluateAll((all) =>
        all.map((element) => JSON.parse((element as HTMLElement).dataset.live as string)),
      );
    for (const output of committed) {
      const at = shown.findIndex(({ code }) => `${code}` === `${output.code}`);
      expect(shown[at]).toEqual(output);
      const values = startOf(output);
      const moves = Array.from({ length: 10 }, (_, k) => moveOf(output, k));
      const seen = await drawnAfter(page, at, moves);
      for (const [k, { control, value }] of moves.entries()) {
        values[control.name] = value;
        expect(seen[k], JSON.stringify(values)).toEqual(inShort(drawerOf(output)(values)));
      }
    }
    expect(complaints).toEqual([]);
  });

  it.each([["shuffled teacher"], ["Jensen"]])("finds %s, from file:// too", async (words) => {
    const { page, complaints } = await open(addressOf("file", "index"));
    await page.fill("#search input", words);
    await page.click("#search li a");
    await page.waitForLoadState();
    const said = (await page.textContent("main"))?.toLowerCase();
    for (const word of words.toLowerCase().split(" ")) expect(said).toContain(word);
    expect(complaints).toEqual([]);
  });

  it("checks answers in the page, and keeps them in the reader's browser", async () => {
    const { page, complaints } = await open(addressOf("http", "03-linear-demo"));
    const form = page.locator('form[data-exercise="03-linear-demo/2"]');
    await form.locator("textarea").fill("-(0.9 * Math.log(0.9) + 0.1 * Math.log(0.1))");
    await form.locator("button").click();
    await form.locator("output", { hasText: "right." }).waitFor();
    await form.locator("textarea").fill("0.469");
    await form.locator("button").click();
    await form.locator("output", { hasText: "nats" }).waitFor();
    await page.reload();
    expect(await form.locator("textarea").inputValue()).toBe("0.469");
    expect(complaints).toEqual([]);
  });

  it("is readable without JavaScript", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(addressOf("file", "03-linear-demo"));
    expect(await page.locator("math").count()).toBeGreaterThan(10);
    expect(await page.locator("main").textContent()).toContain("The best cubic");
    await context.close();
  });
});

/** Of the highlighted words of code, thousands a page, one of each kind is left for axe to look at. Runs inside the page. */
function keepOneWordOfAKind() {
  const seen = new Set<string>();
  const shell = (element: Element | null) =>
    (element?.cloneNode() as Element | undefined)?.outerHTML;
  for (const word of document.querySelectorAll("pre span")) {
    const block = word.closest("pre");
    const kind = [word, word.parentElement, block, block?.parentElement ?? null].map(shell).join();
    if (seen.has(kind)) word.replaceWith(...word.childNodes);
    seen.add(kind);
  }
}

/** What a page that has axe has against the accessibility rules of these tags or names. */
function violations(page: Page, rules: string[]): Promise<string[]> {
  return page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    // From file:// a page may not read its own style sheet, which axe would preload.
    const options = { runOnly, resultTypes: ["violations" as const], preload: false };
    const { violations } = await axe.run({ exclude: ["math > *"] }, options);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
  }, rules);
}

interface Move {
  /** The control's place among the figure's. */
  row: number;
  control: Control & { name: string };
  position: number;
  value: string | number;
}

/** The controls in turn, each to another place than where it starts. */
function moveOf({ controls }: LiveOutput, k: number): Move {
  const row = k % controls.length;
  const control = controls[row];
  const turn = Math.floor(k / controls.length);
  if (control.kind === "reseed")
    return { row, control, position: 0, value: control.start + 1 + turn };
  const values: readonly (string | number)[] =
    control.kind === "choice" ? control.options : positionsOf(control);
  const start = values.indexOf(control.start);
  const position = (start + 1 + ((turn * 7) % (values.length - 1))) % values.length;
  return { row, control, position, value: values[position] };
}

const shortOf = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);

/** What is to be seen of a drawing: of each image a hash, since who reads a failed test cannot read the image. */
function inShort(drawing: Drawing) {
  const { figures, text } = partsOf(drawing);
  return {
    images: figures.map(({ svg, alt }) => ({ alt, svg: shortOf(singleQuoted(svg)) })),
    text,
    fault: "",
  };
}

/** Moves the controls of a live figure one after another; returns what it shows after each. */
async function drawnAfter(page: Page, figure: number, moves: Move[]) {
  const seen = await page
    .locator("[data-live]")
    .nth(figure)
    .evaluate(async (element, moves) => {
      const [controls, picture, fault] = element.children;
      const seen = [];
      for (const { row, position } of moves) {
        const done = new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => {
            observer.disconnect();
            resolve();
          });
          for (const part of [picture, fault]) observer.observe(part, { childList: true });
        });
        const control = controls.children[row].querySelector("input, select, button");
        if (control instanceof HTMLInputElement) {
          control.value = `${position}`;
          control.dispatchEvent(new Event("input"));
        } else if (control instanceof HTMLSelectElement) {
          control.selectedIndex = position;
          control.dispatchEvent(new Event("change"));
        } else (control as HTMLElement).click();
        await done;
        const images = Array.from(picture.querySelectorAll("img"), (image) => ({
          src: image.getAttribute("src") as string,
          alt: image.alt,
        }));
        const text = picture.querySelector("p")?.textContent ?? "";
        seen.push({ images, text, fault: fault.textContent });
      }
      return seen;
    }, moves);
  return seen.map(({ images, ...rest }) => ({
    images: images.map(({ src, alt }) => ({
      alt,
      svg: shortOf(decodeURIComponent(src.replace(/^[^,]*,/, ""))),
    })),
    ...rest,
  }));
}
