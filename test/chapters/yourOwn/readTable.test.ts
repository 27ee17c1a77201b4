import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCsv } from "../../../lib/chapters/yourOwn/csvFile.js";
import { readTable, samplePath } from "../../../lib/chapters/yourOwn/readTable.js";
import { columnOf } from "../../../lib/chapters/yourOwn/tableColumns.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "tables-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const write = (content: string | Buffer) => {
  const file = path.join(folder, "own.csv");
  writeFileSync(file, content);
  return file;
};
/** A column x of numbers, and five rows of each class. */
const rows = (xs: readonly (string | number)[]) => xs.map((x, i) => `${x},${"ab"[i % 2]}`);
const TEN = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const plain = `x,y\n${rows(TEN).join("\n")}\n`;

describe("readTable", () => {
  it("keeps numbers, names classes in order and takes the file's name", () => {
    const { name, classes, columns, inputs, labels } = readTable(write(plain), { label: "y" });
    expect({ name, classes, columns }).toEqual({
      name: "own",
      classes: ["a", "b"],
      columns: ["x"],
    });
    expect(inputs.map(([x]) => x)).toEqual(TEN);
    expect(Array.from(labels)).toEqual(TEN.map((i) => i % 2));
  });

  it.each([
    ["a byte-order mark", `\uFEFF${plain}`],
    ["CRLF", plain.replaceAll("\n", "\r\n")],
    ["quotes", plain.replace("x,y", '"x","y"').replace("3,b", '"3","b"')],
    ["empty lines and spaces", plain.replace("\n4,a", "\n\n 4 , a")],
    ["no line break at the end", plain.trimEnd()],
  ])("reads the same with %s", (_, text) => {
    expect(readTable(write(text), { label: "y" })).toEqual(readTable(write(plain), { label: "y" }));
  });

  it("gives each category a column, and names what it dropped", () => {
    const text = rows(TEN).map((row, i) => `${row},${i < 4 ? "red" : "blue"},7`);
    const table = readTable(write(`x,y,colour,same\n${text.join("\n")}`), { label: "y" });
    expect(table.columns).toEqual(["x", "colour=blue", "colour=red"]);
    expect(table.constant).toEqual(["same"]);
    expect(Array.from(table.inputs[3])).toEqual([3, 0, 1]);
    expect(Array.from(table.inputs[4])).toEqual([4, 1, 0]);
  });

  it("leaves a missing number to each trial, and makes a category of a missing one", () => {
    const text = rows(TEN).map((row, i) => `${row},${["red", "NA", ""][i % 3]}`);
    const table = readTable(write(`x,y,colour\n${text.join("\n").replace("2,a", "NA,a")}`), {
      label: "y",
      missing: "mean",
    });
    expect(table.columns).toEqual(["x", "colour=missing", "colour=red"]);
    expect(Array.from(table.inputs[2])).toEqual([NaN, 1, 0]);
    expect(table.missing).toBe("mean");
  });

  it("counts rows as a spreadsheet does, line breaks inside cells and all", () => {
    const text = plain.replace("x,y", 'x,y,"a\nnote"').replaceAll(/(\d),(\w)/g, '$1,$2,"o\nk"');
    expect(() => readTable(write(text.replace("8,", "many,")), { label: "y" })).toThrow(
      'own.csv, row 10, column x must hold a number, as most rows do, got "many"',
    );
  });

  const bad: [string, string | Buffer, RegExp][] = [
    ["an empty file", "", /^own.csv must have a header and rows under it, got 0 rows$/],
    ["a header alone", "x,y\n", /must have a header and rows under it, got 1 rows/],
    ["one class", plain.replaceAll("b", "a"), /column y must hold at least 2 classes, got a/],
    [
      "too few rows of a class",
      `${plain}3,c\n`,
      /row 12, column y must hold at least 5 rows of the class c, got 1/,
    ],
    ["a missing number", plain.replace("3,", ","), /row 5, column x must hold a value.*got ""/],
    ["a missing label", plain.replace("3,b", "3,"), /row 5, column y must hold a class, got ""/],
    [
      "a huge number",
      plain.replace("3,", "1e300,"),
      /row 5, column x must be at most 1000000000000 in size, got "1e300"/,
    ],
    ["a decimal comma", plain.replace("3,", '"3,5",'), /row 5, column x must hold a number/],
    ["an infinite number", plain.replace("3,", "Infinity,"), /row 5, column x must hold a number/],
    ["double headers", plain.replace("x,y", "y,y"), /row 1, column 2 must have a name of its own/],
    ["no header's name", plain.replace("x,y", ",y"), /row 1, column 1 must have a name, got ""/],
    ["no such label", plain.replace("y", "z"), /^label must be one of x, z, got "y"$/],
    ["a row too long", plain.replace("3,b", "3,b,c"), /row 5, column 3 must have 2 cells.* 3$/],
    ["a row too short", plain.replace("3,b", "3"), /row 5, column y must have 2 cells.* got 1$/],
    ["an open quote", plain.replace("3,b", '3,"b'), /row 5, column y must end the quotes/],
    [
      "Latin-1",
      Buffer.from(plain.replace("3,b", "3,ä"), "latin1"),
      /row 5, column y must be UTF-8 text/,
    ],
    ["UTF-16", Buffer.from(`\uFEFF${plain}`, "utf16le"), /row 1, column 1 must be UTF-8 text/],
    ["constant columns alone", plain.replaceAll(/\d/g, "1"), /must have a column to learn from/],
    ["a million rows", `x,y\n${"1,a\n".repeat(1e6)}`, /must have at most 100000 rows/],
    ["64 MiB", Buffer.alloc(2 ** 26 + 1, "1"), /^own.csv must have at most 64 MiB, got 65 MiB$/],
  ];
  it.each(bad)("refuses %s in a line that says where", (_, content, message) => {
    expect(() => readTable(write(content), { label: "y" })).toThrow(message);
  });

  it("refuses a path to no file, or to a folder", () => {
    const read = (file: string) => () => readTable(file, { label: "y" });
    expect(read("none.csv")).toThrow("path must lead to a file that can be read, got none.csv");
    expect(read(folder)).toThrow("path must lead to a file, got");
  });

  it("refuses more classes or categories than it was told to take", () => {
    const texts = Array.from({ length: 51 }, (_, i) => `t${i},${"ab"[i % 2]},${i % 5}`);
    const file = write(`x,y,z\n${texts.join("\n")}`);
    expect(() => readTable(file, { label: "y" })).toThrow(
      "own.csv, column x must hold numbers, or at most 50 different texts, or be named in omit, got 51",
    );
    expect(readTable(file, { label: "y", omit: ["x"] }).columns).toEqual(["z"]);
    expect(() => readTable(file, { label: "z", maxClasses: 4 })).toThrow(
      "own.csv, row 6, column z must hold at most 4 classes, got 5",
    );
  });

  it("reads the samples: counts as in their papers", () => {
    const penguins = readTable(samplePath("penguins"), { label: "species", missing: "mean" });
    expect(penguins.classes).toEqual(["Adelie", "Chinstrap", "Gentoo"]);
    // Horst, Hill & Gorman 2020, palmerpenguins: 152, 68 and 124 birds.
    const birds = [0, 1, 2].map((k) => Array.from(penguins.labels).filter((y) => y === k).length);
    expect(birds).toEqual([152, 68, 124]);
    const weather = readTable(samplePath("weather"), { label: "weather", omit: ["date"] });
    // Two places, four years with one leap year.
    expect(weather.inputs).toHaveLength(2 * (4 * 365 + 1));
    expect(weather.columns).toContain("location=Seattle");
  });
});

describe("readCsv and columnOf", () => {
  it("take a column whose values never change for none", () => {
    const csv = readCsv(write(plain.replaceAll(/\d/g, "1")), 100);
    expect(columnOf(csv, 0, "refuse")).toEqual([]);
  });
});
