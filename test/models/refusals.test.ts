import { vi } from "vitest";
import { placesOfRoom, refusesWhatIsMissing } from "../support/badInput/refusals.js";

vi.mock("tslab", () => ({ display: {} }));

// Another file may have loaded the library with a tslab of its own.
vi.resetModules();
const lib = await import("../../lib/index.js");
const places = placesOfRoom(lib, await import("../../lib/models/index.js"));

refusesWhatIsMissing(places, {
  taken: [
    // What is missing here counts as none, or as no.
    "fitClass, targets",
    "fitLogistic, options.intercept",
    "fitLogistic, options.sampleWeights",
    "fitSoftmax, options.sampleWeights",
    // The inner loop of every integral: whoever calls it has looked.
    "polynomialAt, model.intercept",
    "polynomialAt, x",
  ],
});
