import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { root } from "../../scripts/project.mjs";

/** What a fresh clone would hold, with this folder's changes: the tracked files and nothing installed; in a zip, all but the ignored. */
export function copyTrackedFiles(to: string): void {
  for (const file of trackedFiles()) {
    if (file && existsSync(path.join(root, file)))
      cpSync(path.join(root, file), path.join(to, file));
  }
}

function trackedFiles(): string[] {
  const list = (...args: string[]) => spawnSync("git", args, { cwd: root, encoding: "utf8" });
  const tracked = list("ls-files", "-z");
  if (tracked.status === 0) return tracked.stdout.split("\0");
  // A zip has no list of files; git reads .gitignore in an empty repository that lies elsewhere.
  const repository = mkdtempSync(path.join(tmpdir(), "distillation-git-"));
  list("init", "--bare", "--quiet", repository);
  const here = [`--git-dir=${repository}`, `--work-tree=${root}`];
  const { stdout } = list(...here, "ls-files", "-z", "--others", "--exclude-standard");
  rmSync(repository, { recursive: true });
  return stdout.split("\0");
}
