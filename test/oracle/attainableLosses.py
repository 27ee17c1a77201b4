"""Population losses on the post's data by SciPy's quadrature and minimiser. Run: python test/oracle/attainableLosses.py"""
import numpy as np
from scipy.integrate import quad_vec
from scipy.optimize import minimize
from scipy.special import entr, expit

from golden import write


def expectation(f, scale):
    """E f(x) for x ~ N(0, scale²), f returning an array; in pieces no wider than one swing of the sine."""
    edges = scale * np.linspace(-9, 9, 18 * 5 + 1)
    density = lambda x: np.exp(-((x / scale) ** 2) / 2) / (scale * np.sqrt(2 * np.pi))
    pieces = zip(edges, edges[1:])
    return sum(quad_vec(lambda x: f(x) * density(x), a, b, epsabs=1e-14, epsrel=1e-13)[0] for a, b in pieces)


def eta(x):
    return 0.5 + 0.4 * np.sin(x)


def best(features, start, scale):
    """The least expected log-loss of a linear function of the features."""
    def objective(theta):
        def both(x):
            phi = features(x)
            z = theta @ phi
            return np.r_[np.logaddexp(0, z) - eta(x) * z, (expit(z) - eta(x)) * phi]
        values = expectation(both, scale)
        return values[0], values[1:]
    result = minimize(objective, start, jac=True, method="BFGS", options=dict(gtol=1e-11))
    print(result.message, result.jac)
    return result.fun


def floor(scale):
    bayes = expectation(lambda x: np.array([entr(eta(x)) + entr(1 - eta(x))]), scale)[0]
    return dict(
        scale=scale,
        cubic=best(lambda x: (x / scale) ** np.arange(4), np.array([0.3, 0.2, 0.1, -0.1]), scale),
        sine=best(lambda x: np.array([1, np.sin(x)]), np.array([0.1, 1]), scale),
        bayes=bayes,
    )


write(__file__, dict(floors=[floor(10.0), floor(2.0)]))
