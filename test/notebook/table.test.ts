import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";

const markdown = vi.hoisted(() => vi.fn());
vi.mock("tslab", () => ({ display: { markdown } }));

import { expectRefusal, type Refusal } from "../support/refusals.js";

// Another file may have loaded it with a tslab of its own.
vi.resetModules();
const { markdownTable, table } = await import("../../lib/notebook/table.js");

const lines = (...rows: string[]) => rows.join("\n");

describe("markdownTable(rows, options)", () => {
  it("gives the example of its documentation", () => {
    expect(markdownTable([{ n: 10, loss: 0.5 }], { digits: 2 })).toBe(
      lines("| n | loss |", "| --: | --: |", "| 10 | 0.50 |"),
    );
  });

  it("sets words flush left, numbers flush right with four digits", () => {
    const rows = [
      { model: "student", n: 10, loss: 1 / 3 },
      { model: "teacher", n: 20, loss: 2 },
    ];
    expect(markdownTable(rows)).toBe(
      lines(
        "| model | n | loss |",
        "| :-- | --: | --: |",
        "| student | 10 | 0.3333 |",
        "| teacher | 20 | 2 |",
      ),
    );
  });

  it("has the columns of the first row, whatever the order in the others", () => {
    expect(
      markdownTable([
        { a: 1, b: 2 },
        { b: 4, a: 3 },
      ]),
    ).toBe(lines("| a | b |", "| --: | --: |", "| 1 | 2 |", "| 3 | 4 |"));
  });

  it("escapes what would end a cell or begin a tag", () => {
    expect(markdownTable([{ "a|b": "x|y\nz <b>" }])).toBe(
      lines("| a\\|b |", "| :-- |", "| x\\|y z &lt;b> |"),
    );
  });

  it("has one line a row and one cell a column, whatever the texts", () => {
    const row = fc.record({ name: fc.string(), value: fc.double({ noNaN: true }) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const text = markdownTable(rows).split("\n");
        expect(text).toHaveLength(rows.length + 2);
        for (const line of text) {
          expect(line.replaceAll("\\|", "").match(/\|/g)).toHaveLength(3);
          expect(line).not.toContain("<");
        }
      }),
      { seed: 1 },
    );
  });

  const refusals: Refusal[] = [
    ["no rows", () => markdownTable([]), RangeError, /^rows must not be empty, got 0 elements$/],
    [
      "a column that the first row lacks",
      () => markdownTable([{ a: 1 }, { a: 2, b: 3 }]),
      RangeError,
      /^rows\[1\] must have no column that rows\[0\] lacks, got "b"$/,
    ],
    [
      "a row without a column",
      () => markdownTable([{ a: 1, b: 2 }, { a: 3 }]),
      RangeError,
      /^rows must all have the column "b", got .*\{\\"a\\":3\}/,
    ],
    [
      "negative digits",
      () => markdownTable([{ a: 1 }], { digits: -1 }),
      RangeError,
      /^digits .* -1$/,
    ],
    [
      "half a digit",
      () => markdownTable([{ a: 1 }], { digits: 1.5 }),
      RangeError,
      /^digits .* 1\.5$/,
    ],

    [
      "NaN for a value",
      () => markdownTable([{ a: 1 }, { a: NaN }]),
      RangeError,
      /^rows\[1\]\["a"\] must not be NaN, got NaN$/,
    ],
  ];
  it.each(refusals)("refuses %s", expectRefusal);
});

describe("table(rows, options)", () => {
  it("displays the Markdown", () => {
    const rows = [{ a: 0.25 }];
    table(rows, { digits: 1 });
    expect(markdown.mock.calls).toEqual([[markdownTable(rows, { digits: 1 })]]);
  });
});
