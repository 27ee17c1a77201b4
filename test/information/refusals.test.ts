import { vi } from "vitest";
import { placesOfRoom, refusesWhatIsMissing } from "../support/badInput/refusals.js";

vi.mock("tslab", () => ({ display: {} }));

// Another file may have loaded the library with a tslab of its own.
vi.resetModules();
const lib = await import("../../lib/index.js");
const places = placesOfRoom(lib, await import("../../lib/information/index.js"));

refusesWhatIsMissing(places, {
  // The labels' probabilities are used, and were checked where they were made.
  taken: [
    "conditionalLabelInformation, labels.eta[0]",
    "expectedOverLabels, labels.eta[0]",
    "labelInformation, labels.eta[0]",
    "optimaOf, labels.eta[0]",
    "optimaWithProgress, labels.eta[0]",
    "roundedInformation, labels.eta[0]",
  ],
});
