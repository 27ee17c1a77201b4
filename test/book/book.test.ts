import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { CHROMIUM_ARGUMENTS, chromiumPath } from "../../scripts/chromium.mjs";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot, root } from "../../scripts/project.mjs";

interface Cell {
  cell_type: string;
  source: string[];
  outputs?: { data?: Record<string, string | string[]> }[];
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
const plain = (html: string) =>
  html
    .replace(/<(script|style|math)\b.*?<\/\1>/gs, " ")
    .replace(/<[^>]+>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&");
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();

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

describe("npm run book", () => {
  it("writes a page for the start, each notebook, the claims, the exercises, the guide and how to run", () => {
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(pageNames.map((name) => `${name}.html`)),
    );
  });

  it.each(names)("%s holds every paragraph of its notebook, in order", (name) => {
    const page = letters(plain(read(`${name}.html`)));
    let from = 0;
    for (const cell of cellsOf(name).filter(({ cell_type }) => cell_type === "markdown")) {
      for (const paragraph of cell.source.join("").split(/\n{2,}/)) {
        // Formulas become MathML, and links other addresses: the words before the first of either.
        const words = letters(paragraph.split(/\$|\]\(|`|<|\|/)[0]);
        if (words.length < 20 || paragraph.includes("](solutions/")) continue;
        const at = page.indexOf(words, from);
        expect(at, words).toBeGreaterThanOrEqual(0);
        from = at;
      }
    }
  });

  it.each(names)("%s shows its notebook's figures, byte for byte", (name) => {
    const shown = [...read(`${name}.html`).matchAll(/src="(figures\/[^"]+-\d+\.svg)"/g)];
    const drawn = cellsOf(name).flatMap(({ outputs = [] }) =>
      outputs.flatMap(({ data = {} }) =>
        [
          ...[data["text/html"] ?? ""]
            .flat()
            .join("")
            .matchAll(/src="data:image\/svg\+xml[^,]*,([^"]*)"/g),
        ].map(([, svg]) =>
          decodeURIComponent(
            svg
              .replace(/&quot;/g, '"')
              .replace(/&amp;/g, "&")
              .replace(/&#x27;|&#39;/g, "'"),
          ),
        ),
      ),
    );
    const own = shown.map(([, file]) => read(file)).filter((svg) => drawn.includes(svg));
    expect(drawn.length).toBeGreaterThan(3);
    expect(own.length).toBeGreaterThanOrEqual(drawn.length);
  });

  it("links only to what is there", () => {
    for (const name of pageNames) {
      for (const [, link] of read(`${name}.html`).matchAll(/(?:href|src)="([^"]+)"/g)) {
        if (/^(https:|data:)/.test(link)) expect(() => new URL(link), link).not.toThrow();
        else {
          const [file, anchor] = link.split("#");
          expect(existsSync(path.join(folder, file || `${name}.html`)), `${name}: ${link}`).toBe(
            true,
          );
          if (anchor)
            expect(read(file || `${name}.html`), `${name}: ${link}`).toContain(
              `id="${decodeURIComponent(anchor)}"`,
            );
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
    for (const name of names)
      expect(readFileSync(path.join(copy, `${name}.html`), "utf8")).not.toContain(
        'class="solution"',
      );
    expect(read(`${names[3]}.html`)).toContain('class="solution"');
  });
});

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
  let served: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath, args: CHROMIUM_ARGUMENTS });
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
  async function open(context: BrowserContext, address: string) {
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
      if (message.type() === "error") complaints.push(message.text());
    });
    page.setDefaultTimeout(300_000);
    await page.goto(address);
    return { page, complaints };
  }

  const SCREENS = [
    ["file", 390, 844, "light"],
    ["http", 1440, 900, "dark"],
    ["file", 1440, 900, "light"],
    ["http", 390, 844, "dark"],
  ] as const;

  it.each(SCREENS)(
    "over %s at %d × %d, %s: no page scrolls sideways, complains or is hard to read",
    async (from, width, height, colorScheme) => {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme });
      for (const name of pageNames) {
        const { page, complaints } = await open(context, addressOf(from, name));
        // From top to bottom, so that everything that waits for being seen is there.
        await page.evaluate(async () => {
          for (let y = 0; y < document.body.scrollHeight; y += 400) {
            scrollTo(0, y);
            await new Promise((resolve) => requestAnimationFrame(resolve));
          }
        });
        await page.waitForFunction(() =>
          [...document.images].every((image) => image.complete && image.naturalWidth > 0),
        );
        await page.waitForFunction(() =>
          [...document.querySelectorAll("[data-live]")].every((figure) =>
            figure.querySelector("button"),
          ),
        );
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth),
          name,
        ).toBeLessThanOrEqual(width);
        expect(await violations(page), name).toEqual([]);
        expect(complaints, name).toEqual([]);
        await page.close();
      }
      await context.close();
    },
  );

  it.each([["shuffled teacher"], ["Jensen"]])("finds %s, from file:// too", async (words) => {
    const context = await browser.newContext();
    const { page, complaints } = await open(context, addressOf("file", "index"));
    await page.fill("#search input", words);
    await page.waitForSelector("#search li a");
    await page.click("#search li a");
    await page.waitForLoadState();
    expect((await page.textContent("main"))?.toLowerCase()).toContain(
      words.toLowerCase().split(" ")[0],
    );
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("checks answers in the page, and keeps them in the reader's browser", async () => {
    const context = await browser.newContext();
    const { page, complaints } = await open(context, addressOf("http", "03-linear-demo"));
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
    await context.close();
  });

  it("is readable without JavaScript", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const { page } = await open(context, addressOf("file", "03-linear-demo"));
    expect(await page.locator("math").count()).toBeGreaterThan(10);
    expect(await page.locator("main").textContent()).toContain("The best cubic");
    await context.close();
  });

  async function violations(page: Page): Promise<string[]> {
    await page.addScriptTag({ path: axe });
    return page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      const { violations } = await axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`);
    });
  }
});
