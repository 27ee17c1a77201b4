// Compiles lib/ to lib/dist/ unless that is done already; the new folder replaces the old one only when it is whole.
import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { isBuilt, sourceFingerprint } from "../lib/sources.cjs";
import { bundle } from "./bundle.mjs";
import { inRoot, run } from "./project.mjs";

const dist = inRoot("lib", "dist");
const fresh = inRoot("lib", "dist-new");

export { isBuilt };

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
  await bundle(fresh);
  writeFileSync(path.join(fresh, ".built-from"), before);
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
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
