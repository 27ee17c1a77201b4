import type { TrainingOptions } from "../../models/trainNetwork.js";

/** How a worker thread makes one of the library's models anew: plain data, where the model itself has functions. */
export type Recipe =
  | { model: "softmax"; options: { l2: number } }
  | { model: "network"; options: TrainingOptions }
  | { model: "kernelRidge"; options: { bandwidth: number; l2: number } };

const recipes = new WeakMap<object, Recipe>();

/** Notes how a model was made, and freezes it: a changed copy is a reader's own and has no recipe. */
export function withRecipe<T extends object>(model: T, recipe: Recipe): T {
  recipes.set(Object.freeze(model), recipe);
  return model;
}

export const recipeOf = (model: object): Recipe | undefined => recipes.get(model);
