import { kernelCode } from "./kernelCode.js";
import { double, single, wasmModule } from "./wasmCode.js";

/** Numbers of either precision. */
export type Real = Float32Array | Float64Array;

export interface Arrays {
  real(length: number): Real;
  double(length: number): Float64Array;
  whole(length: number): Int32Array;
}

/** In which precision a network computes; its parameters are kept as doubles either way. */
export type Precision = "single" | "double";

/**
 * The inner loops of a network in WebAssembly, on vectors of 16 bytes: four numbers in single, two in double precision.
 * Every sum has a fixed order and nothing is fused, so that the results are the same on every machine. All arguments are
 * addresses in the kernel's memory, strides are in bytes, `width` is a row's length in numbers, whole vectors. A table of sparse rows has three whole
 * numbers of 4 bytes a row: where its columns begin (whole numbers, too), and where its values, at least one, begin and end.
 */
export interface NetworkKernel {
  /** Numbers in a vector. */
  lanes: number;
  /** Lays out the arrays of zeros that `plan` asks for in the kernel's memory, where they overwrite what was there. */
  layOut<T>(plan: (arrays: Arrays) => T): T;
  /** row = sum_i values[i] · matrix[columns[i]], for row after row. */
  gather: Walk;
  /** matrix[columns[i]] += values[i] · row for all i, for row after row. */
  scatter: Walk;
  /** values = max(values, 0). */
  rectify(values: number, end: number): void;
  /** values = 0 where the other values are not above 0. */
  switchOff(values: number, others: number, end: number): void;
  /** totals += smoothed ReLU of the sums, and sums = its derivative, for all rows of sums, each as long as the totals. */
  activate(sums: number, totals: number, end: number, totalsEnd: number): void;
  /** values = values · factors, for all rows of values, each as long as the factors. */
  scale(values: number, factors: number, end: number, factorsEnd: number): void;
  /**
   * delta = factor · (softmax(logits / temperature) - targets), row after row: those of logits and delta are `stride` bytes apart and of
   * `bytes` bytes; their targets, doubles in either precision, are `targetBytes` apart, and `rows`, whole numbers up to `end`, tells which they are. Of
   * an odd number of classes delta gets a 0 behind its last, and targets have one there.
   */
  softmaxGradient(
    logits: number,
    delta: number,
    stride: number,
    bytes: number,
    rows: number,
    end: number,
    targets: number,
    targetBytes: number,
    temperature: number,
    factor: number,
  ): void;
  /** A step of Adam, of {@link adamSizes}. */
  adam(
    parameters: number,
    gradient: number,
    first: number,
    second: number,
    end: number,
    size: number,
    unbias: number,
  ): void;
}

type Walk = (
  row: number,
  stride: number,
  width: number,
  table: number,
  end: number,
  matrix: number,
) => void;

/** Arrays begin at multiples of this, so that the last vector of one does not reach into the next. */
const ALIGNMENT = 64;
const PAGE = 65536;

function instantiate(precision: Precision): NetworkKernel {
  const real = precision === "single" ? single : double;
  const RealArray = precision === "single" ? Float32Array : Float64Array;
  const module = wasmModule(kernelCode(real));
  const { memory, ...functions } = new WebAssembly.Instance(module).exports as unknown as {
    memory: WebAssembly.Memory;
  } & Omit<NetworkKernel, "lanes" | "layOut">;
  return {
    ...functions,
    lanes: 16 / real.bytes,
    layOut(plan) {
      let end = 0;
      const reserve = (bytes: number) => {
        const start = end;
        end += ALIGNMENT * Math.ceil(bytes / ALIGNMENT);
        return start;
      };
      plan({
        real(length) {
          reserve(real.bytes * length);
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
        real: (length) => new RealArray(buffer, reserve(real.bytes * length), length),
        double: (length) => new Float64Array(buffer, reserve(8 * length), length),
        whole: (length) => new Int32Array(buffer, reserve(4 * length), length),
      });
    },
  };
}

const kernels = new Map<Precision, NetworkKernel>();

/** The one kernel of a precision: each computation fills its memory anew. */
export function networkKernel(precision: Precision): NetworkKernel {
  const kernel = kernels.get(precision) ?? instantiate(precision);
  kernels.set(precision, kernel);
  return kernel;
}

/** n rows of `count` numbers one behind the other, from rows that begin at `first` and are `stride` numbers apart. */
export function packedRows(
  values: Real,
  { first = 0, stride, count }: { first?: number; stride: number; count: number },
  n: number,
): Float64Array {
  const packed = new Float64Array(n * count);
  for (let i = 0, start = first; i < n; i++, start += stride) {
    packed.set(values.subarray(start, start + count), i * count);
  }
  return packed;
}
