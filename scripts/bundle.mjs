// The library for pages: lib/dist's modules in a file or two, for JupyterLab's extension and for a classic script (the book).
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inRoot } from "./project.mjs";

export const EXTENSION = "distillation-live";

/** Only files and workers are found through import.meta.url, and tinypool is loaded late: a page has none of them. */
const MEANT = new Set(["EMPTY_IMPORT_META", "INEFFECTIVE_DYNAMIC_IMPORT"]);

/** The package that a module of a bundle comes from; none for the library's own. */
const packageOf = (id) => /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id)?.[1];

/** Bundles the compiled library in `dist` into its folders labextension/ and page/; the packages in them are listed in bundled.json. */
export async function bundle(dist) {
  const { rolldown } = await import("rolldown");
  const browser = (file) => path.join(dist, "browser", file);
  const parts = {
    name: "parts of Node",
    resolveId(id) {
      if (/^(node:|tinypool$)|\/drawingWindow\.js$/.test(id)) return browser("nodeParts.js");
      if (/\/numpyRandom\.js$/.test(id)) return browser("numpy.js");
    },
  };
  const bundled = new Set();
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
    const { output: chunks } = await made.write({ minify: true, comments: false, ...output });
    for (const id of chunks.flatMap(({ moduleIds = [] }) => moduleIds))
      if (packageOf(id)) bundled.add(packageOf(id).replaceAll("\\", "/"));
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
  writeFileSync(path.join(dist, "bundled.json"), `${JSON.stringify([...bundled].sort())}\n`);
  const { version } = JSON.parse(readFileSync(inRoot("lib", "package.json"), "utf8"));
  const manifest = {
    name: EXTENSION,
    version,
    description: "Live figures of the distillation notebooks",
    license: "MIT",
    jupyterlab: {
      _build: { load: "static/remoteEntry.js", mimeExtension: "./mimeExtension" },
    },
  };
  mkdirSync(extension, { recursive: true });
  writeFileSync(path.join(extension, "package.json"), `${JSON.stringify(manifest, null, 1)}\n`);
}
