import { meanAndStandardError, plusMinus } from "../../statistics/estimate.js";
import type { Row } from "../../statistics/row.js";
import { knownViews } from "./knownViews.js";
import type { PatchNetwork } from "./patchNetwork.js";
import { patchTargets } from "./students.js";
import type { ViewData } from "./viewData.js";

/** Bounds between what is not shown (noise), shown faintly, and shown more strongly: the usual problem has 0.12 to 0.4. */
const FAINT = 0.12;
const STRONG = 0.26;

/**
 * What a teacher's soft labels say about classes that are not the label, traced to views: the mean probability of such a class where one of its views is shown
 * faintly, and where it is shown more strongly, apart for views that the teacher knows and views that it does not.
 *
 * @param temperature of the soft labels
 * @throws RangeError if teacher or data is not valid, or temperature is not above 0
 */
export function softLabelRows(
  teacher: PatchNetwork,
  data: ViewData,
  { temperature = 1 } = {},
): Row[] {
  const q = patchTargets(teacher, data, { temperature });
  const { classes, views, labels } = data;
  const known = knownViews(teacher, views);
  const rows = ["knows", "misses"].map((name) => ({
    name,
    faint: [] as number[],
    strong: [] as number[],
  }));
  for (let i = 0; i < labels.length; i++) {
    for (let view = 0; view < classes * views; view++) {
      const c = Math.floor(view / views);
      const strength = largest(data, i, view);
      if (c === labels[i] || strength < FAINT) continue;
      const row = rows[known[view] ? 0 : 1];
      (strength < STRONG ? row.faint : row.strong).push(q[i * classes + c]);
    }
  }
  return rows
    .filter(({ faint, strong }) => faint.length > 1 && strong.length > 1)
    .map(({ name, faint, strong }) => ({
      "a view that the teacher": name,
      "shown faintly": plusMinus(meanAndStandardError(faint), 4),
      "shown more strongly": plusMinus(meanAndStandardError(strong), 4),
      times: faint.length + strong.length,
    }));
}

/** How strongly the patch of an example that shows a view most shows it. */
function largest({ inputs, patches, dimensions }: ViewData, i: number, view: number): number {
  let most = 0;
  for (let p = 0; p < patches; p++) {
    most = Math.max(most, inputs[(i * patches + p) * dimensions + view]);
  }
  return most;
}
