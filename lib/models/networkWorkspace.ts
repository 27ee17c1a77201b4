import { BETA1, BETA2 } from "./kernelCode.js";
import { type NetworkKernel, networkKernel, type Precision, packedRows } from "./networkKernel.js";
import { fillTargets, placeTargets, softmaxGradient } from "./softmaxGradient.js";
import type { SparseRows } from "./sparseRows.js";
import type { Real } from "./wasmKernel.js";

/** What the loss of a network depends on beside its data. */
export interface LossSettings {
  temperature: number;
  l2: number;
}

/** A network in the memory of a kernel, with its inputs. Opening the next one overwrites it. */
export interface NetworkWorkspace {
  read(): Float64Array;
  readGradient(): Float64Array;
  write(parameters: Float64Array): void;
  /** The logits of some rows of the inputs, `capacity` at most. */
  logits(rows: ArrayLike<number>): Float64Array;
  /** Computes the gradient of the mean loss over some rows of the inputs. */
  backpropagate(rows: ArrayLike<number>, settings: LossSettings): void;
  /** A step of Adam along the gradient: Kingma & Ba 2015, algorithm 1. */
  step(rate: number): void;
}

/**
 * Opens a workspace. Inside it a layer is one matrix, its biases above its weights, and outputs are padded with zeros to
 * whole vectors. The inputs are sparse, since of the pixels of a digit three in four are 0.
 *
 * @param sizes units a layer
 * @param capacity rows at a time
 * @param softTargets one row for each of the inputs, where gradients are wanted
 */
export function networkWorkspace(
  sizes: readonly number[],
  inputs: SparseRows,
  capacity: number,
  precision: Precision,
  softTargets: Float64Array = new Float64Array(0),
): NetworkWorkspace {
  const kernel = networkKernel(precision);
  const { lanes } = kernel;
  const bytes = 16 / lanes;
  const { starts } = inputs;
  const shapes = sizes.slice(1).map((outputs, k) => ({
    inputs: sizes[k],
    outputs,
    width: lanes * Math.ceil(outputs / lanes),
  }));
  const classes = sizes[sizes.length - 1];
  const { targets, values, columns, places, layers } = kernel.layOut(({ real, whole, double }) => ({
    targets: placeTargets({ whole, double }, softTargets, classes, capacity),
    values: real(inputs.values.length),
    columns: whole(inputs.columns.length),
    places: whole(Math.max(...sizes) + 1),
    layers: shapes.map((shape, k) => {
      const parameters = (shape.inputs + 1) * shape.width;
      // A 1 for the biases of the next layer stands just before the units of a row.
      const stride = lanes + shape.width;
      return {
        ...shape,
        stride,
        weights: real(parameters),
        gradient: real(parameters),
        first: real(parameters),
        second: real(parameters),
        units: real(capacity * stride),
        delta: real(capacity * stride),
        transposed: real(k === 0 ? 0 : shape.outputs * shapes[k - 1].width),
        // The rows below, with the 1 before them, and those of delta, as the kernel's tables name them.
        below: whole(3 * capacity),
        own: whole(3 * capacity),
      };
    }),
  }));
  fillTargets(targets, softTargets);
  values.set(inputs.values);
  columns.set(inputs.columns);
  places.set(places.map((_, j) => j));
  for (const { units, stride } of layers) {
    for (let i = lanes - 1; i < units.length; i += stride) units[i] = 1;
  }
  const last = layers[layers.length - 1];
  type PlacedLayer = typeof last;
  const [valuesAt, columnsAt, placesAt] = [values, columns, places].map((a) => a.byteOffset);
  /** Rows of `count` numbers each, `stride` numbers apart. */
  const fillTable = (table: Int32Array, first: number, count: number, stride: number) => {
    for (let i = 0, at = first; i < capacity; i++, at += stride * bytes) {
      table.set([placesAt, at, at + count * bytes], 3 * i);
    }
  };
  for (const [k, { below, own, delta, stride, outputs }] of layers.entries()) {
    fillTable(own, delta.byteOffset + lanes * bytes, outputs, stride);
    if (k === 0) continue;
    const { units, ...lower } = layers[k - 1];
    fillTable(below, units.byteOffset + (lanes - 1) * bytes, 1 + lower.outputs, lower.stride);
  }

  /** Gathers into, or scatters from, the first n rows of a matrix of this layer's width. */
  function forRows(
    walk: NetworkKernel["gather"],
    { width, stride }: { width: number; stride: number },
    [rows, table, matrix]: [rows: Real, table: Int32Array, matrix: Real],
    n: number,
  ): void {
    const start = table.byteOffset;
    const row = rows.byteOffset + lanes * bytes;
    walk(row, stride * bytes, width, start, start + 12 * n, matrix.byteOffset);
  }

  function forward(rows: ArrayLike<number>): void {
    const { below } = layers[0];
    for (let i = 0, at = 0; i < rows.length; i++) {
      const start = starts[rows[i]];
      below[at++] = columnsAt + 4 * start;
      below[at++] = valuesAt + bytes * start;
      below[at++] = valuesAt + bytes * starts[rows[i] + 1];
    }
    for (const layer of layers) {
      forRows(kernel.gather, layer, [layer.units, layer.below, layer.weights], rows.length);
      if (layer !== last) {
        const start = layer.units.byteOffset;
        kernel.rectify(start, start + rows.length * layer.stride * bytes);
      }
    }
  }

  /** delta · weightsᵀ, 0 where ReLU has switched the unit off. */
  function deltaBelow(layer: PlacedLayer, below: PlacedLayer, n: number): void {
    const { weights, transposed, width, outputs } = layer;
    for (let c = 0; c < outputs; c++) {
      for (let j = 0, at = width + c; j < below.outputs; j++, at += width) {
        transposed[c * below.width + j] = weights[at];
      }
    }
    forRows(kernel.gather, below, [below.delta, layer.own, transposed], n);
    const start = below.delta.byteOffset;
    kernel.switchOff(start, below.units.byteOffset, start + n * below.stride * bytes);
  }

  /** Calls for each parameter in its order in a network: weights row by row, then biases, layer after layer. */
  function forParameters(call: (layer: PlacedLayer, at: number, own: number) => void): number {
    let own = 0;
    for (const layer of layers) {
      const { inputs, outputs, width } = layer;
      for (let j = 1; j <= inputs + 1; j++) {
        const row = (j % (inputs + 1)) * width;
        for (let c = 0; c < outputs; c++) call(layer, row + c, own++);
      }
    }
    return own;
  }
  const copyOf = (part: "weights" | "gradient") => {
    const own = new Float64Array(forParameters(() => {}));
    forParameters((layer, at, i) => {
      own[i] = layer[part][at];
    });
    return own;
  };

  let steps = 0;
  return {
    read: () => copyOf("weights"),
    readGradient: () => copyOf("gradient"),
    write(parameters) {
      forParameters(({ weights }, at, i) => {
        weights[at] = parameters[i];
      });
    },
    logits(rows) {
      forward(rows);
      const { units, outputs: count, stride } = last;
      return packedRows(units, { first: lanes, stride, count }, rows.length);
    },
    backpropagate(rows, { temperature, l2 }) {
      forward(rows);
      softmaxGradient(kernel, last, lanes, rows, targets, temperature);
      for (let k = layers.length - 1; k >= 0; k--) {
        const { weights, gradient, width, delta, below } = layers[k];
        gradient.fill(0);
        if (l2 > 0) for (let i = width; i < weights.length; i++) gradient[i] = l2 * weights[i];
        forRows(kernel.scatter, layers[k], [delta, below, gradient], rows.length);
        if (k > 0) deltaBelow(layers[k], layers[k - 1], rows.length);
      }
    },
    step(rate) {
      steps++;
      const size = rate / (1 - BETA1 ** steps);
      const unbias = 1 / (1 - BETA2 ** steps);
      for (const { weights, gradient, first, second } of layers) {
        const [w, g, m, v] = [weights, gradient, first, second].map((a) => a.byteOffset);
        kernel.adam(w, g, m, v, w + weights.byteLength, size, unbias);
      }
    },
  };
}
