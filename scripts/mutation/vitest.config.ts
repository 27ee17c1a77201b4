import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const folder = process.env.MUTATION_FOLDER;

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: [`test/${folder}/**/*.test.ts`, "scripts/mutation/refusals.test.ts"],
    isolate: false,
    passWithNoTests: true,
    testTimeout: 60_000,
  },
});
