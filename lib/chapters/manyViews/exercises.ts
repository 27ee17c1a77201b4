import { type Exercise, numberExercise } from "../../exercises/exercise.js";
import { softmax } from "../../losses/softmax.js";

/** The temperature at which an answer to 6 is tried. */
const TAU = 3;

/** The exercises of 06-many-views. */
export const MANY_VIEWS_EXERCISES: readonly Exercise[] = [
  numberExercise(
    "06-many-views/1",
    "an example shows a known view with probability 14/20; otherwise it is right in one case of four",
    () => 0.7 + 0.3 * 0.25,
    1e-6,
    [
      [0.7, "where the view is not known, it is still right now and then"],
      [0.175, "that weighs the known views with a quarter"],
      [0.95, "the quarter counts among the unknown views only"],
    ],
  ),
  numberExercise(
    "06-many-views/2a",
    "a view is missing only if both miss it",
    () => 1 - 0.3 ** 2,
    1e-6,
    [
      [0.49, "that is the share that both know"],
      [1.4, "the views that both know count once"],
      [0.09, "that is the share that both miss"],
    ],
  ),
  numberExercise(
    "06-many-views/2b",
    "the share that all m miss is .3 to the m-th power",
    () => Math.ceil(Math.log(0.01) / Math.log(0.3)),
    1e-6,
    [
      [3, "three still miss 2.7 % of the views"],
      [Math.log(0.01) / Math.log(0.3), "networks come whole"],
    ],
  ),
  numberExercise(
    "06-many-views/3",
    "both probabilities have the same denominator: what is left of exp(z / 4) over exp(0)?",
    () => Math.exp(2 / 4),
    1e-3,
    [
      [Math.exp(2), "that is at temperature 1"],
      [0.5, "that is the difference of the logits over the temperature; take its exponential"],
      [2, "that is the difference of the logits"],
    ],
  ),
  numberExercise(
    "06-many-views/4",
    "below 0.3 the derivative of z³ goes with the square of z",
    () => (0.2 / 0.1) ** 2,
    1e-6,
    [
      [2, "that is the ratio of the weights; the derivative is not linear in them"],
      [8, "that is the ratio of the activations; a gradient step goes with their derivative"],
    ],
  ),
  numberExercise(
    "06-many-views/5",
    "the gradient of tau² H(q, softmax(z / tau)) is tau (softmax(z / tau) - q), and 1 - p of the label is 9 / (9 + exp(z / tau))",
    () => (4 * (9 / (9 + Math.exp(10 / 4)))) / (9 / (9 + Math.exp(10))),
    1,
    [
      [9 / (9 + Math.exp(10 / 4)) / (9 / (9 + Math.exp(10))), "the factor tau is missing"],
      [4, "that is the factor tau alone; the probabilities differ, too"],
    ],
  ),
  {
    id: "06-many-views/6",
    hint: "with u = z / tau the chain rule brings one factor 1 / tau; what is left of tau squared?",
    slips: [
      {
        is: (answer) => typeof answer !== "function",
        hint: "the answer is the function itself, without quotes: pull",
      },
      ...(
        [
          [1, 1, "that is still the cell as it was"],
          [TAU, 1, "the temperature divides the logits; the loss has a factor, too"],
          [TAU, TAU ** 2, "the derivative of z / tau in z is not 1"],
          [1, TAU, "the factor is there; the temperature divides the logits as well"],
        ] as const
      ).map(([temperature, factor, hint]) => ({
        is: (answer: unknown) => isPull(answer, temperature, factor),
        hint,
      })),
    ],
    isRight: (answer) => isPull(answer, TAU, TAU),
  },
];

/** Whether a reader's function is factor · (softmax(z / temperature) - q) at tau = 3, on numbers that no cell shows. */
function isPull(answer: unknown, temperature: number, factor: number): boolean {
  const [z, q] = [
    [1, 0.5, -2],
    [0.2, 0.5, 0.3],
  ];
  const found = (answer as (...of: unknown[]) => ArrayLike<number>)(z, q, TAU);
  const wanted = softmax(z, { temperature }).map((p, k) => factor * (p - q[k]));
  return found.length === 3 && wanted.every((value, k) => Math.abs(found[k] - value) < 1e-6);
}
