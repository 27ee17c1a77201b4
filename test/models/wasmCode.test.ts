import { describe, expect, it } from "vitest";
import {
  add,
  below,
  double,
  doWhile,
  get,
  I32,
  i32,
  multiply,
  set,
  single,
  store,
  type WasmFunction,
  wasmModule,
  whileDo,
} from "../../lib/models/wasmCode.js";

function instance(run: WasmFunction) {
  const { exports } = new WebAssembly.Instance(wasmModule({ run }));
  return exports as unknown as { memory: WebAssembly.Memory; run(...numbers: number[]): void };
}

describe("wasmModule", () => {
  // The numbers at which LEB128 needs another byte, unsigned and signed, and one at the end of the memory.
  it.each([0, 63, 64, 127, 128, 300, 8191, 8192, 16383, 16384, 65520])(
    "writes at the address and the offset %i",
    (at) => {
      for (const [address, offset] of [
        [at, 0],
        [0, at],
      ]) {
        const body = store(i32(address), single.constant(1.5), offset);
        const { memory, run } = instance({ parameters: [], locals: [], body });
        run();
        const numbers = new Float32Array(memory.buffer.slice(at, at + 16));
        expect([...numbers]).toEqual([1.5, 1.5, 1.5, 1.5]);
      }
    },
  );

  it("counts in loops: one at least, and none where the condition does not hold", () => {
    const next = [
      ...store(multiply(get(1), i32(16)), double.constant(2)),
      ...set(1, add(get(1), i32(1))),
    ];
    const written = (body: WasmFunction["body"], times: number) => {
      const { memory, run } = instance({ parameters: [I32], locals: [I32], body });
      run(times);
      return new Float64Array(memory.buffer).filter((value) => value === 2).length / 2;
    };
    const condition = below(get(1), get(0));
    expect([0, 1, 5].map((times) => written(doWhile(next, condition), times))).toEqual([1, 1, 5]);
    expect([0, 1, 5].map((times) => written(whileDo(condition, next), times))).toEqual([0, 1, 5]);
  });
});
