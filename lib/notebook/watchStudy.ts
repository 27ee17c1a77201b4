import { runStudy, type Study, type StudyOptions } from "../studies/study.js";
import type { StudyResult } from "../studies/trialLoop.js";

import { withProgress } from "./progress.js";

/**
 * Runs a study in the notebook under a progress bar. Interrupting the kernel stops its workers.
 *
 * @param options.workers as in runStudy
 * @throws as runStudy does; Error if the reader has interrupted the kernel, or outside a tslab kernel
 */
export async function watchStudy<P>(
  study: Study<P>,
  options: Pick<StudyOptions, "workers"> = {},
): Promise<StudyResult> {
  return withProgress(`trials of ${study.name}`, (onProgress) =>
    runStudy(study, { ...options, onProgress }),
  );
}
