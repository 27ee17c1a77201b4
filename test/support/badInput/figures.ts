import { gainingFigure } from "../figures.js";
import { type Library, type Table, walk } from "./table.js";

/** The figures. */
export function figures(lib: Library): Table {
  const data = () => ({ x: Float64Array.of(-12, 0, 3), y: Uint8Array.of(0, 1, 1) });
  return {
    CLASSES: "constant",
    PALETTE: "constant",
    constantStudentFigure: walk(() => ({ teacher: [0.6, 0.9] })),
    dataFigure: walk(() => ({ data: data() })),
    jensenFigure: walk(() => ({ eta: 0.8, f: 2 })),
    kernelShrinkageFigure: walk(() => ({ l2: 0.5, rounds: 3, largerL2: 2 })),
    markovChainFigure: walk(() => ({ options: { shortcut: true } })),
    paletteFigure: walk(() => ({})),
    armLabel: walk(() => ({ arm: "plain" })),
    clipFigure: walk(() => ({ clipped: gainingFigure(), unclipped: gainingFigure([3, 4]) })),
    gainFigure: { unwalked: "takes 2.5 s: two whole results, as in clipFigure" },
    lossCurvesFigure: walk(() => ({ result: gainingFigure(), split: "test" })),
    floorFigure: walk(() => ({
      result: gainingFigure(),
      floor: { constant: 0.69, cubic: 0.68, sine: 0.51, bayes: 0.5 },
    })),
    lossVariancesFigure: walk(() => ({
      variances: lib.lossVariances(lib.sureAndCoin, (x: number) => x + 1),
    })),
  };
}
