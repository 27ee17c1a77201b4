"""One trial of the control on the narrow design: fits by SciPy, losses by adaptive quadrature. Run: python test/oracle/transferTrial.py"""
import numpy as np
from scipy.integrate import quad
from scipy.optimize import minimize, root
from scipy.special import expit

from golden import write

SCALE, L2 = 2.0, 0.01
rng = np.random.default_rng(45)
x = rng.normal(scale=SCALE, size=45)
y = (rng.random(45) < 0.5 + 0.4 * np.sin(x)).astype(int)
order = rng.permutation(45)


def logistic(X, targets, l2):
    """Weights and a free intercept, ridge on the weights: the zero of the gradient."""
    def objective(theta):
        z = X @ theta[:-1] + theta[-1]
        return (np.logaddexp(0, z) - targets * z).sum() + l2 / 2 * theta[:-1] @ theta[:-1]

    def gradient(theta):
        r = expit(X @ theta[:-1] + theta[-1]) - targets
        return np.r_[X.T @ r + l2 * theta[:-1], r.sum()]

    start = minimize(objective, np.zeros(X.shape[1] + 1), jac=gradient, method="BFGS").x
    return root(gradient, start, tol=1e-13).x


def cubic(v):
    return np.stack([(v / SCALE) ** k for k in (1, 2, 3)], axis=-1)


def loss(theta):
    """Expected log-loss under x ~ N(0, 2²), over pieces that each hold little of the student's bends."""
    def integrand(v):
        z = cubic(np.array(v)) @ theta[:-1] + theta[-1]
        eta = 0.5 + 0.4 * np.sin(v)
        return (np.logaddexp(0, z) - eta * z) * np.exp(-((v / SCALE) ** 2) / 2) / (SCALE * np.sqrt(2 * np.pi))
    edges = np.linspace(-8 * SCALE, 8 * SCALE, 161)
    return sum(quad(integrand, a, b, epsabs=1e-13)[0] for a, b in zip(edges, edges[1:]))


sine = np.sin(x)[:, None]
teacher = logistic(sine, y, 1.0)
logits = sine @ teacher[:-1] + teacher[-1]
T = expit(logits)
columns = np.c_[cubic(x), np.ones(45)]
students = dict(
    onLabels=logistic(cubic(x), y, L2),
    logitMatching=np.linalg.lstsq(columns, logits, rcond=None)[0],
    distilled=logistic(cubic(x), T, L2),
    shuffled=logistic(cubic(x), T[order], L2),
    smoothed=logistic(cubic(x), 0.1 * y + 0.45, L2),
)
write(__file__, dict(
    x=x.tolist(), y=y.tolist(), order=order.tolist(), teacher=T.tolist(),
    losses={name: loss(theta) for name, theta in students.items()},
))
