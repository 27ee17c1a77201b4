import { vi } from "vitest";
import { placesOfRoom, refusesWhatIsMissing } from "../support/badInput/refusals.js";

vi.mock("tslab", () => {
  const output = { text() {}, html() {}, markdown() {} };
  return { display: output, newDisplay: () => output };
});

// Another file may have loaded the library with a tslab of its own.
vi.resetModules();
const lib = await import("../../lib/index.js");
const places = placesOfRoom(lib, await import("../../lib/exercises/index.js"));

refusesWhatIsMissing(places, {
  // No answer is a wrong answer, and an exercise is what the registry holds.
  taken: ["judge, exercise", "judge, exercise.id", "judge, exercise.hint", "judge, answer"],
});
