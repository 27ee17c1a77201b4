/** The losses of some logits on either label, nats. */
export interface LossesByLabel {
  /** log(1 + exp(-z)). */
  ofOne: Float64Array;
  /** log(1 + exp(z)). */
  ofZero: Float64Array;
}

/**
 * What each label costs at each logit: the softplus of both signs, with one exponential and one logarithm for the two.
 *
 * @param logits n finite numbers
 * @example lossesByLabel(Float64Array.of(0)).ofOne // Float64Array [ 0.6931471805599453 ]
 */
export function lossesByLabel(logits: Float64Array): LossesByLabel {
  const ofOne = new Float64Array(logits.length);
  const ofZero = new Float64Array(logits.length);
  for (let i = 0; i < logits.length; i++) {
    const z = logits[i];
    const tail = Math.log1p(Math.exp(-Math.abs(z)));
    ofOne[i] = Math.max(-z, 0) + tail;
    ofZero[i] = Math.max(z, 0) + tail;
  }
  return { ofOne, ofZero };
}

/**
 * The mean cross-entropy to soft labels, nats.
 *
 * @param labels n probabilities of label 1
 */
export function meanCrossEntropy(
  labels: ArrayLike<number>,
  { ofOne, ofZero }: LossesByLabel,
): number {
  let sum = 0;
  for (let i = 0; i < ofOne.length; i++) {
    sum += labels[i] * ofOne[i] + (1 - labels[i]) * ofZero[i];
  }
  return sum / ofOne.length;
}
