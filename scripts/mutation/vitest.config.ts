import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const folder = process.env.MUTATION_FOLDER;

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    // What a function refuses is tested at the boundary, in one table for all folders.
    include: [`test/${folder}/**/*.test.ts`, "test/boundary.test.ts"],
    isolate: false,
    testTimeout: 60_000,
  },
});
