// How long a live figure takes from a moved control to its decoded picture, in Chromium on the book's pages.
import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { CHROMIUM_ARGUMENTS, chromiumPath } from "../chromium.mjs";
import { inRoot, run as runProgram } from "../project.mjs";
import { median } from "./servers.mjs";

const MOVES = 20;

/** Inside the page: milliseconds of each move of a figure, its controls in turn, and of a fixed loop after each. */
async function timesOf(element, moves) {
  const [controls, picture, fault] = element.children;
  const movable = [...controls.querySelectorAll("input, select")];
  if (movable.length === 0) movable.push(controls.querySelector("button"));
  const times = { figure: [], loop: [] };
  let sink = 0;
  for (let k = 0; k < moves; k++) {
    const control = movable[k % movable.length];
    const drawn = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve();
      });
      for (const part of [picture, fault]) observer.observe(part, { childList: true });
    });
    const start = performance.now();
    if (control.tagName === "INPUT") {
      const next = Number(control.value) + 1;
      control.value = next > Number(control.max) ? control.min : `${next}`;
      control.dispatchEvent(new Event("input"));
    } else if (control.tagName === "SELECT") {
      control.selectedIndex = (control.selectedIndex + 1) % control.options.length;
      control.dispatchEvent(new Event("change"));
    } else control.click();
    await drawn;
    await Promise.all([...picture.querySelectorAll("img")].map((image) => image.decode()));
    const end = performance.now();
    for (let i = 0; i < 1e6; i++) sink += Math.exp(-((i % 1000) / 1000));
    times.figure.push(end - start);
    times.loop.push(performance.now() - end);
  }
  return { ...times, sink };
}

/** Prints each figure's median over 20 moves, and its ratio to the loop's. */
export async function run() {
  if (!chromiumPath) {
    console.log("  not measured: there is no Chromium (CHROMIUM can name one)");
    return;
  }
  await runProgram(process.execPath, [inRoot("scripts", "book.mjs")], { stdio: "ignore" });
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: CHROMIUM_ARGUMENTS,
  });
  const page = await browser.newPage();
  const pages = readdirSync(inRoot("build", "book")).filter((name) => /^\d\d-.*\.html$/.test(name));
  for (const name of pages.sort()) {
    await page.goto(pathToFileURL(inRoot("build", "book", name)).href);
    const figures = page.locator("[data-live]");
    for (let k = 0; k < (await figures.count()); k++) {
      await figures.nth(k).scrollIntoViewIfNeeded();
      await figures.nth(k).locator("button").first().waitFor();
      const { figure, loop } = await figures.nth(k).evaluate(timesOf, MOVES);
      const [middle, unit] = [median(figure), median(loop)];
      console.log(
        `  ${name.replace(".html", "")}, live figure ${k + 1}: ${middle.toFixed(1)} ms a move, ${(middle / unit).toFixed(2)} times a loop of a million exponentials (${unit.toFixed(1)} ms)`,
      );
    }
  }
  await browser.close();
}
