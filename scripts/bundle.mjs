// The library for pages: lib/dist's modules in a file or two, for JupyterLab's extension and for a classic script (the book).
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

export const EXTENSION = "distillation-live";

/** Only files and workers are found through import.meta.url, and tinypool is loaded late: a page has none of them. */
const MEANT = new Set(["EMPTY_IMPORT_META", "INEFFECTIVE_DYNAMIC_IMPORT"]);

/** Bundles the compiled library in `dist` into its folders labextension/ and page/. */
export async function bundle(dist) {
  const { rolldown } = await import("rolldown");
  const browser = (file) => path.join(dist, "browser", file);
  const parts = {
    name: "parts of Node",
    resolveId(id, importer) {
      if (/^(node:|jsdom$|tinypool$)/.test(id)) return browser("nodeParts.js");
      if (id === "numpy-ts" && importer !== browser("numpy.js")) return browser("numpy.js");
    },
  };
  const write = async (input, output) => {
    const made = await rolldown({
      input: browser(input),
      platform: "browser",
      plugins: [parts],
      // Plot moves its lines by half a pixel where it sees a screen of low resolution; Node's figures know no screen.
      transform: { define: { "window.devicePixelRatio": "2" } },
      onLog(level, log, handle) {
        if (!MEANT.has(log.code)) handle(level, log);
      },
    });
    await made.write({ minify: true, comments: false, ...output });
  };
  const extension = path.join(dist, "labextension");
  await write("mount.js", {
    dir: path.join(extension, "static"),
    entryFileNames: "live.js",
    chunkFileNames: "[name].js",
    format: "esm",
  });
  await write("labextension.js", {
    file: path.join(extension, "static", "remoteEntry.js"),
    format: "iife",
  });
  await write("page.js", {
    file: path.join(dist, "page", "live.js"),
    format: "iife",
    codeSplitting: false,
  });
  const manifest = {
    name: EXTENSION,
    version: "0.1.0",
    description: "Live figures of the distillation notebooks",
    license: "MIT",
    jupyterlab: {
      _build: { load: "static/remoteEntry.js", mimeExtension: "./mimeExtension" },
    },
  };
  mkdirSync(extension, { recursive: true });
  writeFileSync(path.join(extension, "package.json"), `${JSON.stringify(manifest, null, 1)}\n`);
}
