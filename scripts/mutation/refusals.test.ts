import { describe, it } from "vitest";
import * as data from "../../lib/data/index.js";
import * as information from "../../lib/information/index.js";
import * as losses from "../../lib/losses/index.js";
import * as models from "../../lib/models/index.js";
import * as random from "../../lib/random/index.js";
import { expectRefusals } from "../../test/support/boundary/expectRefusals.js";
import { sharedCalls } from "../../test/support/boundary/sharedCalls.js";

// test/boundary.test.ts for one folder of numeric code, without loading what draws: milliseconds a mutant, not half a minute.
const folders = { data, information, losses, models, random };
const lib = Object.assign({}, ...Object.values(folders));
const own = folders[process.env.MUTATION_FOLDER as keyof typeof folders] ?? {};

describe("bad input", () => {
  for (const [name, entry] of Object.entries(sharedCalls(lib))) {
    if (!(name in own) || typeof entry === "string" || entry.harmless) continue;
    it(`${name}(…) refuses it`, () => expectRefusals(lib, name, entry));
  }
});
