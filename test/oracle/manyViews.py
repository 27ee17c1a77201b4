"""The many-views problem, its network and its students in NumPy: a gradient by complex steps, and mean accuracies of 20 data sets. Run: python test/oracle/manyViews.py"""
import numpy as np

from golden import write

KNEE = 0.3


def activation(z):
    """Works on complex steps, too: which branch holds is decided by the real part."""
    power = z**3 / (3 * KNEE**2)
    return np.where(z.real <= 0, 0, np.where(z.real < KNEE, power, z - 2 / 3 * KNEE))


def logits(W, X):
    """W: classes × units × dimensions, X: n × patches × dimensions."""
    return activation(np.einsum("kmd,npd->nkmp", W, X)).sum(axis=(2, 3))


def loss(W, X, Q, tau, l2):
    Z = logits(W, X) / tau
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -(tau**2) * (Q * log_p).sum(axis=1).mean() + l2 / 2 * (W**2).sum()


def complex_gradient(W, X, Q, tau, l2):
    out = np.zeros(W.size)
    for i in range(W.size):
        step = W.astype(complex)
        step.flat[i] += 1e-30j
        out[i] = loss(step, X, Q, tau, l2).imag / 1e-30
    return out


rng = np.random.default_rng(20)
cases = []
for classes, units, views, n, tau, l2 in [(3, 2, 1, 4, 1.0, 0.0), (4, 3, 2, 5, 4.0, 0.1), (5, 1, 2, 6, 2.0, 0.0)]:
    patches, dimensions = views + 2, classes * views + 4
    W = rng.normal(size=(classes, units, dimensions)) * 0.4
    X = rng.normal(size=(n, patches, dimensions)) * 0.5
    Q = rng.dirichlet(np.ones(classes), n)
    labels = rng.integers(classes, size=n)
    cases.append(dict(
        classes=classes, units=units, views=views, patches=patches, dimensions=dimensions, temperature=tau, l2=l2,
        weights=W.ravel().tolist(), inputs=X.ravel().tolist(), softTargets=Q.ravel().tolist(), labels=labels.tolist(),
        logits=logits(W, X).ravel().tolist(), loss=loss(W, X, Q, tau, l2), gradient=complex_gradient(W, X, Q, tau, l2).tolist(),
    ))

CLASSES, VIEWS, PATCHES, SPARE, UNITS = 10, 2, 4, 4, 4
DIMENSIONS = CLASSES * VIEWS + SPARE


def draw(n, single):
    X = 0.05 * rng.normal(size=(n, PATCHES, DIMENSIONS))
    y = rng.integers(CLASSES, size=n)
    shown = np.where(rng.random(n) < single, rng.integers(VIEWS, size=n), -1)
    for i in range(n):
        for v in range(VIEWS):
            strong = shown[i] in (-1, v)
            X[i, v, VIEWS * y[i] + v] += rng.uniform(0.8, 1.2) if strong else 0.1 * rng.uniform(0.5, 1.5)
        others = rng.choice([c for c in range(CLASSES) if c != y[i]], 2, replace=False)
        for k, c in enumerate(others):
            for v in range(VIEWS):
                X[i, VIEWS + k, VIEWS * c + v] += 0.4 * rng.uniform(0.3, 1)
    return X, y, shown


def softmax(Z):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    return P / P.sum(axis=1, keepdims=True)


def train(W, X, Q, tau, order):
    W = W.copy()
    for rows in order:
        x = X[rows].reshape(-1, DIMENSIONS)
        z = (x @ W.reshape(-1, DIMENSIONS).T).reshape(len(rows), PATCHES, CLASSES, UNITS)
        P = softmax(activation(z).sum(axis=(1, 3)) / tau)
        slope = np.clip(z, 0, KNEE) ** 2 / KNEE**2
        delta = slope * (tau * (P - Q[rows]) / len(rows))[:, None, :, None]
        W -= (delta.reshape(len(x), -1).T @ x).reshape(W.shape)
    return W


def luck():
    order = np.concatenate([rng.permutation(400).reshape(16, 25) for _ in range(50)])
    return 0.03 * rng.normal(size=(CLASSES, UNITS, DIMENSIONS)), order


scores = []
for _ in range(20):
    X, y, _ = draw(400, 0)
    Xt, yt, shown = draw(1000, 0.5)
    hard = np.eye(CLASSES)[y]
    start, order = luck()
    teacher = train(start, X, hard, 1, order)
    start, order = luck()
    students = [
        train(start, X, hard, 1, order),
        train(start, X, softmax(logits(teacher, X) / 4), 4, order),
        train(start, X, hard, 4, order),
    ]
    right = [logits(W, Xt).argmax(axis=1) == yt for W in students]
    scores.append([r[shown >= 0].mean() for r in right] + [r[shown < 0].mean() for r in right])
scores = np.array(scores)
gains = scores[:, 1:3] - scores[:, :1]
means = {}
for name, column in [
    ("plain", scores[:, 0]), ("self", scores[:, 1]), ("labels", scores[:, 2]), ("several", scores[:, 3]),
    ("selfGain", gains[:, 0]), ("labelsGain", gains[:, 1]),
]:
    means[name] = dict(value=column.mean(), standardError=column.std(ddof=1) / np.sqrt(len(column)))
    print(name, means[name])

write(__file__, dict(cases=cases, dataSets=len(scores), means=means))
