import { describe, expect, it } from "vitest";
import { EXERCISES } from "../../lib/notebook/exercises.js";
import { cellsOf, printedBy, sourceOf } from "../support/notebookText.js";

// The committed outputs are read here; test/notebooks runs every notebook and finds the same bytes.
const CALL = /checkAnswer\("([^"]+)", ([^)]*)/g;
const NOTEBOOKS = [...new Set(EXERCISES.map(({ id }) => id.split("/")[0]))];

/** Each call of checkAnswer in a notebook: the id, what is passed as an answer, and what its cell printed. */
function callsIn(notebook: string) {
  return cellsOf(notebook).flatMap((cell) =>
    Array.from(sourceOf(cell).matchAll(CALL), ([, id, answer]) => ({
      id,
      answer,
      source: sourceOf(cell),
      printed: printedBy(cell).split("\n"),
    })),
  );
}

describe("the exercises in the notebooks", () => {
  it("begin in eight of them", () => expect(NOTEBOOKS).toHaveLength(8));

  it.each(NOTEBOOKS)(
    "%s asks all of its exercises and no others, in order, as does its solution",
    (name) => {
      const ids = EXERCISES.map(({ id }) => id).filter((id) => id.startsWith(`${name}/`));
      expect(callsIn(name).map(({ id }) => id)).toEqual(ids);
      expect(callsIn(`solutions/${name}`).map(({ id }) => id)).toEqual(ids);
    },
  );

  it.each(EXERCISES)(
    "$id says 'not yet' in the notebook, to an answer that is left undefined",
    ({ id }) => {
      const [name] = id.split("/");
      const [{ answer, source, printed }] = callsIn(name).filter((call) => call.id === id);
      const undone = `^const ${answer}: (typeof )?\\w+ \\| undefined = undefined;$`;
      expect(source).toMatch(new RegExp(undone, "m"));
      expect(printed).toContain(
        `${id}: not yet: the answer is undefined. Put yours in the line above and run this cell again.`,
      );
    },
  );

  it.each(NOTEBOOKS)("%s marks for nbgrader the cells of its answers and no others", (name) => {
    const fields = { grade: false, locked: false, schema_version: 3, solution: true, task: false };
    const marked = cellsOf(name).filter(({ metadata }) => metadata.nbgrader);
    expect(marked.map(({ metadata }) => metadata.nbgrader)).toEqual(
      EXERCISES.flatMap(({ id }) => {
        const [notebook, step] = id.split("/");
        return notebook === name ? [{ ...fields, grade_id: `answer-${step}` }] : [];
      }),
    );
    for (const cell of marked)
      expect(sourceOf(cell)).toContain(`/${cell.metadata.nbgrader?.grade_id.slice(7)}", answer`);
    expect(cellsOf(`solutions/${name}`).some(({ metadata }) => metadata.nbgrader)).toBe(false);
  });

  it.each(EXERCISES)("$id says 'right' in the solutions", ({ id }) => {
    const [name] = id.split("/");
    const [{ printed }] = callsIn(`solutions/${name}`).filter((call) => call.id === id);
    expect(printed).toContain(`${id}: right.`);
  });
});
