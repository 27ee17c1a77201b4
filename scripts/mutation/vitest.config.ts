import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const room = process.env.MUTATION_ROOM;

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: { include: [`test/${room}/**/*.test.ts`], isolate: false, testTimeout: 60_000 },
});
