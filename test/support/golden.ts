import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The golden file of an oracle script: test/oracle/<name>.json, written by test/oracle/<name>.py. */
export function golden<T>(name: string): T {
  const file = fileURLToPath(new URL(`../oracle/${name}.json`, import.meta.url));
  return JSON.parse(readFileSync(file, "utf8"));
}
