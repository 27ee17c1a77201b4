import { kernelCode } from "./kernelCode.js";
import { double, single } from "./wasmCode.js";
import { instantiate, type KernelMemory, type Real } from "./wasmKernel.js";

/** In which precision a network computes; its parameters are kept as doubles either way. */
export type Precision = "single" | "double";

/**
 * The inner loops of a network in WebAssembly, on vectors of 16 bytes: four numbers in single, two in double precision.
 * Every sum has a fixed order and nothing is fused, so that the results are the same on every machine. All arguments are
 * addresses in the kernel's memory, strides are in bytes, `width` is a row's length in numbers, whole vectors. A table of sparse rows has three whole
 * numbers of 4 bytes a row: where its columns begin (whole numbers, too), and where its values, at least one, begin and end.
 */
export interface NetworkKernel extends Functions, KernelMemory {
  /** Numbers in a vector. */
  lanes: number;
}

interface Functions {
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

function kernelIn(precision: Precision): NetworkKernel {
  const real = precision === "single" ? single : double;
  return { ...instantiate<Functions>(kernelCode(real), real), lanes: 16 / real.bytes };
}

const kernels = new Map<Precision, NetworkKernel>();

/** The one kernel of a precision: each computation fills its memory anew. */
export function networkKernel(precision: Precision): NetworkKernel {
  const kernel = kernels.get(precision) ?? kernelIn(precision);
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
