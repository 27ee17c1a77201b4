import { vi } from "vitest";
import { placesOfRoom, refusesWhatIsMissing } from "../support/badInput/refusals.js";

vi.mock("tslab", () => ({ display: {} }));

const places = await placesOfRoom("information");

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
