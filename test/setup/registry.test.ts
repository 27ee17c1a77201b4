import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot, ownEnvironment } from "../../scripts/project.mjs";

const scratch = mkdtempSync(path.join(tmpdir(), "distillation-registry-"));
const tools = path.join(scratch, "tools");
/** A registry that has nothing and remembers what it was asked for. */
const asked: string[] = [];
const registry = createServer((request, response) => {
  asked.push(request.url as string);
  response.writeHead(404).end("{}");
});

beforeAll(async () => {
  const args = ["install", "--prefix", tools, "--no-audit", "--no-fund", "pnpm@10.34.8"];
  expect(spawnSync("npm", args, { env: ownEnvironment(), encoding: "utf8" }).status).toBe(0);
  await new Promise<void>((resolve) => registry.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  registry.close();
  rmSync(scratch, { recursive: true, force: true });
});

const readJson = (...parts: string[]) => JSON.parse(readFileSync(inRoot(...parts), "utf8"));

/** The collection's two packages, which depend on nothing but each other: all that is asked for is asked for the library. */
function layOut(name: string, library: string) {
  const folder = path.join(scratch, name);
  mkdirSync(path.join(folder, "lib"), { recursive: true });
  const write = (file: string, content: object) =>
    writeFileSync(path.join(folder, file), JSON.stringify(content));
  const bare = { devDependencies: {}, peerDependencies: {}, scripts: {} };
  const dependencies = { distillation: library };
  write("package.json", { ...readJson("package.json"), ...bare, dependencies });
  write("lib/package.json", { ...readJson("lib", "package.json"), ...bare, dependencies: {} });
  return folder;
}

async function install(manager: string, folder: string) {
  asked.length = 0;
  const address = `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`;
  const command =
    manager === "npm" ? ["npm"] : [path.join(tools, "node_modules", ".bin", "pnpm"), "--no-color"];
  const child = spawn(command[0], [...command.slice(1), "install", "--ignore-scripts"], {
    cwd: folder,
    env: {
      ...ownEnvironment(),
      npm_config_registry: address,
      npm_config_fetch_retries: "0",
      npm_config_audit: "false",
      npm_config_update_notifier: "false",
    },
  });
  return new Promise<number | null>((resolve) => child.once("close", resolve));
}

describe.skipIf(process.platform === "win32").each(["npm", "pnpm"])("%s install", (manager) => {
  it("asks no registry for the package of the workspace", async () => {
    const { distillation } = readJson("package.json").dependencies;
    const folder = layOut(`${manager} as it is`, distillation);
    expect(await install(manager, folder)).toBe(0);
    expect(asked).toEqual([]);
    expect(existsSync(path.join(folder, "node_modules", "distillation", "package.json"))).toBe(
      true,
    );
  });
});

it("pnpm would ask for a package that is named by its version", async () => {
  await install("pnpm", layOut("pnpm by version", readJson("lib", "package.json").version));
  expect(asked).toContain("/distillation");
});
