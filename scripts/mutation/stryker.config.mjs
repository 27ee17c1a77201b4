// One room of lib against the room's own tests: what MUTATION_ROOM names. Paths are the repository's.
const room = process.env.MUTATION_ROOM;
const folder = "test/output/mutation";

export default {
  testRunner: "vitest",
  vitest: { configFile: "scripts/mutation/vitest.config.ts" },
  mutate: [`lib/${room}/**/*.ts`, "!lib/**/index.ts"],
  // What runs once when a module loads cannot be switched on test by test; those mutants are left out of the score.
  ignoreStatic: true,
  ignorePatterns: [".venv*", ".cache", ".jupyter", "notebooks", "lib/dist"],
  incremental: true,
  incrementalFile: `${folder}/${room}.incremental.json`,
  reporters: ["json", "html", "progress"],
  jsonReporter: { fileName: `${folder}/${room}.json` },
  htmlReporter: { fileName: `${folder}/${room}.html` },
  tempDirName: ".cache/stryker",
  cleanTempDir: "always",
  concurrency: 2,
  dryRunTimeoutMinutes: 30,
};
