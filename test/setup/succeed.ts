import { spawnSync } from "node:child_process";
import { expect } from "vitest";

/** Runs a program to its end, which must be a good one, and gives what it printed. */
export function succeed(command: string, args: string[], options = {}): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: "utf8",
    maxBuffer: 1 << 26,
    ...options,
  });
  if (error) throw error;
  expect(status, `${command} ${args.join(" ")}\n${stdout}\n${stderr}`).toBe(0);
  return stdout;
}
