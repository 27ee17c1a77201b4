"""Exact enumeration over label vectors in NumPy. Run: python test/oracle/information.py

Ridge logistic regressions are fitted to all 2^n label vectors at once by damped Newton steps; equal optima are
found by rounding, a different way than the library's; entropies by scipy.stats.entropy.
"""
from itertools import product

import numpy as np
from scipy.optimize import brentq
from scipy.special import expit
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


def mixed(hard, soft, alpha):
    """The mixed label, and what the ridge on the combined loss is multiplied by when that loss is divided by 1 + alpha."""
    return (hard + alpha * soft) / (1 + alpha), 1 / (1 + alpha)


def compare(teacher, teacher_l2, student, student_l2, eta):
    """I in bits and expected loss in nats over the design points, for alpha = 0, 1 and infinity."""
    Y, P = labels(eta)
    mu = fit(teacher, Y, teacher_l2)
    T = expit(mu @ teacher.T)
    on_labels = fit(student, Y, student_l2)
    soft = fit(student, T, student_l2)
    targets, _ = mixed(Y, T, 1)
    return dict(
        labelEntropy=entropy(P, base=2), teacher=information(mu, P),
        student=information(on_labels, P), distilled=information(soft, P),
        mixed=information(fit(student, targets, student_l2), P),
        studentLoss=log_loss(on_labels, P, student, eta), distilledLoss=log_loss(soft, P, student, eta),
    )


ones = lambda n: np.ones((n, 1))
powers = lambda v: np.c_[v / 2, (v / 2) ** 2, (v / 2) ** 3]

# Claim 6: constant and slope over rounds of self-distillation, ridge 1 on the slope.
x = np.array([-2, -1.2, -.5, .1, .8, 1.5, 2.1, -1.6, .4, 1.1])
y = np.array([[0, 1, 0, 1, 0, 1, 1, 0, 1, 0]], float)
line = np.c_[np.ones(10), x]
target, shrinking = y, []
for _ in range(5):
    theta = fit(line, target, np.array([0.0, 1.0]))
    target = expit(theta @ line.T)
    shrinking.append(theta[0].tolist())
unpenalised = fit(line, y, np.zeros(2))[0].tolist()


def slopes(alpha, penalty_on, rounds=5):
    """Slopes of rounds on labels and teacher: ridge 1 on the cross-entropy to the mixed label, or on the combined loss."""
    theta = fit(line, y, np.array([0.0, 1.0]))
    found = [theta[0, 1]]
    while len(found) < rounds:
        targets, scale = mixed(y, expit(theta @ line.T), alpha)
        theta = fit(line, targets, np.array([0.0, scale if penalty_on == "combined" else 1.0]))
        found.append(theta[0, 1])
    return dict(alpha=alpha, penaltyOn=penalty_on, slopes=found)


finite_alpha = [slopes(alpha, on) for alpha in [0.25, 1, 4] for on in ["mixed", "combined"]]

# Claim 7: information and expected test loss over rounds.
x = np.array([-2.1, -1.37, -.8, -.31, .45, .92, 1.66, 2.4])
grid = np.linspace(-2.5, 2.5, 501)
target, P = labels(expit(.3 * x))
rounds = []
for _ in range(5):
    theta = fit(powers(x), target, .3 * np.ones(3))
    target = expit(theta @ powers(x).T)
    rounds.append(dict(bits=information(theta, P), loss=log_loss(theta, P, powers(grid), expit(.3 * grid))))

single = []
for r in [.3, 3, 7, 15]:
    theta = fit(powers(x), labels(expit(.3 * x))[0], r * np.ones(3))
    single.append(dict(l2=r, loss=log_loss(theta, P, powers(grid), expit(.3 * grid))))

# Claim 8: the post's first data set, n = 10.
rng = np.random.default_rng(1234)
data_x = rng.standard_normal(10000) * 10
data_y = rng.binomial(1, .4 * np.sin(data_x) + .5)
x, *_ = train_test_split(data_x, data_y, test_size=1 - 10 / 10000, random_state=42)
u = x / 10
demo = [
    dict(ridge=r, **compare(np.c_[ones(10), np.sin(x)], np.array([r, 1]), np.c_[ones(10), u, u**2, u**3],
                            r * np.ones(4), .5 + .4 * np.sin(x)))
    for r in [1e-6, 1e-4, 1e-2]
]

# Claim 9, and the fourth combination: a teacher that knows nothing of x.
t = np.array([[1.0], [2.0]])
two_points = lambda eta: compare(t, np.ones(1), ones(2), np.ones(1), np.full(2, eta))
x = np.array([-7, -5, -3.3, -1.4, 1.7, 4.1, 6.3, 9.5])
s = np.sign(np.sin(x))
u = x / 10
named = [
    two_points(.5), two_points(.9),
    compare(np.c_[ones(8), s], np.array([.01, 1]), np.c_[ones(8), u, u**2, u**3], .01 * np.ones(4), .5 + .4 * s),
    compare(ones(2), np.ones(1), np.array([[-1.0], [1.0]]), np.ones(1), np.array([.1, .9])),
]

# What of the sign teacher's student is left at several alphas when its parameters are rounded to multiples of .1.
Y, P = labels(.5 + .4 * s)
mu = fit(np.c_[ones(8), s], Y, np.array([.01, 1]))
T = expit(mu @ np.c_[ones(8), s].T)
rounded = []
for alpha in [0, 1, 100, 10000]:
    theta = fit(np.c_[ones(8), u, u**2, u**3], mixed(Y, T, alpha)[0], .01 * np.ones(4))
    _, group = np.unique(np.round(theta / .1) + 0.0, axis=0, return_inverse=True)
    rounded.append(dict(alpha=alpha, bits=entropy(np.bincount(group.ravel(), P), base=2)))

difference = lambda eta: two_points(eta)["distilledLoss"] - two_points(eta)["studentLoss"]
crossing = brentq(difference, .5, .9, xtol=1e-10)

# Random problems on a lattice, features written out.
rng = np.random.default_rng(11)
random = []
for _ in range(12):
    n = rng.integers(3, 7)
    x = rng.integers(-2, 3, n)
    menu = np.c_[np.ones(n), x, x**2, np.abs(x), np.sign(x), x == 1, x == 2].astype(float)
    eta = rng.uniform(.05, .95, 5)[x + 2]
    A = menu[:, rng.permutation(7)[:rng.integers(1, 4)]]
    B = menu[:, rng.permutation(7)[:rng.integers(1, 4)]]
    random.append(dict(eta=eta.tolist(), A=A.tolist(), B=B.tolist(),
                       expected=compare(A, .5 * np.ones(A.shape[1]), B, .5 * np.ones(B.shape[1]), eta)))

# Students on labels and teacher at several alphas.
X = rng.normal(size=(7, 2))
y, T, l2 = (rng.random((1, 7)) < .5).astype(float), rng.random((1, 7)), np.array([.2, .7])
students = dict(X=X.tolist(), y=y[0].tolist(), T=T[0].tolist(), l2=l2.tolist(), infinity=fit(X, T, l2)[0].tolist())
for alpha in [0, .5, 4]:
    targets, scale = mixed(y, T, alpha)
    students[str(alpha)] = fit(X, targets, scale * l2)[0].tolist()

p = rng.random((3, 4))
p /= p.sum()
joint = dict(p=p.tolist(), nats=float(entropy(p.ravel(), np.outer(p.sum(1), p.sum(0)).ravel())))

write(__file__, dict(
    shrinking=shrinking, unpenalised=unpenalised, finiteAlpha=finite_alpha, rounds=rounds, single=single, demo=demo, named=named, rounded=rounded, crossing=crossing,
    random=random, students=students, joint=joint,
))
