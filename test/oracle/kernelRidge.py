"""Kernel ridge regression over rounds: scikit-learn for each fit, dense solves for the rest. Run: python test/oracle/kernelRidge.py"""
import numpy as np
from scipy.integrate import quad
from sklearn.kernel_ridge import KernelRidge

from golden import write

rng = np.random.default_rng(5)
x = rng.normal(size=12) * 3
y = rng.integers(2, size=12) - 0.5
grid = np.linspace(-8, 8, 9)
gamma = 0.5  # exp(-d^2 / 2)
rounds = []
for l2 in [0.5, 2.0]:
    target, fits = y, []
    for _ in range(4):
        model = KernelRidge(alpha=l2, kernel="rbf", gamma=gamma).fit(x[:, None], target)
        fits.append(dict(coefficients=model.dual_coef_.tolist(), grid=model.predict(grid[:, None]).tolist()))
        target = model.predict(x[:, None])
    rounds.append(dict(l2=l2, fits=fits))


def error(coefficients):
    """Squared distance to eta - 1/2 under N(0, 10^2), by adaptive quadrature."""
    def integrand(t):
        f = coefficients @ np.exp(-((x - t) ** 2) / 2)
        return (f - 0.4 * np.sin(t)) ** 2 * np.exp(-t * t / 200) / np.sqrt(200 * np.pi)
    edges = np.arange(-60, 61, 2)
    return sum(quad(integrand, a, b, epsabs=1e-13)[0] for a, b in zip(edges, edges[1:]))


errors = [[error(np.array(fit["coefficients"])) for fit in r["fits"]] for r in rounds]
write(__file__, dict(x=x.tolist(), y=y.tolist(), grid=grid.tolist(), rounds=rounds, errors=errors))
