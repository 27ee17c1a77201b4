import type { Study } from "../../studies/study.js";
import type { TrialFunction } from "../../studies/trialLoop.js";
import { checkParameters, type Design } from "./designs.js";
import * as trial from "./trials.js";

// Worker threads find the trials here.
export * from "./trials.js";

/** A function that makes a study of a design from how many trials it has and what differs from the defaults. */
const studyOf =
  <P extends { design: Design }>(
    name: string,
    trial: TrialFunction<P>,
    defaults: Omit<P, "design">,
  ) =>
  (design: Design, trials: number, options: Partial<Omit<P, "design">> = {}): Study<P> => {
    const parameters = { ...defaults, ...options, design } as P;
    checkParameters(parameters);
    const stream = `04-what-transfers/${name}/${design.name}`;
    return { name: stream, trials, parameters, trial, module: import.meta.url };
  };

/**
 * Test losses of five students against the number of training examples. See softeningTrial.
 *
 * @throws RangeError if design is not valid, sizes are not rising whole numbers or epsilon not in [0, 1]
 */
export const softeningStudy = studyOf("softening", trial.softeningTrial, {
  sizes: [10, 15, 20, 25, 30, 35, 40, 45],
  epsilon: 0.9,
});

/**
 * The weight of the teacher from none to all, and the same with a shuffled teacher. See alphaTrial.
 *
 * @throws RangeError if design is not valid, n is not a whole number above 1 or alphas do not rise from 0 or more
 */
export const alphaStudy = studyOf("alpha", trial.alphaTrial, {
  n: 20,
  alphas: [0, 0.1, 0.5, 1, 4, Infinity],
});

/**
 * From true soft cross-entropy to the post's hack. See temperatureTrial.
 *
 * @throws RangeError if design is not valid, n is not a whole number above 1 or temperatures do not rise from above 0
 */
export const temperatureStudy = studyOf("temperature", trial.temperatureTrial, {
  n: 20,
  temperatures: [0.5, 1, 2, 5, 10, 20, 50, 100],
});

/**
 * The student of teachers of different quality. See teacherTrial.
 *
 * @throws RangeError if design is not valid or n is not a whole number above 1
 */
export const teacherStudy = studyOf("teachers", trial.teacherTrial, { n: 20 });

/**
 * Excess risk up to thousands of examples. See limitTrial.
 *
 * @throws RangeError if design is not valid or sizes are not rising whole numbers
 */
export const limitStudy = studyOf("limit", trial.limitTrial, {
  sizes: [50, 100, 200, 500, 1000, 2000, 5000],
});

/**
 * Inputs that only the teacher labels. See unlabelledTrial.
 *
 * @throws RangeError if design is not valid, n is not a whole number above 1 or extra are not rising whole numbers
 */
export const unlabelledStudy = studyOf("unlabelled", trial.unlabelledTrial, {
  n: 20,
  extra: [0, 20, 100, 500, 2000],
});
