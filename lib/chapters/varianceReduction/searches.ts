import { seededStream } from "../../random/seededStream.js";
import { checkValues } from "../../validate/checks.js";
import { inequalityRatio } from "./inequalityScan.js";
import { lossVariances } from "./lossVariances.js";
import { BELOW_HALF, smallestPossibleRatio, worstProblem } from "./noiseFloor.js";
import { searchViolations, type ViolationSearch } from "./randomProblems.js";

/** A search at one size of the support and one spread of the logits. */
export interface SearchedCell extends ViolationSearch {
  inputs: number;
  scale: number;
}

/**
 * {@link searchViolations} over a grid of support sizes and spreads of the logits.
 *
 * @param name of the random streams, one a cell
 * @throws RangeError if a number is out of its range
 * @example searchCounterexamples("example", 100, [2, 3], [1, 10]).length // 4
 */
export function searchCounterexamples(
  name: string,
  problems: number,
  inputs: readonly number[],
  scales: readonly number[],
): SearchedCell[] {
  checkValues("inputs", inputs);
  checkValues("scales", scales);
  return scales.flatMap((scale) =>
    inputs.map((k) => ({
      inputs: k,
      scale,
      ...searchViolations(seededStream(`${name}/${k}/${scale}`), problems, { inputs: k, scale }),
    })),
  );
}

/** Ratios of the post's inequality at one noise floor. */
export interface LabelNoiseRatios {
  noiseFloor: number;
  /** The smallest there can be. */
  possible: number;
  /** Of the two-input problem built to reach it. */
  built: number;
  /** The least that a random search found. */
  found: number;
}

/**
 * Builds the worst problem at each noise floor, and searches through random ones with two inputs and logits of spread 30.
 *
 * @param name of the random streams, one a floor
 * @param noiseFloors each in (0, 0.5)
 * @throws RangeError if a number is out of its range
 */
export function ratiosByLabelNoise(
  name: string,
  problems: number,
  noiseFloors: readonly number[],
): LabelNoiseRatios[] {
  checkValues("noiseFloors", noiseFloors, Number.MIN_VALUE, BELOW_HALF);
  return noiseFloors.map((noiseFloor) => {
    const { population, f } = worstProblem(noiseFloor, 1e4);
    const options = { inputs: 2, scale: 30, noiseFloor };
    return {
      noiseFloor,
      possible: smallestPossibleRatio(noiseFloor),
      built: inequalityRatio(lossVariances(population, f)),
      found: searchViolations(seededStream(`${name}/${noiseFloor}`), problems, options)
        .smallestRatio,
    };
  });
}
