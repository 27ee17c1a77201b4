import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { networkKernel, type Precision } from "../../lib/models/networkKernel.js";

const whole = fc.integer({ min: -9, max: 9 });

/** A matrix whose rows are whole vectors, a sparse row over its rows, and a row as wide as the matrix. */
const cases = fc.integer({ min: 1, max: 12 }).chain((vectors) =>
  fc.record({
    width: fc.constant(4 * vectors),
    matrix: fc.array(whole, { minLength: 7 * 4 * vectors, maxLength: 7 * 4 * vectors }),
    row: fc.array(whole, { minLength: 4 * vectors, maxLength: 4 * vectors }),
    sparse: fc.array(fc.tuple(fc.nat(6), whole), { minLength: 1, maxLength: 9 }),
  }),
);

describe.each(["single", "double"] as Precision[])("networkKernel, %s", (precision) => {
  const kernel = networkKernel(precision);
  /** Arrays in the kernel's memory; the last one is there to see that nothing is written behind the others. */
  const place = (lengths: number[], columns: number[]) => {
    const arrays = kernel.layOut(({ real, whole }) => ({
      columns: whole(columns.length),
      real: [...lengths, 64].map(real),
    }));
    arrays.columns.set(columns);
    return { columns: arrays.columns.byteOffset, real: arrays.real };
  };
  const multiply = (walk: "gather" | "scatter", { width, matrix, row, sparse }: Case) => {
    const { columns, real } = place(
      [width, sparse.length, matrix.length],
      sparse.map(([column]) => column),
    );
    const [r, values, m, behind] = real;
    r.set(row);
    m.set(matrix);
    values.set(sparse.map(([, value]) => value));
    const start = values.byteOffset;
    kernel[walk](r.byteOffset, width, columns, start, start + values.byteLength, m.byteOffset);
    expect([...behind]).toEqual(Array(64).fill(0));
    return { row: [...r], matrix: [...m] };
  };
  type Case = { width: number; matrix: number[]; row: number[]; sparse: [number, number][] };

  it("gathers weighted rows, exactly on whole numbers, for any number of vectors", () => {
    fc.assert(
      fc.property(cases, (c) => {
        const expected = c.row.map((_, k) =>
          c.sparse.reduce(
            (sum, [column, value]) => sum + value * c.matrix[column * c.width + k],
            0,
          ),
        );
        expect(multiply("gather", c)).toEqual({ row: expected, matrix: c.matrix });
      }),
    );
  });

  it("scatters a row to weighted rows, exactly on whole numbers, for any number of vectors", () => {
    fc.assert(
      fc.property(cases, (c) => {
        const expected = [...c.matrix];
        for (const [column, value] of c.sparse) {
          for (let k = 0; k < c.width; k++) expected[column * c.width + k] += value * c.row[k];
        }
        expect(multiply("scatter", c)).toEqual({ row: c.row, matrix: expected });
      }),
    );
  });

  it("rectifies: what is below 0 becomes 0, and what is no number stays none", () => {
    const [values] = place([8], []).real;
    values.set([-1, 2, Number.NaN, -Infinity, Infinity, 0, -1e-40, 3]);
    kernel.rectify(values.byteOffset, values.byteOffset + values.byteLength);
    expect([...values]).toEqual([0, 2, Number.NaN, 0, Infinity, 0, 0, 3]);
  });

  it("switches off what belongs to a unit that is not above 0", () => {
    const [delta, units] = place([8, 8], []).real;
    delta.set([1, 2, 3, 4, 5, 6, 7, 8]);
    units.set([0, 1, -1, 1e-3, 0, 0, 2, 0]);
    kernel.switchOff(delta.byteOffset, units.byteOffset, delta.byteOffset + delta.byteLength);
    expect([...delta]).toEqual([0, 2, 0, 4, 0, 0, 7, 0]);
  });

  it("activates: adds the smoothed ReLU to the totals and leaves its derivative", () => {
    const [sums, totals] = place([8, 8], []).real;
    sums.set([-1, 0, 0.15, 0.3, 1.3, Number.NaN, Infinity, 0.3]);
    totals.fill(1);
    kernel.activate(sums.byteOffset, totals.byteOffset, sums.byteOffset + sums.byteLength);
    const close = (values: Iterable<number>, expected: number[]) =>
      [...values].forEach((v, i) => {
        if (Number.isFinite(expected[i])) expect(v).toBeCloseTo(expected[i], 6);
        else expect(v).toBe(expected[i]);
      });
    // By hand: z³ / 0.27 and z² / 0.09 below 0.3, then z - 0.2 and 1.
    close(totals, [1, 1, 1.0125, 1.1, 2.1, Number.NaN, Infinity, 1.1]);
    close(sums, [0, 0, 0.25, 1, 1, Number.NaN, 1, 1]);
  });

  it("scales values by factors", () => {
    const [values, factors] = place([8, 8], []).real;
    values.set([1, 2, 3, 4, 5, 6, 7, 8]);
    factors.set([0, 1, -1, 0.5, 2, 0, 1, 2]);
    kernel.scale(values.byteOffset, factors.byteOffset, values.byteOffset + values.byteLength);
    expect([...values]).toEqual([0, 2, -3, 2, 10, 0, 7, 16]);
  });

  it("gives zeros again after its memory was used and had to grow", () => {
    place([8], []).real[0].fill(7);
    const [values] = place([40_000], []).real;
    expect(values.every((value) => value === 0)).toBe(true);
    expect(values.length).toBe(40_000);
  });
});
