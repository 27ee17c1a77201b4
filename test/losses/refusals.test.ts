import { vi } from "vitest";
import { placesOfRoom, refusesWhatIsMissing } from "../support/badInput/refusals.js";

vi.mock("tslab", () => ({ display: {} }));

const places = await placesOfRoom("losses");

refusesWhatIsMissing(places, {
  // What is missing here counts as no.
  taken: ["distillationGradient, options.rescale", "distillationTerm, options.rescale"],
});
