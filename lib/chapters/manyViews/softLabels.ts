import { meanAndStandardError, plusMinus } from "../../statistics/estimate.js";
import type { Row } from "../../statistics/row.js";
import { knownViews } from "./knownViews.js";
import type { PatchNetwork } from "./patchNetwork.js";
import { patchTargets } from "./students.js";
import type { ViewData } from "./viewData.js";

/** A view of another class counts as shown from this strength on: far above the noise. */
const SEEN = 0.2;

/**
 * What a teacher's soft labels say about classes that are not the label, traced to views: the mean probability of a class that an example does not show, and of
 * one that it shows weakly, by how many of that class's views the teacher knows.
 *
 * @throws RangeError or TypeError if teacher or data is not valid, or temperature is not above 0
 */
export function softLabelRows(
  teacher: PatchNetwork,
  data: ViewData,
  { temperature = 1 } = {},
): Row[] {
  const q = patchTargets(teacher, data, { temperature });
  const { classes, views, patches, dimensions, inputs, labels } = data;
  const known = knownViews(teacher, views);
  const groups = new Map<string, number[]>([["not shown", []]]);
  for (let k = 0; k <= views; k++) groups.set(`shown, ${k} of its views known`, []);
  for (let i = 0; i < labels.length; i++) {
    for (let c = 0; c < classes; c++) {
      if (c === labels[i]) continue;
      const strengths = Array.from({ length: views }, (_, v) => {
        let most = 0;
        for (let p = 0; p < patches; p++) {
          most = Math.max(most, inputs[(i * patches + p) * dimensions + c * views + v]);
        }
        return most;
      });
      const shown = strengths.every((strength) => strength > SEEN);
      if (!shown && strengths.some((strength) => strength > SEEN)) continue;
      const count = known.subarray(c * views, (c + 1) * views).reduce((sum, k) => sum + k, 0);
      groups
        .get(shown ? `shown, ${count} of its views known` : "not shown")
        ?.push(q[i * classes + c]);
    }
  }
  return [...groups]
    .filter(([, probabilities]) => probabilities.length > 1)
    .map(([group, probabilities]) => ({
      "another class": group,
      "mean probability": plusMinus(meanAndStandardError(probabilities), 4),
      times: probabilities.length,
    }));
}
