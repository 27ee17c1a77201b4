"""Logistic regressions and least squares by scikit-learn and SciPy. Run: python test/oracle/logistic.py"""
import numpy as np
from scipy.optimize import minimize
from sklearn.linear_model import LinearRegression, LogisticRegression

from golden import write


def objective(theta, X, t, w, l2, intercept_l2):
    z = X @ theta[:-1] + theta[-1]
    loss = w @ (np.logaddexp(0, z) - t * z)
    return loss + l2 @ theta[:-1] ** 2 / 2 + intercept_l2 * theta[-1] ** 2 / 2


def gradient(theta, X, t, w, l2, intercept_l2):
    z = X @ theta[:-1] + theta[-1]
    r = w * (1 / (1 + np.exp(-z)) - t)
    return np.r_[X.T @ r + l2 * theta[:-1], r.sum() + intercept_l2 * theta[-1]]


def fit(X, t, w, l2, intercept_l2):
    """Scipy's trust-region Newton, then Newton steps in NumPy until the gradient is rounding noise."""
    theta = np.zeros(X.shape[1] + 1)
    theta = minimize(objective, theta, (X, t, w, l2, intercept_l2), jac=gradient, method="BFGS").x
    A = np.c_[X, np.ones(len(X))]
    for _ in range(20):
        p = 1 / (1 + np.exp(-(A @ theta)))
        H = A.T @ (A * (w * p * (1 - p))[:, None]) + np.diag(np.r_[l2, intercept_l2])
        theta = theta - np.linalg.solve(H, gradient(theta, X, t, w, l2, intercept_l2))
    return theta


rng = np.random.default_rng(3)
cases = []
for n, d, soft, intercept_l2 in [(20, 2, False, 0.0), (30, 3, True, 0.0), (25, 1, True, 0.5), (40, 4, False, 2.0)]:
    X = rng.normal(size=(n, d)) * np.array([1, 10, 0.1, 3])[:d]
    t = rng.random(n) if soft else (rng.random(n) < 0.5).astype(float)
    w = rng.random(n) + 0.5
    l2 = rng.random(d) + 0.1
    theta = fit(X, t, w, l2, intercept_l2)
    cases.append(dict(
        X=X.tolist(), t=t.tolist(), w=w.tolist(), l2=l2.tolist(), interceptL2=intercept_l2,
        weights=theta[:-1].tolist(), intercept=theta[-1],
        objective=objective(theta, X, t, w, l2, intercept_l2),
    ))

X = rng.normal(size=(50, 2))
y = (rng.random(50) < 1 / (1 + np.exp(-X[:, 0]))).astype(int)
model = LogisticRegression(C=0.5, tol=1e-12, max_iter=10000).fit(X, y)
sklearn_case = dict(X=X.tolist(), y=y.tolist(), l2=2.0, weights=model.coef_[0].tolist(), intercept=model.intercept_[0])

x = rng.normal(size=45) * 10
cubic = np.c_[x, x**2, x**3]
target = rng.normal(size=45)
line = LinearRegression().fit(cubic, target)
least_squares = dict(x=x.tolist(), target=target.tolist(), weights=line.coef_.tolist(), intercept=line.intercept_)

write(__file__, dict(cases=cases, sklearn=sklearn_case, leastSquares=least_squares))
