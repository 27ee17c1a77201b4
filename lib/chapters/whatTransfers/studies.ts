import type { Study } from "../../studies/study.js";
import type { TrialFunction } from "../../studies/trialLoop.js";
import type * as parameter from "./designs.js";
import { checkParameters, type Design } from "./designs.js";
import * as trial from "./trials.js";

// Worker threads find the trials here.
export * from "./trials.js";

function studyOf<P extends { design: Design }>(
  name: string,
  trials: number,
  trial: TrialFunction<P>,
  parameters: P,
): Study<P> {
  checkParameters(parameters);
  const stream = `04-what-transfers/${name}/${parameters.design.name}`;
  return { name: stream, trials, parameters, trial, module: import.meta.url };
}

/**
 * Test losses of five students against the number of training examples. See softeningTrial.
 *
 * @throws RangeError if design is not valid, sizes are not rising whole numbers or epsilon not in [0, 1]
 */
export function softeningStudy(
  design: Design,
  trials: number,
  {
    sizes = [10, 15, 20, 25, 30, 35, 40, 45],
    epsilon = 0.9,
  }: Partial<parameter.SofteningParameters> = {},
): Study<parameter.SofteningParameters> {
  return studyOf("softening", trials, trial.softeningTrial, { design, sizes, epsilon });
}

/**
 * The weight of the teacher from none to all, and the same with a shuffled teacher. See alphaTrial.
 *
 * @throws RangeError if design is not valid, n is not a whole number above 1 or alphas do not rise from 0 or more
 */
export function alphaStudy(
  design: Design,
  trials: number,
  { n = 20, alphas = [0, 0.1, 0.5, 1, 4, Infinity] }: Partial<parameter.AlphaParameters> = {},
): Study<parameter.AlphaParameters> {
  return studyOf("alpha", trials, trial.alphaTrial, { design, n, alphas });
}

/**
 * From true soft cross-entropy to the post's hack. See temperatureTrial.
 *
 * @throws RangeError if design is not valid, n is not a whole number above 1 or temperatures do not rise from
 * above 0
 */
export function temperatureStudy(
  design: Design,
  trials: number,
  {
    n = 20,
    temperatures = [0.5, 1, 2, 5, 10, 20, 50, 100],
  }: Partial<parameter.TemperatureParameters> = {},
): Study<parameter.TemperatureParameters> {
  return studyOf("temperature", trials, trial.temperatureTrial, { design, n, temperatures });
}

/**
 * The student behind teachers of different quality. See teacherTrial.
 *
 * @throws RangeError if design is not valid or n is not a whole number above 1
 */
export function teacherStudy(
  design: Design,
  trials: number,
  { n = 20 }: Partial<parameter.TeacherParameters> = {},
): Study<parameter.TeacherParameters> {
  return studyOf("teachers", trials, trial.teacherTrial, { design, n });
}

/**
 * Excess risk up to thousands of examples. See limitTrial.
 *
 * @throws RangeError if design is not valid or sizes are not rising whole numbers
 */
export function limitStudy(
  design: Design,
  trials: number,
  { sizes = [50, 100, 200, 500, 1000, 2000, 5000] }: Partial<parameter.LimitParameters> = {},
): Study<parameter.LimitParameters> {
  return studyOf("limit", trials, trial.limitTrial, { design, sizes });
}

/**
 * Inputs that only the teacher labels. See unlabelledTrial.
 *
 * @throws RangeError if design is not valid, n is not a whole number above 1 or extra are not rising whole
 * numbers
 */
export function unlabelledStudy(
  design: Design,
  trials: number,
  { n = 20, extra = [0, 20, 100, 500, 2000] }: Partial<parameter.UnlabelledParameters> = {},
): Study<parameter.UnlabelledParameters> {
  return studyOf("unlabelled", trials, trial.unlabelledTrial, { design, n, extra });
}
