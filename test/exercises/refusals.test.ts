import { vi } from "vitest";
import { placesOfRoom, refusesWhatIsMissing } from "../support/badInput/refusals.js";

vi.mock("tslab", () => {
  const output = { text() {}, html() {}, markdown() {} };
  return { display: output, newDisplay: () => output };
});

const places = await placesOfRoom("exercises");

refusesWhatIsMissing(places, {
  // No answer is a wrong answer, and an exercise is what the registry holds.
  taken: ["judge, exercise", "judge, exercise.id", "judge, exercise.hint", "judge, answer"],
});
