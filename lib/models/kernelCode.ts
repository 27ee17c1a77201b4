import { softmaxGradient } from "./softmaxCode.js";
import {
  add,
  atMost,
  below,
  type Code,
  doWhile,
  get,
  I32,
  i32,
  increase,
  load,
  load32,
  multiply,
  type RealType,
  set,
  store,
  V128,
  type WasmFunction,
  whileDo,
} from "./wasmCode.js";

export const BETA1 = 0.9;
export const BETA2 = 0.999;
const EPSILON = 1e-8;
/** Where the power of a smoothed ReLU ends and the line of slope 1 begins. */
export const KNEE = 0.3;

/** Vectors that gather and scatter hold in registers at a time. */
const BLOCKS = [10, 8, 5, 4, 3, 2, 1];

/** The common loops of gather and scatter: over the rows, in each over blocks of columns, and in each of these over the sparse row. */
function walk(
  real: RealType,
  block: {
    begin(register: number, offset: number): Code;
    step(register: number, offset: number, value: Code, address: Code): Code;
    end(register: number, offset: number): Code;
  },
): WasmFunction {
  const [row, stride, width, table, end, matrix] = [0, 1, 2, 3, 4, 5];
  const [from, column, value, last, address, factor, registers] = [6, 7, 8, 9, 10, 11, 12];
  const blocks = BLOCKS.flatMap((size) => {
    const all = (code: (register: number, offset: number) => Code) =>
      Array.from({ length: size }, (_, k) => code(registers + k, 16 * k)).flat();
    const place = add(add(get(matrix), get(from)), multiply(get(width), load32(get(column))));
    return whileDo(atMost(add(get(from), i32(16 * size)), get(width)), [
      ...all(block.begin),
      ...set(column, load32(get(table))),
      ...set(value, load32(get(table), 4)),
      ...doWhile(
        [
          ...set(factor, real.loadSplat(get(value))),
          ...set(address, place),
          ...all((register, offset) => block.step(register, offset, get(factor), get(address))),
          ...[...increase(column, i32(4)), ...increase(value, i32(real.bytes))],
        ],
        below(get(value), get(last)),
      ),
      ...all(block.end),
      ...increase(from, i32(16 * size)),
    ]);
  });
  return {
    parameters: new Array(6).fill(I32),
    locals: [I32, I32, I32, I32, I32, V128, ...new Array(BLOCKS[0]).fill(V128)],
    body: [
      ...set(width, multiply(get(width), i32(real.bytes))),
      ...doWhile(
        [
          ...[...set(from, i32(0)), ...set(last, load32(get(table), 8))],
          ...blocks,
          ...[...increase(row, get(stride)), ...increase(table, i32(12))],
        ],
        below(get(table), get(end)),
      ),
    ],
  };
}

const gather = (real: RealType) => {
  const out = add(get(0), get(6));
  return walk(real, {
    begin: (register) => set(register, real.constant(0)),
    step: (register, offset, value, address) =>
      set(register, real.add(get(register), real.multiply(value, load(address, offset)))),
    end: (register, offset) => store(out, get(register), offset),
  });
};

const scatter = (real: RealType) => {
  const row = add(get(0), get(6));
  return walk(real, {
    begin: (register, offset) => set(register, load(row, offset)),
    step: (register, offset, value, address) =>
      store(address, real.add(load(address, offset), real.multiply(value, get(register))), offset),
    end: () => [],
  });
};

/** Runs `body` for vector after vector; the first `count` parameters are addresses that move on, the next one is the first's end. */
function forEach(count: number, body: Code, others: { parameters?: number[]; locals?: number[] }) {
  const next = Array.from({ length: count }, (_, k) => increase(k, i32(16))).flat();
  const { parameters = [], locals = [] } = others;
  return {
    parameters: [...new Array(count + 1).fill(I32), ...parameters],
    locals,
    body: doWhile([...body, ...next], below(get(0), get(count))),
  };
}

const rectify = (real: RealType) =>
  forEach(1, store(get(0), real.pmax(load(get(0)), real.constant(0))), {});

const switchOff = (real: RealType) =>
  forEach(2, store(get(0), real.whereAbove0(load(get(0)), load(get(1)))), {});

/** Runs `body` for vector after vector of a block of rows, beside one row that begins anew with each; the parameters are both and the ends of both. */
function forRowsOf(body: Code, locals: number[] = []): WasmFunction {
  const [values, row, end, rowEnd, at] = [0, 1, 2, 3, 4];
  const inner = doWhile(
    [...body, ...increase(values, i32(16)), ...increase(at, i32(16))],
    below(get(at), get(rowEnd)),
  );
  return {
    parameters: [I32, I32, I32, I32],
    locals: [I32, ...locals],
    body: doWhile([...set(at, get(row)), ...inner], below(get(values), get(end))),
  };
}

/** A smoothed ReLU of power 3, as lib/chapters/manyViews/activation.ts has it. */
function activate(real: RealType): WasmFunction {
  const [sums, totals, z, low] = [0, 4, 5, 6];
  const { constant, multiply: times } = real;
  const square = times(get(low), get(low));
  const cube = times(times(constant(1 / (3 * KNEE ** 2)), square), get(low));
  const line = real.pmax(real.subtract(get(z), get(low)), constant(0));
  return forRowsOf(
    [
      ...set(z, load(get(sums))),
      ...set(low, real.pmin(real.pmax(get(z), constant(0)), constant(KNEE))),
      ...store(get(totals), real.add(load(get(totals)), real.add(cube, line))),
      ...store(get(sums), times(constant(1 / KNEE ** 2), square)),
    ],
    [V128, V128],
  );
}

const scale = (real: RealType) =>
  forRowsOf(store(get(0), real.multiply(load(get(0)), load(get(4)))));

function adam(real: RealType): WasmFunction {
  const [parameters, gradient, first, second, size, unbias] = [0, 1, 2, 3, 5, 6];
  const [g, m, v] = [7, 8, 9];
  const towards = (mean: number, target: Code, beta: number) =>
    set(
      mean,
      real.add(get(mean), real.multiply(real.constant(1 - beta), real.subtract(target, get(mean)))),
    );
  const spread = real.squareRoot(real.multiply(get(v), real.splat(get(unbias))));
  const move = real.divide(
    real.multiply(real.splat(get(size)), get(m)),
    real.add(spread, real.constant(EPSILON)),
  );
  return forEach(
    4,
    [
      ...set(g, load(get(gradient))),
      ...set(m, load(get(first))),
      ...set(v, load(get(second))),
      ...towards(m, get(g), BETA1),
      ...towards(v, real.multiply(get(g), get(g)), BETA2),
      ...store(get(first), get(m)),
      ...store(get(second), get(v)),
      ...store(get(parameters), real.subtract(load(get(parameters)), move)),
    ],
    { parameters: [real.type, real.type], locals: [V128, V128, V128] },
  );
}

/** The functions of a kernel; NetworkKernel says what they do. */
export const kernelCode = (real: RealType): Record<string, WasmFunction> => ({
  gather: gather(real),
  scatter: scatter(real),
  rectify: rectify(real),
  switchOff: switchOff(real),
  activate: activate(real),
  scale: scale(real),
  softmaxGradient: softmaxGradient(real),
  adam: adam(real),
});
