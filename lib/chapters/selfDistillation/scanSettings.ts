import { mean } from "d3-array";
import { checkInteger, checkNotEmpty } from "../../validate/checks.js";
import { type ClassroomOptions, type LearnOptions, openClassroom } from "./classroom.js";
import { digitExam, type Score } from "./digitExam.js";

/**
 * Mean scores on the validation digits of plain networks, one setting after another: how the settings of the studies
 * were chosen, without a look at the test digits.
 *
 * @param settings what to change from TRAINING, at least one
 * @param options.seeds networks a setting, the same training sets and starts for all of them
 * @throws RangeError where an option is out of its range, Error where the digits cannot be read
 * @example (await scanSettings([{ l2: 0 }, { l2: 0.003 }], { examples: 2000, noise: 0.3, seeds: 4 }))[1].errorRate // about 12
 */
export async function scanSettings(
  settings: readonly LearnOptions[],
  {
    seeds,
    ...options
  }: Pick<ClassroomOptions, "examples" | "noise" | "onNetwork" | "effort"> & { seeds: number },
): Promise<Score[]> {
  checkNotEmpty("settings", settings as unknown as ArrayLike<number>);
  checkInteger("seeds", seeds, 1);
  const exam = digitExam("validation");
  const scores: Score[][] = settings.map(() => []);
  for (let seed = 0; seed < seeds; seed++) {
    const classroom = openClassroom("settings", seed, { ...options, exam });
    for (const [k, setting] of settings.entries()) {
      scores[k].push(classroom.grade(await classroom.learn("plain", classroom.targets, setting)));
    }
  }
  const average = (list: Score[], measure: keyof Score) => mean(list, (s) => s[measure]) as number;
  return scores.map((list) => ({
    errorRate: average(list, "errorRate"),
    logLoss: average(list, "logLoss"),
    calibratedLogLoss: average(list, "calibratedLogLoss"),
  }));
}
