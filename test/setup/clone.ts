import { spawnSync } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import path from "node:path";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { root } from "../../scripts/project.mjs";

/** What a fresh clone would hold, with this folder's changes: the tracked files and nothing installed. */
export function copyTrackedFiles(to: string): void {
  const { stdout } = spawnSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
  for (const file of stdout.split("\0")) {
    if (!file || !existsSync(path.join(root, file))) continue;
    cpSync(path.join(root, file), path.join(to, file));
  }
}
