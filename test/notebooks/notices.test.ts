import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
// @ts-expect-error: the scripts are plain JavaScript
import { bundledPackages, COPIED, NOTICES, noticesFor } from "../../scripts/notices.mjs";
import { freshBuild } from "../support/freshBuild.js";

it("the notices hold every package of the bundles and of the pages, at its version (npm run notices)", async () => {
  await freshBuild();
  const bundled: string[] = bundledPackages();
  expect(bundled).toEqual(expect.arrayContaining(["@observablehq/plot", "numpy-ts"]));
  const committed = readFileSync(NOTICES, "utf8");
  for (const name of [...bundled, ...COPIED]) expect(committed).toContain(`\n${name} `);
  expect(committed === noticesFor(bundled), "stale: npm run notices").toBe(true);
});
