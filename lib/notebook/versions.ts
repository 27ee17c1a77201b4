import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { checkNotEmpty } from "../validate/checks.js";

export type PackageVersion = {
  package: string;
  version: string;
};

/**
 * The installed versions of packages, from their own package.json files; what a notebook's outputs were made with.
 *
 * @param names such as "ml-matrix"; the default is the packages that this library computes and draws with
 * @throws RangeError if a package is not installed
 * @example versions(["distillation"]) // [{ package: "distillation", version: "1.0.0" }]
 */
export function versions(names: readonly string[] = computingPackages()): PackageVersion[] {
  checkNotEmpty("names", names);
  return names.map((name) => ({ package: name, version: manifestOf(name).version }));
}

interface Manifest {
  version: string;
  peerDependencies?: Record<string, string>;
}

function computingPackages(): string[] {
  return ["distillation", ...Object.keys(manifestOf("distillation").peerDependencies ?? {})];
}

/** Node's own look-up, by hand: some packages do not let their package.json be imported. */
function manifestOf(name: string): Manifest {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const file = path.join(folder, "node_modules", name, "package.json");
    if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
    const parent = path.dirname(folder);
    if (parent === folder)
      throw new RangeError(`names must be of installed packages, got "${name}"`);
    folder = parent;
  }
}
