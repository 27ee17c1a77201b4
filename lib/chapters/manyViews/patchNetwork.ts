import {
  type NetworkKernel,
  networkKernel,
  type Precision,
  packedRows,
} from "../../models/networkKernel.js";
import type { LossSettings } from "../../models/networkWorkspace.js";
import { fillTargets, placeTargets, softmaxGradient } from "../../models/softmaxGradient.js";
import type { Real } from "../../models/wasmKernel.js";
import type { Rng } from "../../random/rng.js";
import { checkInteger, checkLength, checkValues } from "../../validate/checks.js";
import type { ViewData } from "./viewData.js";

/**
 * A network that looks for patterns in patches: logit c is the sum over the units of class c and over all patches of
 * act(w · patch), with a smoothed ReLU of power 3.
 */
export interface PatchNetwork {
  classes: number;
  /** Units a class. */
  units: number;
  /** Coordinates of a patch. */
  dimensions: number;
  /** (classes · units) × dimensions, row by row: the weights of the units of class 0, then of class 1, and so on. */
  weights: Float64Array;
}

export function initialPatchNetwork(
  shape: Pick<PatchNetwork, "classes" | "units" | "dimensions">,
  size: number,
  rng: Rng,
): PatchNetwork {
  const { classes, units, dimensions } = shape;
  return {
    classes,
    units,
    dimensions,
    weights: rng.normal(classes * units * dimensions).map((z) => size * z),
  };
}

/** Throws unless the network's sizes and weights are valid. */
export function checkPatchNetwork(network: PatchNetwork): void {
  const { classes, units, dimensions, weights } = network;
  for (const [name, value] of Object.entries({ classes, units, dimensions })) {
    checkInteger(`network.${name}`, value, 1);
  }
  checkLength("network.weights", weights, classes * units * dimensions, "a patch network");
  checkValues("network.weights", weights);
}

/** A network in the memory of a kernel, with its inputs. Opening the next one overwrites it. */
export function patchWorkspace(
  network: PatchNetwork,
  { patches, inputs }: ViewData,
  capacity: number,
  precision: Precision,
  softTargets: Float64Array = new Float64Array(0),
) {
  const kernel = networkKernel(precision);
  const { classes, units, dimensions } = network;
  const all = classes * units;
  const width = kernel.lanes * Math.ceil(all / kernel.lanes);
  // Of logits and their derivatives: whole vectors, since softmaxGradient takes two at a time.
  const stride = kernel.lanes * Math.ceil(classes / kernel.lanes);
  const placed = kernel.layOut(({ real, double, whole }) => ({
    targets: placeTargets({ whole, double }, softTargets, classes, capacity),
    inputs: real(inputs.length),
    places: whole(dimensions),
    table: whole(3 * capacity * patches),
    weights: real(dimensions * width),
    gradient: real(dimensions * width),
    // One row of units for each patch of each example.
    sums: real(capacity * patches * width),
    // Of one example: a number for each unit.
    row: real(width),
    logits: real(capacity * stride),
    delta: real(capacity * stride),
  }));
  const { targets, table, weights, gradient, sums, row, logits, delta } = placed;
  fillTargets(targets, softTargets);
  placed.inputs.set(inputs);
  placed.places.set(placed.places.map((_, j) => j));
  const own = network.weights;
  for (let u = 0, i = 0; u < all; u++) {
    for (let j = 0; j < dimensions; j++) weights[j * width + u] = own[i++];
  }
  const bytes = 16 / kernel.lanes;
  const rowEnd = row.byteOffset + row.byteLength;

  /** Names the patches of some examples, as gather and scatter read them. */
  function choose(rows: ArrayLike<number>): void {
    const places = placed.places.byteOffset;
    for (let i = 0, at = 0; i < rows.length; i++) {
      let patch = placed.inputs.byteOffset + rows[i] * patches * dimensions * bytes;
      for (let p = 0; p < patches; p++) {
        table[at++] = places;
        table[at++] = patch;
        patch += dimensions * bytes;
        table[at++] = patch;
      }
    }
  }
  function forPatches(walk: NetworkKernel["gather"], examples: number, matrix: Real): void {
    const start = table.byteOffset;
    const end = start + 12 * patches * examples;
    walk(sums.byteOffset, width * bytes, width, start, end, matrix.byteOffset);
  }

  /** Calls for each example with its patches' units and the row, which `prepare` fills before. */
  function forExamples(
    walk: NetworkKernel["scale"],
    examples: number,
    prepare: (example: number) => void,
    finish: (example: number) => void = () => {},
  ): void {
    const example = patches * width * bytes;
    for (let i = 0, at = sums.byteOffset; i < examples; i++, at += example) {
      prepare(i);
      walk(at, row.byteOffset, at + example, rowEnd);
      finish(i);
    }
  }

  /** Fills in the logits, and the derivatives of the activations in place of the sums. */
  function forward(rows: ArrayLike<number>): void {
    choose(rows);
    forPatches(kernel.gather, rows.length, weights);
    forExamples(
      kernel.activate,
      rows.length,
      () => row.fill(0),
      (i) => {
        for (let c = 0, u = 0; c < classes; c++) {
          let logit = 0;
          for (const end = u + units; u < end; u++) logit += row[u];
          logits[i * stride + c] = logit;
        }
      },
    );
  }

  /** Multiplies the derivatives of the activations by those of the loss by the logits. */
  function backward(n: number): void {
    forExamples(kernel.scale, n, (i) => {
      for (let c = 0, u = 0; c < classes; c++) {
        for (const end = u + units; u < end; u++) row[u] = delta[i * stride + c];
      }
    });
  }

  const inOrder = (matrix: Real) => {
    const copy = new Float64Array(all * dimensions);
    for (let u = 0, i = 0; u < all; u++) {
      for (let j = 0; j < dimensions; j++) copy[i++] = matrix[j * width + u];
    }
    return copy;
  };

  return {
    read: () => inOrder(weights),
    readGradient: () => inOrder(gradient),
    logits(rows: ArrayLike<number>): Float64Array {
      forward(rows);
      return packedRows(logits, { stride, count: classes }, rows.length);
    },
    backpropagate(rows: ArrayLike<number>, { temperature, l2 }: LossSettings): void {
      forward(rows);
      softmaxGradient(kernel, { units: logits, delta, stride }, 0, rows, targets, temperature);
      backward(rows.length);
      gradient.fill(0);
      if (l2 > 0) for (let i = 0; i < weights.length; i++) gradient[i] = l2 * weights[i];
      forPatches(kernel.scatter, rows.length, gradient);
    },
    step(rate: number): void {
      for (let i = 0; i < weights.length; i++) weights[i] -= rate * gradient[i];
    },
  };
}
