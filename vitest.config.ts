import { defineConfig } from "vitest/config";

/**
 * Tests wait for progress and give up when nothing moves; a machine may be five times slower than usual. This (ms) only ends
 * what would never end.
 */
const LAST_RESORT = 1_800_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: [
            "test/notebooks/**",
            "test/browser/**",
            "test/setup/**",
            "test/slides/**",
            "test/book/**",
          ],
          // One process for many files: each would load jsdom, Plot and numpy-ts anew, three times the tests' own work.
          // A file that mocks a module calls vi.resetModules() and imports what uses it after that.
          isolate: false,
          maxWorkers: 2,
          testTimeout: LAST_RESORT,
          hookTimeout: LAST_RESORT,
        },
      },
      {
        test: {
          name: "notebooks",
          include: ["test/notebooks/**/*.test.ts"],
          testTimeout: LAST_RESORT,
          hookTimeout: LAST_RESORT,
          // A kernel computes on one core, most of the time; two files, and two notebooks in the file that runs them all.
          maxWorkers: 2,
          maxConcurrency: 2,
        },
      },
      {
        test: {
          name: "setup",
          include: ["test/setup/**/*.test.ts"],
          testTimeout: LAST_RESORT,
          hookTimeout: LAST_RESORT,
          // Each works in a folder of its own, and mostly waits for downloads.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: "slides",
          include: ["test/slides/**/*.test.ts"],
          // A page, while the one before waits for Chromium.
          maxConcurrency: 2,
          testTimeout: LAST_RESORT,
          hookTimeout: LAST_RESORT,
        },
      },
      {
        test: {
          name: "book",
          include: ["test/book/**/*.test.ts"],
          testTimeout: LAST_RESORT,
          hookTimeout: LAST_RESORT,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          // JupyterLab's start has races of its own: a fault of ours shows twice.
          retry: 1,
          testTimeout: LAST_RESORT,
          hookTimeout: LAST_RESORT,
          // One process, which has one JupyterLab and one browser for all files.
          isolate: false,
          fileParallelism: false,
          maxConcurrency: 2,
        },
      },
    ],
  },
});
