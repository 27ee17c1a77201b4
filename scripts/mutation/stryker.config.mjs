// One folder of lib against its own tests: what MUTATION_FOLDER names. Paths are the repository's.
const mutated = process.env.MUTATION_FOLDER;
const folder = "test/output/mutation";

export default {
  testRunner: "vitest",
  vitest: { configFile: "scripts/mutation/vitest.config.ts" },
  mutate: [`lib/${mutated}/**/*.ts`, "!lib/**/index.ts"],
  // Stryker rewrites the tsconfig.json it finds through TypeScript's API, which TypeScript 7 no longer has: it finds none.
  tsconfigFile: "none",
  // What runs once when a module loads cannot be switched on test by test; those mutants are left out of the score.
  ignoreStatic: true,
  ignorePatterns: [".venv*", ".cache", ".jupyter", "notebooks", "lib/dist"],
  incremental: true,
  incrementalFile: `${folder}/${mutated}.incremental.json`,
  reporters: ["json", "html", "progress"],
  jsonReporter: { fileName: `${folder}/${mutated}.json` },
  htmlReporter: { fileName: `${folder}/${mutated}.html` },
  tempDirName: ".cache/stryker",
  cleanTempDir: "always",
  concurrency: 2,
  dryRunTimeoutMinutes: 30,
};
