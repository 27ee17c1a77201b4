import { vi } from "vitest";
import { placesOfRoom, refusesWhatIsMissing } from "../support/badInput/refusals.js";

vi.mock("tslab", () => {
  const output = { text() {}, html() {}, markdown() {} };
  return { display: output, newDisplay: () => output };
});

const places = await placesOfRoom("notebook");

refusesWhatIsMissing(places, {
  words: {
    "markdownTable, rows[0].n": 'rows[0]["n"]',
    "markdownTable, rows[0].name": 'rows[0]["name"]',
    "table, rows[0].n": 'rows[0]["n"]',
    "table, rows[0].name": 'rows[0]["name"]',
  },
  taken: [
    // No answer is a wrong answer.
    "checkAnswer, answer",
    // The trial looks at the first, and only workers need the second.
    "watchStudy, study.parameters",
    "watchStudy, study.module",
  ],
});
