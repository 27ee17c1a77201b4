import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, expect, it } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot, jupyterEnvironment, venvPython } from "../../scripts/project.mjs";
import { committedOutputs } from "../support/committedOutputs.js";

const folder = mkdtempSync(path.join(tmpdir(), "distillation-nbconvert-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("nbconvert's HTML shows each figure once, as an image with its alternative text", () => {
  const file = "03-linear-demo.ipynb";
  const args = ["-m", "nbconvert", "--to", "html", "--log-level=ERROR", "--output-dir", folder];
  const { status, stderr } = spawnSync(venvPython, [...args, inRoot("notebooks", file)], {
    env: jupyterEnvironment(),
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const page = new JSDOM(readFileSync(path.join(folder, file.replace("ipynb", "html")), "utf8"));
  const outputs = page.window.document.querySelectorAll(".jp-OutputArea-output");
  const shown = [...outputs].flatMap((output) => [...output.querySelectorAll("img, svg")]);
  const committed = committedOutputs(file).flatMap(({ data }) =>
    [...JSDOM.fragment([data?.["text/html"] ?? []].flat().join("")).querySelectorAll("img")].map(
      ({ alt }) => alt,
    ),
  );
  expect(committed.length).toBeGreaterThan(5);
  expect(shown.map((image) => image.getAttribute("alt"))).toEqual(committed);
  // Each is there as text too, for who sees no image; a page that shows one must not say it twice.
  const [first] = committed;
  const said = [...outputs].filter(({ textContent }) => textContent?.includes(first));
  expect(said).toEqual([]);
});
