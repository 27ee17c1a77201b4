import { MAX_TEMPERATURE } from "../../losses/domains.js";
import type { Study } from "../../studies/study.js";
import type { TrialFunction } from "../../studies/trialLoop.js";
import { checkNotEmpty, checkValues } from "../../validate/checks.js";
import { type AlphaParameters, alphaTrial } from "./alphaSweepTrial.js";
import { checkDesignSettings, type Design } from "./designs.js";
import { type LimitParameters, limitTrial } from "./limitTrial.js";
import { type SofteningParameters, softeningTrial } from "./softeningTrial.js";
import { type TeacherParameters, teacherTrial } from "./teacherTrial.js";
import { type TemperatureParameters, temperatureTrial } from "./temperatureTrial.js";
import { type UnlabelledParameters, unlabelledTrial } from "./unlabelledTrial.js";

// Worker threads find the trials here.
export { alphaTrial, limitTrial, softeningTrial, teacherTrial, temperatureTrial, unlabelledTrial };

/** The lists among the parameters with their largest values. */
const LISTS: Record<string, number> = {
  sizes: Number.MAX_VALUE,
  alphas: Infinity,
  temperatures: MAX_TEMPERATURE,
  extra: Number.MAX_VALUE,
};

/** @throws RangeError or TypeError where design is none or a list of settings is empty; the trials look at the rest. */
function studyOf<P extends { design: Design }>(
  name: string,
  trials: number,
  trial: TrialFunction<P>,
  parameters: P,
): Study<P> {
  checkDesignSettings(parameters.design);
  for (const [key, value] of Object.entries<unknown>(parameters)) {
    if (!(key in LISTS)) continue;
    checkNotEmpty(key, value as number[]);
    checkValues(key, value as number[], 0, LISTS[key]);
  }
  const stream = `04-what-transfers/${name}/${parameters.design.name}`;
  return { name: stream, trials, parameters, trial, module: import.meta.url };
}

/** Test losses of the five students against the number of training examples. See softeningTrial. */
export function softeningStudy(
  design: Design,
  trials: number,
  { sizes = [10, 15, 20, 25, 30, 35, 40, 45], epsilon = 0.9 }: Partial<SofteningParameters> = {},
): Study<SofteningParameters> {
  return studyOf("softening", trials, softeningTrial, { design, sizes, epsilon });
}

/** The weight of the teacher from none to all, and the same with a shuffled teacher. See alphaTrial. */
export function alphaStudy(
  design: Design,
  trials: number,
  { n = 20, alphas = [0, 0.1, 0.5, 1, 4, Infinity] }: Partial<AlphaParameters> = {},
): Study<AlphaParameters> {
  return studyOf("alpha", trials, alphaTrial, { design, n, alphas });
}

/** From true soft cross-entropy to the post's hack. See temperatureTrial. */
export function temperatureStudy(
  design: Design,
  trials: number,
  { n = 20, temperatures = [0.5, 1, 2, 5, 10, 20, 50, 100] }: Partial<TemperatureParameters> = {},
): Study<TemperatureParameters> {
  return studyOf("temperature", trials, temperatureTrial, { design, n, temperatures });
}

/** The student behind teachers of different quality. See teacherTrial. */
export function teacherStudy(
  design: Design,
  trials: number,
  { n = 20 }: Partial<TeacherParameters> = {},
): Study<TeacherParameters> {
  return studyOf("teachers", trials, teacherTrial, { design, n });
}

/** Excess risk up to thousands of examples. See limitTrial. */
export function limitStudy(
  design: Design,
  trials: number,
  { sizes = [50, 100, 200, 500, 1000, 2000, 5000] }: Partial<LimitParameters> = {},
): Study<LimitParameters> {
  return studyOf("limit", trials, limitTrial, { design, sizes });
}

/** Inputs that only the teacher labels. See unlabelledTrial. */
export function unlabelledStudy(
  design: Design,
  trials: number,
  { n = 20, extra = [0, 20, 100, 500, 2000] }: Partial<UnlabelledParameters> = {},
): Study<UnlabelledParameters> {
  return studyOf("unlabelled", trials, unlabelledTrial, { design, n, extra });
}
