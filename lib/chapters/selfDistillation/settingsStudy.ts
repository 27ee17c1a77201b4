import type { SeededStream } from "../../random/seededStream.js";
import type { Study } from "../../studies/study.js";
import { checkInteger, checkNotEmpty } from "../../validate/checks.js";
import { digitColumns } from "./compareArms.js";
import {
  checkDigitTrialOptions,
  createDigitTrial,
  type DigitTrainingOptions,
  type DigitTrialOptions,
} from "./digitTrial.js";

type Options = Pick<DigitTrialOptions, "examples" | "noise" | "epochFraction">;
type Parameters = Options & { settings: readonly DigitTrainingOptions[] };

/** One network on labels for each setting, on the same training set and from the same start, scored on the validation digits. */
export function settingsTrial({ settings, ...options }: Parameters, stream: SeededStream) {
  const trial = createDigitTrial(stream, { ...options, part: "validation" });
  const scores = settings.map((setting) =>
    trial.evaluate(trial.train("network", trial.targets, setting)),
  );
  return digitColumns(Object.fromEntries(scores.map((score, k) => [`setting ${k}`, score])));
}

/**
 * Scores of networks on labels on the validation digits, one setting after another: how the settings of the studies were
 * chosen, without a look at the test digits. Its arms are "setting 0", "setting 1", and so on.
 *
 * @param settings what to change from DIGIT_TRAINING, at least one
 * @param trials training sets
 * @throws RangeError if settings is empty or an option is out of its range
 * @example settingsStudy([{ l2: 0 }, { l2: 0.003 }], 4, { examples: 2000, noise: 0.3 }).trials // 4
 */
export function settingsStudy(
  settings: readonly DigitTrainingOptions[],
  trials: number,
  options: Options,
): Study<Parameters> {
  checkNotEmpty("settings", settings);
  checkInteger("trials", trials, 1);
  checkDigitTrialOptions(options);
  return {
    name: "self-distillation/settings",
    trials,
    parameters: { ...options, settings },
    trial: settingsTrial,
    module: import.meta.url,
  };
}
