import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { networkKernel, type Precision } from "../../lib/models/networkKernel.js";

const whole = fc.integer({ min: -9, max: 9 });

/** A matrix whose rows are whole vectors, and some rows as wide as it, each with a sparse row over the matrix's rows. */
const cases = fc.integer({ min: 1, max: 12 }).chain((vectors) =>
  fc.record({
    width: fc.constant(4 * vectors),
    matrix: fc.array(whole, { minLength: 7 * 4 * vectors, maxLength: 7 * 4 * vectors }),
    rows: fc.array(
      fc.record({
        row: fc.array(whole, { minLength: 4 * vectors, maxLength: 4 * vectors }),
        sparse: fc.array(fc.tuple(fc.nat(6), whole), { minLength: 1, maxLength: 9 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);

describe.each(["single", "double"] as Precision[])("networkKernel, %s", (precision) => {
  const kernel = networkKernel(precision);
  /** Arrays in the kernel's memory; the last one is there to see that nothing is written behind the others. */
  const place = (...lengths: number[]) => kernel.layOut(({ real }) => [...lengths, 64].map(real));
  const multiply = (walk: "gather" | "scatter", { width, matrix, rows }: Case) => {
    const values = rows.flatMap(({ sparse }) => sparse.map(([, value]) => value));
    const placed = kernel.layOut(({ real, whole }) => ({
      columns: whole(values.length),
      table: whole(3 * rows.length),
      values: real(values.length),
      rows: real(rows.length * width),
      matrix: real(matrix.length),
      behind: real(64),
    }));
    placed.columns.set(rows.flatMap(({ sparse }) => sparse.map(([column]) => column)));
    placed.values.set(values);
    placed.rows.set(rows.flatMap(({ row }) => row));
    placed.matrix.set(matrix);
    const bytes = placed.values.BYTES_PER_ELEMENT;
    let first = 0;
    rows.forEach(({ sparse }, i) => {
      const at = placed.values.byteOffset + first * bytes;
      const columns = placed.columns.byteOffset + 4 * first;
      placed.table.set([columns, at, at + sparse.length * bytes], 3 * i);
      first += sparse.length;
    });
    const table = placed.table.byteOffset;
    const end = table + 12 * rows.length;
    const { byteOffset } = placed.rows;
    kernel[walk](byteOffset, width * bytes, width, table, end, placed.matrix.byteOffset);
    expect([...placed.behind]).toEqual(Array(64).fill(0));
    return { rows: [...placed.rows], matrix: [...placed.matrix] };
  };
  type Case = { width: number; matrix: number[]; rows: SparseCase[] };
  type SparseCase = { row: number[]; sparse: [number, number][] };

  it("gathers weighted rows, exactly on whole numbers, for any number of rows and vectors", () => {
    fc.assert(
      fc.property(cases, (c) => {
        const expected = c.rows.flatMap(({ row, sparse }) =>
          row.map((_, k) =>
            sparse.reduce(
              (sum, [column, value]) => sum + value * c.matrix[column * c.width + k],
              0,
            ),
          ),
        );
        expect(multiply("gather", c)).toEqual({ rows: expected, matrix: c.matrix });
      }),
    );
  });

  it("scatters rows to weighted rows, exactly on whole numbers, for any number of rows and vectors", () => {
    fc.assert(
      fc.property(cases, (c) => {
        const expected = [...c.matrix];
        for (const { row, sparse } of c.rows) {
          for (const [column, value] of sparse) {
            for (let k = 0; k < c.width; k++) expected[column * c.width + k] += value * row[k];
          }
        }
        const rows = c.rows.flatMap(({ row }) => row);
        expect(multiply("scatter", c)).toEqual({ rows, matrix: expected });
      }),
    );
  });

  it("rectifies: what is below 0 becomes 0, and what is no number stays none", () => {
    const [values] = place(8);
    values.set([-1, 2, Number.NaN, -Infinity, Infinity, 0, -1e-40, 3]);
    kernel.rectify(values.byteOffset, values.byteOffset + values.byteLength);
    expect([...values]).toEqual([0, 2, Number.NaN, 0, Infinity, 0, 0, 3]);
  });

  it("switches off what belongs to a unit that is not above 0", () => {
    const [delta, units] = place(8, 8);
    delta.set([1, 2, 3, 4, 5, 6, 7, 8]);
    units.set([0, 1, -1, 1e-3, 0, 0, 2, 0]);
    kernel.switchOff(delta.byteOffset, units.byteOffset, delta.byteOffset + delta.byteLength);
    expect([...delta]).toEqual([0, 2, 0, 4, 0, 0, 7, 0]);
  });

  it("activates: adds the smoothed ReLU of all rows to the totals and leaves its derivatives", () => {
    const [sums, totals] = place(16, 8);
    const first = [-1, 0, 0.15, 0.3, 1.3, Number.NaN, Infinity, 0.3];
    sums.set([...first, ...new Array(8).fill(1.3)]);
    totals.fill(1);
    const [start, to] = [sums, totals].map(({ byteOffset }) => byteOffset);
    kernel.activate(start, to, start + sums.byteLength, to + totals.byteLength);
    const close = (values: Iterable<number>, expected: number[]) =>
      [...values].forEach((v, i) => {
        if (Number.isFinite(expected[i])) expect(v).toBeCloseTo(expected[i], 6);
        else expect(v).toBe(expected[i]);
      });
    // By hand: z³ / 0.27 and z² / 0.09 below 0.3, then z - 0.2 and 1; the second row adds 1.1 to each.
    close(totals, [2.1, 2.1, 2.1125, 2.2, 3.2, Number.NaN, Infinity, 2.2]);
    close(sums, [0, 0, 0.25, 1, 1, Number.NaN, 1, 1, ...new Array(8).fill(1)]);
  });

  it("scales rows by factors", () => {
    const [values, factors] = place(16, 8);
    values.set([1, 2, 3, 4, 5, 6, 7, 8, 1, 1, 1, 1, 1, 1, 1, 1]);
    factors.set([0, 1, -1, 0.5, 2, 0, 1, 2]);
    const [start, by] = [values, factors].map(({ byteOffset }) => byteOffset);
    kernel.scale(start, by, start + values.byteLength, by + factors.byteLength);
    expect([...values]).toEqual([0, 2, -3, 2, 10, 0, 7, 16, ...factors]);
  });

  it("gives zeros again after its memory was used and had to grow", () => {
    place(8)[0].fill(7);
    const [values] = place(40_000);
    expect(values.every((value) => value === 0)).toBe(true);
    expect(values.length).toBe(40_000);
  });
});
