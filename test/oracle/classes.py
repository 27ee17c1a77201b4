"""Losses of d classes, their gradients and softmax regressions, by SciPy and scikit-learn.

Run: python test/oracle/classes.py
"""
import numpy as np
from scipy.optimize import minimize
from scipy.special import log_softmax, logsumexp, rel_entr, softmax
from sklearn.linear_model import LogisticRegression

from golden import write

rng = np.random.default_rng(4)


def combined(z, label, teacher, alpha):
    log_s = log_softmax(z)
    return -log_s[label] - alpha * (teacher @ log_s)


def combined_gradient(z, label, teacher, alpha):
    return (1 + alpha) * softmax(z) - np.eye(len(z))[label] - alpha * teacher


def distillation(z, t, temperature):
    return temperature**2 * -(softmax(t / temperature) @ log_softmax(z / temperature))


def distillation_gradient(z, t, temperature):
    return temperature * (softmax(z / temperature) - softmax(t / temperature))


losses = []
for d, scale, alpha, temperature in [(2, 1, 0.5, 1), (3, 3, 1, 2), (5, 10, 4, 5), (10, 1, 0.01, 0.5), (7, 100, 20, 30)]:
    z, t = rng.normal(size=(2, d)) * scale
    label = int(rng.integers(d))
    p, s = softmax(t), softmax(z)
    losses.append(dict(
        logits=z.tolist(), teacherLogits=t.tolist(), label=label, alpha=alpha, temperature=temperature,
        logSumExp=logsumexp(z), logSoftmax=log_softmax(z).tolist(),
        softmax=softmax(z / temperature).tolist(), teacher=p.tolist(),
        nll=-log_softmax(z)[label], crossEntropy=-(p @ log_softmax(z)),
        kl=rel_entr(p, s).sum(), reverseKl=rel_entr(s, p).sum(),
        combined=combined(z, label, p, alpha), combinedGradient=combined_gradient(z, label, p, alpha).tolist(),
        distillation=distillation(z, t, temperature),
        distillationGradient=distillation_gradient(z, t, temperature).tolist(),
    ))


def objective(theta, X, T, w, l2):
    A, d = np.c_[X, np.ones(len(X))], T.shape[1]
    W = theta.reshape(d, -1)
    log_s = log_softmax(A @ W.T, axis=1)
    return -(w @ (T * log_s).sum(1)) + (W[:, :-1] ** 2 @ l2).sum() / 2


def derivatives(theta, X, T, w, l2):
    A, d = np.c_[X, np.ones(len(X))], T.shape[1]
    W = theta.reshape(d, -1)
    P = softmax(A @ W.T, axis=1)
    penalty = np.r_[l2, 0]
    gradient = ((P - T) * w[:, None]).T @ A + W * penalty
    H = np.diag(np.tile(penalty, d))
    for a, p, weight in zip(A, P, w):
        H += weight * np.kron(np.diag(p) - np.outer(p, p), np.outer(a, a))
    return gradient.ravel(), H


def fit(X, T, w, l2):
    """SciPy's BFGS, then Newton steps with the pseudo-inverse, which leaves out the direction no loss sees."""
    theta = np.zeros(T.shape[1] * (X.shape[1] + 1))
    theta = minimize(objective, theta, (X, T, w, l2), jac=lambda *a: derivatives(*a)[0], method="BFGS").x
    for _ in range(10):
        g, H = derivatives(theta, X, T, w, l2)
        theta = theta - np.linalg.pinv(H, rcond=1e-12, hermitian=True) @ g
    return theta.reshape(T.shape[1], -1) - theta.reshape(T.shape[1], -1).mean(0)


fits = []
for n, features, d, soft, penalty in [(30, 2, 3, True, 0.3), (40, 3, 4, False, 1.0), (50, 1, 2, True, 0.5), (60, 2, 3, True, 0.0)]:
    X = rng.normal(size=(n, features)) * np.array([1, 10, 0.1])[:features]
    T = rng.dirichlet(np.ones(d), n) if soft else np.eye(d)[rng.integers(d, size=n)]
    w = rng.random(n) + 0.5
    l2 = penalty * (rng.random(features) + 0.5)
    theta = fit(X, T, w, l2)
    fits.append(dict(
        X=X.tolist(), T=T.tolist(), w=w.tolist(), l2=l2.tolist(),
        weights=theta[:, :-1].tolist(), intercepts=theta[:, -1].tolist(),
        objective=objective(theta.ravel(), X, T, w, l2),
    ))

X = rng.normal(size=(60, 2))
y = np.array([rng.choice(3, p=softmax([a, b, -a])) for a, b in X])
# Its Newton and lbfgs solvers stop at a gradient of 1e-8; this one goes down to rounding.
model = LogisticRegression(C=0.5, multi_class="multinomial", solver="sag", tol=1e-15, max_iter=100000, random_state=0)
model.fit(X, y)
sklearn_case = dict(
    X=X.tolist(), y=y.tolist(), l2=2.0, weights=model.coef_.tolist(), intercepts=model.intercept_.tolist(),
    probabilities=model.predict_proba(X[:5]).tolist(),
)

write(__file__, dict(losses=losses, fits=fits, sklearn=sklearn_case))
