import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { CHROMIUM_ARGUMENTS, chromiumPath } from "../../scripts/chromium.mjs";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot } from "../../scripts/project.mjs";
import { notebookFiles } from "../support/notebooks.js";
import { STANDSTILL } from "../support/standstill.js";
import {
  cellsOf,
  emptyBuild,
  openOffline,
  pdfPages,
  publish,
  publishAll,
  published,
  publishedFiles,
  readPublished,
} from "./published.js";
import { walkSlides } from "./walk.js";

const decks = notebookFiles.filter((file) => /^\d\d-[\w-]+\.ipynb$/.test(file));
const names = decks.map((file) => file.replace(".ipynb", ""));

/** What is true on a page of slides once reveal.js shows them. */
const PRESENTED = "globalThis.Reveal?.isReady?.()";

it("finds a Chromium where one is required", () => {
  if (process.env.CHROMIUM_REQUIRED) expect(chromiumPath).toBeDefined();
});

beforeAll(async () => {
  emptyBuild();
  for (const result of await Promise.all((["slides", "handouts"] as const).map(publishAll)))
    expect(result).toEqual({ stderr: "", status: 0 });
});

describe("the notebooks' slideshow metadata", () => {
  it("is of eight notebooks", () => expect(decks).toHaveLength(8));

  it.each(decks)("%s gives every cell a slide type", (file) => {
    const kinds = cellsOf(file).map(({ metadata }) => metadata.slideshow?.slide_type);
    expect(["slide", "subslide", "fragment", "skip", "notes", "-"]).toEqual(
      expect.arrayContaining([...new Set(kinds)]),
    );
    expect(kinds[0]).toBe("slide");
  });

  it.each(decks)("%s starts a slide at each section and shows every figure", (file) => {
    for (const { cell_type, source, metadata, ...rest } of cellsOf(file)) {
      const kind = metadata.slideshow?.slide_type;
      if (cell_type === "markdown" && /^##? /.test(source[0]))
        expect(["slide", "skip"], source[0]).toContain(kind);
      if (JSON.stringify(rest).includes("<img")) expect(kind, source[0]).not.toBe("skip");
    }
  });
});

describe("npm run slides, npm run handouts", () => {
  it("publish a page for each notebook, an index and what they load", () => {
    const pages = [...names, "index"].map((name) => `${name}.html`);
    expect(publishedFiles("slides")).toEqual(expect.arrayContaining([...pages, "assets"]));
    expect(publishedFiles("handouts")).toEqual(
      expect.arrayContaining([...pages, "exercises.html", "assets"]),
    );
  });

  it("write the same bytes again, for a notebook named by its path", () => {
    const before = published("slides", "03-linear-demo");
    const bytes = ["html", ...(chromiumPath ? ["pdf"] : [])].map((kind) =>
      readFileSync(`${before}.${kind}`),
    );
    const result = publish("slides", ["notebooks/03-linear-demo.ipynb"]);
    expect(result).toMatchObject({ stderr: "", status: 0 });
    for (const [k, kind] of ["html", "pdf"].slice(0, bytes.length).entries())
      expect(readFileSync(`${before}.${kind}`).equals(bytes[k]), kind).toBe(true);
    expect(publishedFiles("slides")).toContain("00-setup.html");
  });

  it("name a notebook that does not exist, and leave everything as it was", () => {
    const before = publishedFiles("handouts");
    const result = publish("handouts", ["07-dreams"]);
    expect(result.status).toBe(1);
    expect(result.stderr).toMatch(
      /^handouts: there is no notebook '07-dreams'; there are 00-setup,.*\n$/,
    );
    expect(publishedFiles("handouts")).toEqual(before);
  });

  describe("given a notebook that is not the collection's", () => {
    const folder = inRoot("test", "output", "own");
    const file = path.join(folder, "03-linear-demo.ipynb");
    // Apart from the collection's pages, and without PDFs.
    const apart = { PUBLISH_FOLDER: path.join(folder, "build"), CHROMIUM: "" };
    const publishOwn = (mode: "slides" | "handouts", ...flags: string[]) =>
      publish(mode, [file, ...flags], apart);
    const pageOf = (mode: string) =>
      readFileSync(path.join(folder, "build", mode, "03-linear-demo.html"), "utf8");
    const code = (outputs: object[], execution_count: number | null = 1) => ({
      cell_type: "code",
      id: "code",
      metadata: {},
      source: ["console.log(1)"],
      execution_count,
      outputs,
    });
    const write = (...code: object[]) => {
      mkdirSync(folder, { recursive: true });
      const title = { cell_type: "markdown", id: "title", metadata: {}, source: ["# My own"] };
      const cells = [title, ...code];
      writeFileSync(file, JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
    };
    const printed = { output_type: "stream", name: "stdout", text: ["one\n"] };
    const error = { output_type: "error", ename: "Error", evalue: "no", traceback: ["Error: no"] };
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it.each(["slides", "handouts"] as const)("%s publish that file, without exercises", (mode) => {
      write(code([printed]));
      expect(publishOwn(mode)).toMatchObject({ stderr: "", status: 0 });
      expect(pageOf(mode)).toContain("My own");
    });

    it("name a cell that has not been run and one that shows an error, and write nothing, unless told to", () => {
      const before = pageOf("slides");
      write(code([], null), { ...code([error]), id: "error" });
      const lines = ["cell 2 has not been run", "cell 3 shows an error"]
        .map((fault) => `slides: 03-linear-demo.ipynb: ${fault}\n`)
        .join("");
      const refused = publishOwn("slides");
      expect(refused.status).toBe(1);
      expect(refused.stderr).toBe(
        `${lines}slides: nothing was written; run those cells, or publish them so with --incomplete\n`,
      );
      expect(pageOf("slides")).toBe(before);
      expect(publishOwn("slides", "--incomplete")).toMatchObject({ stderr: lines, status: 0 });
      expect(pageOf("slides")).not.toBe(before);
    });
  });

  it.each(["slides", "handouts"])("%s link only to what is there", (mode) => {
    const files = publishedFiles(mode);
    for (const file of files.filter((name) => name.endsWith(".html"))) {
      const links = readPublished(mode, file).matchAll(/(?:href|src)="(?!https:|data:|#)([^"]+)"/g);
      for (const [, link] of links)
        expect([...files, ...publishedFiles(`${mode}/assets`).map((a) => `assets/${a}`)]).toContain(
          link,
        );
    }
  });
});

describe("the handouts", () => {
  const prose = (source: string) => source.replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  it.each(names)("%s holds the exercises and nothing that only the solutions say", (name) => {
    const page = (file: string) =>
      prose(
        readPublished("handouts", file)
          .replace(/data:[^"]+/g, "")
          .replace(/<[^>]+>/g, " "),
      );
    const shown = [page(`${name}.html`), page("exercises.html")];
    const source = (file: string) => cellsOf(file).map((cell) => cell.source.join(""));
    const exercises = source(`${name}.ipynb`).flatMap(
      (text) => /\*\*\d\.\*\* [\p{L} ,]+/u.exec(text) ?? [],
    );
    expect(exercises.length).toBeGreaterThanOrEqual(4);
    for (const exercise of exercises)
      for (const text of shown) expect(text).toContain(prose(exercise));
    const notebook = prose(source(`${name}.ipynb`).join("\n"));
    const told = source(`solutions/${name}.ipynb`)
      .flatMap((text) => text.match(/[\p{L} ,]{30,}/gu) ?? [])
      .map(prose)
      .filter((sentence) => !notebook.includes(sentence));
    expect(told.length).toBeGreaterThan(5);
    for (const sentence of told) for (const text of shown) expect(text).not.toContain(sentence);
  });
});

describe.skipIf(!chromiumPath)("in the browser, with the network off", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath, args: CHROMIUM_ARGUMENTS });
  });
  afterAll(() => browser?.close());

  it.concurrent.each(names)(
    "every slide of %s fits 1280 × 720, readable and whole",
    async (name) => {
      const { page, complaints, close } = await openOffline(
        browser,
        published("slides", `${name}.html`),
        PRESENTED,
      );
      const { slides, faults } = await walkSlides(page);
      expect(faults).toEqual([]);
      expect(slides).toBeGreaterThan(20);
      expect(await page.locator("mjx-container").count()).toBeGreaterThan(5);
      const pdf = readFileSync(published("slides", `${name}.pdf`), "latin1");
      expect(pdfPages(pdf)).toBe(slides);
      expect(pdf).not.toContain("file://");
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it("the speaker view, opened with S, shows the page, the next one and the notes", async () => {
    const { page, complaints, close } = await openOffline(
      browser,
      published("slides", "04-what-transfers.html"),
      PRESENTED,
    );
    const opened = page.context().waitForEvent("page");
    await page.keyboard.press("s");
    const view = await opened;
    const notes = view.locator(".speaker-controls-notes .value", {
      hasText: "interrupt the kernel",
    });
    await notes.waitFor({ timeout: STANDSTILL });
    const pages = view.frames().filter((frame) => frame.url().includes("?receiver"));
    expect(pages).toHaveLength(2);
    for (const frame of pages) await frame.waitForFunction(PRESENTED);
    await pages[1].locator(".present", { hasText: "Two designs" }).first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it.concurrent.each([...names, "exercises"])(
    "the handout %s is whole, on screen, on a phone and as PDF",
    async (name) => {
      const { page, complaints, close } = await openOffline(
        browser,
        published("handouts", `${name}.html`),
        "document.body.classList.contains('ready')",
      );
      const seen = await page.evaluate(async () => {
        await Promise.all([...document.images].map((image) => image.decode()));
        return {
          undrawn: [...document.images].filter(({ naturalWidth }) => naturalWidth === 0).length,
          wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          errors: document.querySelectorAll('[data-mml-node="merror"]').length,
          untypeset: [...document.querySelectorAll("p, li, td, th, h1, h2, h3")]
            .map(({ textContent }) => textContent)
            .filter((text) => text?.includes("$")),
          answers: document.querySelectorAll(".answer").length,
        };
      });
      const { answers, ...faults } = seen;
      expect(faults).toEqual({ undrawn: 0, wider: 0, errors: 0, untypeset: [] });
      expect(answers).toBeGreaterThanOrEqual(4);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      const pdf = readFileSync(published("handouts", `${name}.pdf`), "latin1");
      expect(pdf.slice(0, 5)).toBe("%PDF-");
      expect(pdf).not.toContain("file://");
      expect(pdfPages(pdf)).toBeGreaterThan(0);
      expect(complaints).toEqual([]);
      await close();
    },
  );
});
