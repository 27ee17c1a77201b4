// Compiles lib/ to lib/dist/ unless that is done already; the new folder replaces the old one only when it is whole.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { fingerprint, inRoot, readIfThere, run } from "./project.mjs";

const dist = inRoot("lib", "dist");
const fresh = inRoot("lib", "dist-new");
const stamp = path.join(dist, ".built-from");

function sources(folder = inRoot("lib")) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return entry.name.startsWith("dist") ? [] : sources(file);
      return /\.(ts|json)$/.test(entry.name) ? [file] : [];
    });
}

function sourceFingerprint() {
  const files = [...sources(), inRoot("tsconfig.json")];
  return fingerprint(
    files.flatMap((file) => [path.relative(inRoot(), file), readFileSync(file, "utf8")]),
  );
}

export const isBuilt = () => readIfThere(stamp) === sourceFingerprint();

/** Compiles; returns the exit status of the compiler. */
export async function build(options = {}) {
  // With tslab installed, node_modules/.bin/tsc is tslab's own older compiler: name the file instead.
  const compiler = inRoot("node_modules", "typescript", "bin", "tsc");
  if (!existsSync(compiler)) {
    console.error("TypeScript is not installed: run npm install without --omit=dev first.");
    return 1;
  }
  const before = sourceFingerprint();
  rmSync(fresh, { recursive: true, force: true });
  const status = await run(
    process.execPath,
    [compiler, "-p", inRoot("lib", "tsconfig.json"), "--outDir", fresh],
    options,
  );
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    return status;
  }
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
  writeFileSync(stamp, before);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (isBuilt()) console.log("lib/dist is up to date");
  else {
    const status = await build();
    console.log(
      status === 0 ? "lib/dist built" : "lib/dist left as it was: the sources do not compile",
    );
    process.exitCode = status;
  }
}
