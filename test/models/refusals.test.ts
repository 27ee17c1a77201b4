import { vi } from "vitest";
import { placesOfRoom, refusesWhatIsMissing } from "../support/badInput/refusals.js";

vi.mock("tslab", () => ({ display: {} }));

const places = await placesOfRoom("models");

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
