// What the project tells a Jupyter installation, whichever folder that lives in. Node's built-in modules only.
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inRoot, readIfThere, root } from "./project.mjs";

/** Writes a file whole or not at all, its folders with it; an equal one is left alone. */
function place(file, content) {
  if (readIfThere(file) === content) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}

const placeJson = (file, content) => place(file, `${JSON.stringify(content, null, 1)}\n`);

/** What the build made for JupyterLab: live figures. */
function installExtension(prefix) {
  const built = inRoot("lib", "dist", "labextension");
  const folder = path.join(prefix, "share", "jupyter", "labextensions", "distillation-live");
  for (const file of readdirSync(built, { recursive: true }))
    if (/\.js(on)?$/.test(file))
      place(path.join(folder, file), readFileSync(path.join(built, file), "utf8"));
}

/** The tslab kernel, live figures and JupyterLab's settings, into the installation at `prefix` (Python's sys.prefix). */
export function installKernel(prefix) {
  const at = (file) => path.join(prefix, file);
  // JupyterLab runs CommonJS files of its own, which this project's "type": "module" must not reach.
  if (!path.relative(root, prefix).startsWith("..")) placeJson(at("package.json"), {});
  placeJson(at("share/jupyter/kernels/tslab/kernel.json"), {
    argv: [
      process.execPath,
      inRoot("scripts", "kernel.cjs"),
      "kernel",
      "--config-path",
      "{connection_file}",
    ],
    display_name: "TypeScript",
    language: "typescript",
  });
  installExtension(prefix);
  placeJson(at("etc/jupyter/jupyter_lab_config.json"), {
    LabApp: { default_url: "/lab/tree/notebooks/index.ipynb" },
  });
  placeJson(at("share/jupyter/lab/settings/overrides.json"), {
    // JupyterLab would ask to fetch news from the internet at its first start.
    "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
    // The notebooks are short: with all cells on the page, searching and printing find all of them.
    "@jupyterlab/notebook-extension:tracker": { windowingMode: "none" },
    // A kernel's first completion takes it over a second, the longest that JupyterLab waits by default.
    "@jupyterlab/completer-extension:manager": { providerTimeout: 5000 },
    "@jupyterlab/docmanager-extension:plugin": { defaultViewers: { markdown: "Markdown Preview" } },
  });
}

/** What only a server of the reader's own needs; Binder and JupyterHub choose address and folder themselves. */
export function serveThisFolder(prefix) {
  // Here and not on the command line, so that a reader's own flags win.
  placeJson(path.join(prefix, "etc/jupyter/jupyter_server_config.json"), {
    ServerApp: { ip: "127.0.0.1", root_dir: root },
    // Seconds for a busy kernel to end by itself; 5 by default, longer than a closing terminal waits.
    KernelManager: { shutdown_wait_time: 2 },
    // A cell may print 20 000 lines (a second; bytes a second), which is no flood to a server on one's own machine.
    ZMQChannelsWebsocketConnection: {
      iopub_msg_rate_limit: 100_000,
      iopub_data_rate_limit: 100_000_000,
    },
  });
}
