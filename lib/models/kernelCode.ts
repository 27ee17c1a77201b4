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
const BLOCKS = [8, 4, 2, 1];

/** The common loop of gather and scatter: over blocks of columns, and in each over the sparse row. */
function walk(
  real: RealType,
  block: {
    begin(register: number, offset: number): Code;
    step(register: number, offset: number, value: Code, address: Code): Code;
    end(register: number, offset: number): Code;
  },
): WasmFunction {
  const [width, columns, values, end, matrix] = [1, 2, 3, 4, 5];
  const [from, column, value, address, factor, registers] = [6, 7, 8, 9, 10, 11];
  const body = BLOCKS.flatMap((size) => {
    const all = (code: (register: number, offset: number) => Code) =>
      Array.from({ length: size }, (_, k) => code(registers + k, 16 * k)).flat();
    const row = add(add(get(matrix), get(from)), multiply(get(width), load32(get(column))));
    return whileDo(atMost(add(get(from), i32(16 * size)), get(width)), [
      ...all(block.begin),
      ...set(column, get(columns)),
      ...set(value, get(values)),
      ...doWhile(
        [
          ...set(factor, real.loadSplat(get(value))),
          ...set(address, row),
          ...all((register, offset) => block.step(register, offset, get(factor), get(address))),
          ...set(column, add(get(column), i32(4))),
          ...set(value, add(get(value), i32(real.bytes))),
        ],
        below(get(value), get(end)),
      ),
      ...all(block.end),
      ...set(from, add(get(from), i32(16 * size))),
    ]);
  });
  const toBytes = set(width, multiply(get(width), i32(real.bytes)));
  const locals = [I32, I32, I32, I32, V128, ...new Array(BLOCKS[0]).fill(V128)];
  return { parameters: new Array(6).fill(I32), locals, body: [...toBytes, ...body] };
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
  const next = Array.from({ length: count }, (_, k) => set(k, add(get(k), i32(16)))).flat();
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

/** A smoothed ReLU of power 3, as lib/chapters/manyViews/activation.ts has it. */
function activate(real: RealType): WasmFunction {
  const [sums, totals, z, low] = [0, 1, 3, 4];
  const { constant, multiply: times } = real;
  const square = times(get(low), get(low));
  const cube = times(times(constant(1 / (3 * KNEE ** 2)), square), get(low));
  const line = real.pmax(real.subtract(get(z), get(low)), constant(0));
  return forEach(
    2,
    [
      ...set(z, load(get(sums))),
      ...set(low, real.pmin(real.pmax(get(z), constant(0)), constant(KNEE))),
      ...store(get(totals), real.add(load(get(totals)), real.add(cube, line))),
      ...store(get(sums), times(constant(1 / KNEE ** 2), square)),
    ],
    { locals: [V128, V128] },
  );
}

const scale = (real: RealType) =>
  forEach(2, store(get(0), real.multiply(load(get(0)), load(get(1)))), {});

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
