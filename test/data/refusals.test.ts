import { vi } from "vitest";
import { placesOfRoom, refusesWhatIsMissing } from "../support/badInput/refusals.js";

vi.mock("tslab", () => ({ display: {} }));

const places = await placesOfRoom("data");

refusesWhatIsMissing(places, {
  words: {
    "planePoints, pair": "pairs[0]",
    "planePoints, pair[0]": "pairs[0][0]",
    "planePoints, pairs": "pairs[1]",
    "planePoints, pairs[0]": "pairs[1][0]",
  },
  taken: [
    // Any byte is a grey, and any a class of its own.
    "poolDigits, digits.pixels[0]",
    "shuffleWithinLabels, labels[0]",
    "firstExamples, data.y[0]",
    // Not looked at.
    "poolDigits, digits.labels[0]",
  ],
});
