"""Trains the network of notebook 05, 196-32-10 on 2000 digits in 800 Adam steps of 50, with scikit-learn or JAX.

Argument: a file of doubles, 2000 × 196 inputs and 2000 labels, then 4000 × 196 and 4000 held-out ones. Each line on
stdin, `sklearn` or `jax`, trains one network; the answer is its seconds, the processor's seconds and the error rate.
"""
import json
import sys
import time
import warnings

import numpy as np
import sklearn
from sklearn.neural_network import MLPClassifier

warnings.filterwarnings("ignore")
versions = {"numpy": np.__version__, "scikit-learn": sklearn.__version__}
try:
    import jax
    import jax.numpy as jnp

    versions["jax"] = jax.__version__
except ImportError:
    jax = None

PIXELS, HIDDEN, CLASSES, BATCH, EPOCHS, RATE = 196, 32, 10, 50, 20, 0.01
values = np.fromfile(sys.argv[1])
n = 2000
ends = np.cumsum([n * PIXELS, n, 2 * n * PIXELS, 2 * n])
X, y, X_test, y_test = np.split(values, ends)[:4]
X, X_test = X.reshape(-1, PIXELS), X_test.reshape(-1, PIXELS)


def train_sklearn(seed):
    model = MLPClassifier(
        (HIDDEN,), batch_size=BATCH, learning_rate_init=RATE, max_iter=EPOCHS, alpha=0, tol=0,
        n_iter_no_change=EPOCHS + 1, random_state=seed,
    ).fit(X, y)
    return lambda: model.predict(X_test)


def jax_training():
    """The whole training as one compiled program, in single precision."""
    x, targets = jnp.asarray(X, jnp.float32), jnp.eye(CLASSES, dtype=jnp.float32)[y.astype(int)]
    steps = EPOCHS * (n // BATCH)

    def logits(p, inputs):
        return jax.nn.relu(inputs @ p[0] + p[1]) @ p[2] + p[3]

    def loss(p, inputs, q):
        return -(q * jax.nn.log_softmax(logits(p, inputs))).sum(1).mean()

    @jax.jit
    def train(p, key):
        orders = jnp.stack([jax.random.permutation(k, n) for k in jax.random.split(key, EPOCHS)])
        batches = orders.reshape(steps, BATCH)

        def step(s, state):
            p, m, v = state
            g = jax.grad(loss)(p, x[batches[s]], targets[batches[s]])
            m = [0.9 * a + 0.1 * b for a, b in zip(m, g)]
            v = [0.999 * a + 0.001 * b * b for a, b in zip(v, g)]
            t, rate = s + 1.0, RATE * (1 - s / steps)
            mean = [a / (1 - 0.9**t) for a in m]
            spread = [jnp.sqrt(b / (1 - 0.999**t)) + 1e-8 for b in v]
            return [q - rate * a / b for q, a, b in zip(p, mean, spread)], m, v

        zeros = [jnp.zeros_like(q) for q in p]
        return jax.lax.fori_loop(0, steps, step, (p, zeros, zeros))[0]

    def run(seed):
        rng = np.random.default_rng(seed)
        shapes = [(PIXELS, HIDDEN), (HIDDEN,), (HIDDEN, CLASSES), (CLASSES,)]
        start = [
            jnp.asarray(rng.normal(size=shape) * np.sqrt(2 / shape[0]) * (len(shape) > 1), jnp.float32)
            for shape in shapes
        ]
        p = jax.block_until_ready(train(start, jax.random.PRNGKey(seed)))
        return lambda: np.asarray(logits(p, jnp.asarray(X_test, jnp.float32))).argmax(1)

    return run


kinds = {"sklearn": train_sklearn}
if jax:
    kinds["jax"] = jax_training()
print(json.dumps(versions), flush=True)
for seed, line in enumerate(sys.stdin):
    train = kinds[line.strip()]
    start, busy = time.perf_counter(), time.process_time()
    predict = train(seed)
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    error = 100 * float(np.mean(predict() != y_test))
    print(json.dumps({"seconds": seconds, "busy": busy, "error": error}), flush=True)
