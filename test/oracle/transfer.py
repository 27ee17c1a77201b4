"""Soft students, data-limit constants and exact losses by SciPy. Run: python test/oracle/transfer.py"""
import numpy as np
from scipy.integrate import quad
from scipy.optimize import minimize, root
from scipy.special import expit, xlogy
from scipy.stats import norm

from golden import write

rng = np.random.default_rng(4)


def entropy_cross(t, z):
    return np.logaddexp(0, z) - t * z


def soft_student(X, y, t, alpha, tau, l2):
    """Minimises the combined loss as it is written down, without mixing labels or stacking rows."""
    def objective(theta):
        z = X @ theta[:-1] + theta[-1]
        hard = entropy_cross(y, z).sum()
        soft = tau**2 * entropy_cross(expit(t / tau), z / tau).sum()
        loss = soft if np.isinf(alpha) else (hard + alpha * soft) / (1 + alpha)
        return loss + l2 / 2 * theta[:-1] @ theta[:-1]

    def gradient(theta):
        z = X @ theta[:-1] + theta[-1]
        hard = expit(z) - y
        soft = tau * (expit(z / tau) - expit(t / tau))
        r = soft if np.isinf(alpha) else (hard + alpha * soft) / (1 + alpha)
        return np.r_[X.T @ r + l2 * theta[:-1], r.sum()]

    start = minimize(objective, np.zeros(X.shape[1] + 1), jac=gradient, method="BFGS").x
    return root(gradient, start, tol=1e-13).x


cases = []
for alpha, tau, l2 in [(0, 2, 0.5), (0.5, 1, 0.1), (4, 3, 0.2), (np.inf, 1, 0), (np.inf, 5, 0.01), (1, 0.5, 1)]:
    X = rng.normal(size=(15, 2)) * [1, 4]
    y = (rng.random(15) < 0.5).astype(int)
    t = rng.normal(size=15) * 2
    theta = soft_student(X, y, t, alpha, tau, l2)
    cases.append(dict(
        X=X.tolist(), y=y.tolist(), t=t.tolist(), alpha="Infinity" if np.isinf(alpha) else alpha,
        tau=tau, l2=l2, weights=theta[:-1].tolist(), intercept=theta[-1],
    ))

# Ridge least squares with a free intercept: the limit of large temperature.
X, y, t, l2 = rng.normal(size=(12, 2)), np.arange(12) % 2, rng.normal(size=12), 0.3
centred = X - X.mean(0)
weights = np.linalg.solve(centred.T @ centred + 4 * l2 * np.eye(2), centred.T @ (t - t.mean()))
hot = dict(X=X.tolist(), y=y.tolist(), t=t.tolist(), l2=l2, weights=weights.tolist(), intercept=t.mean() - X.mean(0) @ weights)


def eta(x):
    return 0.5 + 0.4 * np.sin(x)


# The wide design, from means over one period: the powers of x do not see a sine over ten periods.
def period_mean(f):
    return quad(lambda x: f(x) / (2 * np.pi), -np.pi, np.pi, epsabs=1e-13)[0]


slope = root(lambda b: period_mean(lambda x: np.sin(x) * (eta(x) - expit(b[0] * np.sin(x)))), [1.5], tol=1e-13).x[0]
q = lambda x: expit(slope * np.sin(x))
kappa = period_mean(lambda x: q(x) * (1 - q(x)))
spread = period_mean(lambda x: eta(x) * (1 - eta(x)) + (eta(x) - q(x)) ** 2)
post = dict(
    student=2.0,
    bayes=8 * period_mean(lambda x: (eta(x) - 0.5) ** 2),
    soft=8 * period_mean(lambda x: (q(x) - 0.5) ** 2) + 2 * spread + 4 * period_mean(lambda x: (q(x) - 0.5) * (eta(x) - q(x))),
    hack=period_mean(lambda x: (slope * np.sin(x)) ** 2) / 2 + spread / kappa**2 / 8,
)

# The narrow design, by the influence function of every (x, y).
grid = np.linspace(-12, 12, 8001)
w = norm.pdf(grid, scale=2)
w /= w.sum()
phi = np.stack([np.ones_like(grid), grid / 2, (grid / 2) ** 2, (grid / 2) ** 3], 1)
tau1 = np.stack([np.ones_like(grid), np.sin(grid)], 1)


def fit(F, target):
    return root(lambda theta: F.T @ (w * (expit(F @ theta) - target)), np.zeros(F.shape[1]), tol=1e-13).x


best_theta = fit(phi, eta(grid))
best = expit(phi @ best_theta)
teacher_theta = fit(tau1, eta(grid))
t, q = tau1 @ teacher_theta, expit(tau1 @ teacher_theta)
soft_theta = fit(phi, q)
hack_theta = np.linalg.solve(phi.T @ (w[:, None] * phi), phi.T @ (w * t))
loss = lambda theta: w @ entropy_cross(eta(grid), phi @ theta)
weighted = lambda F, v, G: F.T @ ((w * v)[:, None] * G)
teacher_influence = lambda label: (tau1 * (label - q)[:, None]) @ np.linalg.inv(weighted(tau1, q * (1 - q), tau1))


def constant(theta, influence):
    p = expit(phi @ theta)
    B = weighted(phi, p * (1 - p), phi)
    total = 0
    for label, chance in [(0, 1 - eta(grid)), (1, eta(grid))]:
        psi = influence(label)
        total += (w * chance) @ np.einsum("ij,jk,ik->i", psi, B, psi)
    return total / 2


def solved(theta, score, curvature=None):
    p = expit(phi @ theta)
    A = weighted(phi, p * (1 - p) if curvature is None else curvature, phi)
    return score @ np.linalg.inv(A)


ones = np.ones_like(grid)
soft_p = expit(phi @ soft_theta)
narrow = dict(
    student=constant(best_theta, lambda y: solved(best_theta, phi * (y - best)[:, None])),
    bayes=constant(best_theta, lambda y: solved(best_theta, phi * (eta(grid) - best)[:, None])),
    soft=constant(soft_theta, lambda y: solved(
        soft_theta, phi * (q - soft_p)[:, None] + teacher_influence(y) @ weighted(tau1, q * (1 - q), phi))),
    hack=constant(hack_theta, lambda y: solved(
        hack_theta, phi * (t - phi @ hack_theta)[:, None] + teacher_influence(y) @ weighted(tau1, ones, phi), ones)),
)
bayes_loss = w @ -(xlogy(eta(grid), eta(grid)) + xlogy(1 - eta(grid), 1 - eta(grid)))

# n times the variance of the training objective at f = 0.1 x, x ~ N(0, 10²): exact for labels and for eta.
density = lambda x: norm.pdf(x, scale=10)
whole = lambda f: quad(lambda x: f(x) * density(x), -80, 80, limit=400, epsabs=1e-12)[0]
bayes_objective = lambda x: np.logaddexp(0, 0.1 * x) - eta(x) * 0.1 * x
bayes_variance = whole(lambda x: bayes_objective(x) ** 2) - whole(bayes_objective) ** 2
hard_variance = bayes_variance + whole(lambda x: eta(x) * (1 - eta(x)) * 0.01 * x**2)

write(__file__, dict(
    softStudents=cases, hot=hot,
    constants=dict(post=post, narrow=narrow),
    narrow=dict(best=loss(best_theta), bayes=bayes_loss,
                hackBias=loss(hack_theta) - loss(best_theta), softBias=loss(soft_theta) - loss(best_theta)),
    objectiveVariance=dict(hard=hard_variance, bayes=bayes_variance),
))
