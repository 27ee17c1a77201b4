import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/notebooks/**", "test/browser/**", "test/setup/**", "test/slides/**"],
          // One process for many files: each would load jsdom, Plot and numpy-ts anew, three times the tests' own work.
          // A file that mocks a module calls vi.resetModules() and imports what uses it after that.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "notebooks",
          include: ["test/notebooks/**/*.test.ts"],
          testTimeout: 1_200_000,
          // A kernel computes on one core, most of the time; two files, and two notebooks in the file that runs them all.
          maxWorkers: 2,
          maxConcurrency: 2,
        },
      },
      {
        test: {
          name: "setup",
          include: ["test/setup/**/*.test.ts"],
          testTimeout: 300_000,
          // Each works in a folder of its own, and mostly waits for downloads.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: "slides",
          include: ["test/slides/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          maxConcurrency: 2,
        },
      },
    ],
  },
});
