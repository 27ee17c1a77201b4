import { type RealType, type WasmFunction, wasmModule } from "./wasmCode.js";

/** Numbers of either precision. */
export type Real = Float32Array | Float64Array;

export interface Arrays {
  real(length: number): Real;
  double(length: number): Float64Array;
  whole(length: number): Int32Array;
}

export interface KernelMemory {
  /** Lays out the arrays of zeros that `plan` asks for in the kernel's memory, where they overwrite what was there. */
  layOut<T>(plan: (arrays: Arrays) => T): T;
}

/** Arrays begin at multiples of this, so that the last vector of one does not reach into the next. */
const ALIGNMENT = 64;
const PAGE = 65536;

/** Functions in WebAssembly with a memory of their own, whose numbers are of one type. */
export function instantiate<Functions>(
  code: Record<string, WasmFunction>,
  { bytes }: RealType,
): Functions & KernelMemory {
  const RealArray = bytes === Float32Array.BYTES_PER_ELEMENT ? Float32Array : Float64Array;
  const { memory, ...functions } = new WebAssembly.Instance(wasmModule(code)).exports as {
    memory: WebAssembly.Memory;
  };
  return {
    ...(functions as Functions),
    layOut(plan) {
      let end = 0;
      const reserve = (bytes: number) => {
        const start = end;
        end += ALIGNMENT * Math.ceil(bytes / ALIGNMENT);
        return start;
      };
      plan({
        real(length) {
          reserve(bytes * length);
          return new RealArray(0);
        },
        double(length) {
          reserve(8 * length);
          return new Float64Array(0);
        },
        whole(length) {
          reserve(4 * length);
          return new Int32Array(0);
        },
      });
      const missing = end - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
      const { buffer } = memory;
      new Uint8Array(buffer, 0, end).fill(0);
      end = 0;
      return plan({
        real: (length) => new RealArray(buffer, reserve(bytes * length), length),
        double: (length) => new Float64Array(buffer, reserve(8 * length), length),
        whole: (length) => new Int32Array(buffer, reserve(4 * length), length),
      });
    },
  };
}
