import { DPI_EXERCISES } from "../chapters/dpi/exercises.js";
import { LINEAR_DEMO_EXERCISES } from "../chapters/linearDemo/exercises.js";
import { MANY_VIEWS_EXERCISES } from "../chapters/manyViews/exercises.js";
import { SELF_DISTILLATION_EXERCISES } from "../chapters/selfDistillation/exercises.js";
import { SETUP_EXERCISES } from "../chapters/setup/exercises.js";
import { VARIANCE_REDUCTION_EXERCISES } from "../chapters/varianceReduction/exercises.js";
import { WHAT_TRANSFERS_EXERCISES } from "../chapters/whatTransfers/exercises.js";
import { YOUR_OWN_EXERCISES } from "../chapters/yourOwn/exercises.js";
import type { Exercise } from "../exercises/exercise.js";
import { formatValue } from "../validate/checks.js";

/** Every exercise of the collection, one list a notebook. */
export const EXERCISES: readonly Exercise[] = [
  ...SETUP_EXERCISES,
  ...DPI_EXERCISES,
  ...VARIANCE_REDUCTION_EXERCISES,
  ...LINEAR_DEMO_EXERCISES,
  ...WHAT_TRANSFERS_EXERCISES,
  ...SELF_DISTILLATION_EXERCISES,
  ...MANY_VIEWS_EXERCISES,
  ...YOUR_OWN_EXERCISES,
];

/**
 * The exercise with this id.
 *
 * @throws RangeError if there is no such exercise, naming those of the same notebook
 */
export function findExercise(id: string): Exercise {
  const found = EXERCISES.find((exercise) => exercise.id === id);
  if (found) return found;
  const notebook = String(id).split("/")[0];
  const near = EXERCISES.map((exercise) => exercise.id).filter((other) =>
    other.startsWith(notebook),
  );
  throw new RangeError(
    `id must name an exercise${near.length ? ` (${near.join(", ")})` : ""}, got ${formatValue(id)}`,
  );
}
