"""Exact enumeration over label vectors in NumPy. Run: python test/oracle/information.py

Ridge logistic regressions are fitted to all 2^n label vectors at once by damped Newton steps; equal optima are
found by rounding, a different way than the library's; entropies by scipy.stats.entropy.
"""
from itertools import product

import numpy as np
from scipy.special import expit, logit
from scipy.stats import entropy
from sklearn.model_selection import train_test_split

from golden import write


def fit(A, targets, l2):
    """targets: many × n, one fit a row; l2: one penalty a column of A. Returns many × k."""
    theta = np.zeros((len(targets), A.shape[1]))

    def value(theta):
        z = theta @ A.T
        return (np.logaddexp(0, z) - targets * z).sum(1) + (l2 * theta**2).sum(1) / 2

    for _ in range(200):
        p = expit(theta @ A.T)
        gradient = (p - targets) @ A + l2 * theta
        hessian = np.einsum("mi,ij,ik->mjk", p * (1 - p), A, A) + np.diag(l2 * np.ones(A.shape[1]))
        step = np.linalg.solve(hessian, gradient[:, :, None])[:, :, 0]
        length = np.ones(len(targets))
        for _ in range(40):
            worse = value(theta - length[:, None] * step) > value(theta) + 1e-12
            if not worse.any():
                break
            length[worse] /= 2
        theta = theta - length[:, None] * step
        if np.abs(step).max() < 1e-13 * (1 + np.abs(theta).max()):
            break
    return theta


def labels(eta):
    Y = np.array(list(product([0, 1], repeat=len(eta))), dtype=float)
    return Y, np.prod(np.where(Y == 1, eta, 1 - eta), axis=1)


def information(theta, P, digits=7):
    """H of the distinct rows, in bits."""
    scale = np.abs(theta).max() or 1.0
    _, group = np.unique(np.round(theta / scale, digits) + 0.0, axis=0, return_inverse=True)
    return entropy(np.bincount(group.ravel(), P), base=2)


def log_loss(theta, P, A, eta):
    z = theta @ A.T
    return float(P @ (np.logaddexp(0, z) - eta * z).mean(1))


def compare(teacher, teacher_l2, student, student_l2, eta):
    """I and expected loss over the design points for alpha = 0 and alpha = infinity."""
    Y, P = labels(eta)
    mu = fit(teacher, Y, teacher_l2)
    hard = fit(student, Y, student_l2)
    soft = fit(student, expit(mu @ teacher.T), student_l2)
    return dict(
        entropy=entropy(P, base=2),
        teacher=information(mu, P), hard=information(hard, P), soft=information(soft, P),
        hardLoss=log_loss(hard, P, student, eta), softLoss=log_loss(soft, P, student, eta),
    )


ones = lambda n: np.ones((n, 1))

# Claim 6: slopes of self-distillation with ridge 1 on the slope, free intercept.
x = np.array([-2, -1.2, -.5, .1, .8, 1.5, 2.1, -1.6, .4, 1.1])
y = np.array([[0, 1, 0, 1, 0, 1, 1, 0, 1, 0]], float)
A = np.c_[x, np.ones(10)]
target, shrinking = y, []
for _ in range(5):
    theta = fit(A, target, np.array([1.0, 0.0]))
    target = expit(theta @ A.T)
    shrinking.append(theta[0].tolist())

# Claim 7
x = np.array([-2.1, -1.37, -.8, -.31, .45, .92, 1.66, 2.4])
eta = expit(.3 * x)
powers = lambda v: np.c_[v / 2, (v / 2) ** 2, (v / 2) ** 3]
grid = np.linspace(-2.5, 2.5, 501)
Y, P = labels(eta)
target, rounds = Y, []
for _ in range(5):
    theta = fit(powers(x), target, .3 * np.ones(3))
    target = expit(theta @ powers(x).T)
    rounds.append(dict(bits=information(theta, P), loss=log_loss(theta, P, powers(grid), expit(.3 * grid))))
claim7 = dict(entropy=entropy(P, base=2), rounds=rounds)

# Claim 8: the post's first data set, n = 10
rng = np.random.default_rng(1234)
data_x = rng.standard_normal(10000) * 10
data_y = rng.binomial(1, .4 * np.sin(data_x) + .5)
x, *_ = train_test_split(data_x, data_y, test_size=1 - 10 / 10000, random_state=42)
eta = .5 + .4 * np.sin(x)
u = x / 10
demo = dict(x=x.tolist())
for r in [1e-6, 1e-4, 1e-2]:
    demo[str(r)] = compare(np.c_[np.sin(x), ones(10)], np.array([1, r]), np.c_[u, u**2, u**3, ones(10)], r * np.ones(4), eta)

# Claim 9
t = np.array([[1.0], [2.0]])
two = {str(e): compare(t, np.ones(1), ones(2), np.ones(1), np.full(2, e)) for e in (.5, .9)}
x = np.array([-7, -5, -3.3, -1.4, 1.7, 4.1, 6.3, 9.5])
s = np.sign(np.sin(x))
u = x / 10
eight = compare(np.c_[s, ones(8)], np.array([.01, 1]), np.c_[ones(8), u, u**2, u**3], .01 * np.ones(4), .5 + .4 * s)
eightb = compare(np.c_[s, ones(8)], np.array([1, .01]), np.c_[ones(8), u, u**2, u**3], .01 * np.ones(4), .5 + .4 * s)
# less information, worse loss: a teacher that knows nothing of x
lost = {}
for lo in (.1, .2, .3, .4, .5):
    v = np.array([[-1.0], [1.0]])
    lost[lo] = compare(ones(2), np.ones(1), v, np.ones(1), np.array([lo, 1 - lo]))
if __name__ == "__main__":
    import json, sys
    print(json.dumps(dict(shrinking=shrinking, claim7=claim7, demo=demo, two=two, eight=eight, eightb=eightb, lost=lost), indent=1))
