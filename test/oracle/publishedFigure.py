"""The 48 points of the post's two figures: with scikit-learn's own solver, and with every logistic regression converged by
SciPy, with scikit-learn's clip of probabilities and without. Run: python test/oracle/publishedFigure.py"""
import numpy as np
from scipy.special import expit
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, PolynomialFeatures

from golden import write

SIZES, TRIALS, ROWS = range(10, 50, 5), 15, 10_000
CLIP = np.finfo(float).eps


def newton(X, y):
    """Logistic regression with ridge 1 on all but the free intercept, on scaled columns: Newton steps, halved while they
    do not lower the objective."""
    scale = np.abs(X).max(axis=0)
    A = np.c_[X / scale, np.ones(len(X))]
    ridge = np.r_[1 / scale**2, 0]
    signs = 2 * y - 1
    objective = lambda t: np.logaddexp(0, -signs * (A @ t)).sum() + (ridge * t**2).sum() / 2
    theta = np.zeros(A.shape[1])
    for _ in range(200):
        p = expit(A @ theta)
        gradient = A.T @ (p - y) + ridge * theta
        hessian = A.T @ (A * (p * (1 - p))[:, None]) + np.diag(ridge)
        step = np.linalg.solve(hessian, gradient)
        size = 1.0
        while objective(theta - size * step) > objective(theta) + 1e-9:
            size /= 2
        theta = theta - size * step
    assert np.abs(gradient).max() < 1e-9, gradient
    return lambda inputs: (inputs / scale) @ theta[:-1] + theta[-1]


def log_loss(y, z, clip):
    """From logits, so that without a clip a sure mistake costs what it costs."""
    loss = np.logaddexp(0, z) - y * z
    return np.mean(np.clip(loss, -np.log1p(-clip), -np.log(clip)) if clip else loss)


def cubic(x):
    return x[:, None] ** np.arange(1, 4)


def sine(x):
    return np.sin(x)[:, None]


def scikit_learn(x, y):
    """The post's own pipelines; the columns are not scaled and lbfgs stops where it stops."""
    X = x[:, None]
    student = make_pipeline(PolynomialFeatures(3), LogisticRegression(max_iter=1000)).fit(X, y)
    teacher = make_pipeline(FunctionTransformer(np.sin), LogisticRegression(max_iter=1000)).fit(X, y)
    distilled = make_pipeline(PolynomialFeatures(3), LinearRegression()).fit(X, teacher.decision_function(X))
    predict = dict(student=student.decision_function, teacher=teacher.decision_function, distilled=distilled.predict)
    return {name: lambda inputs, f=f: f(inputs[:, None]) for name, f in predict.items()}


def converged(x, y):
    student, teacher = newton(cubic(x), y), newton(sine(x), y)
    line = LinearRegression().fit(cubic(x), teacher(sine(x)))
    return dict(
        student=lambda x: student(cubic(x)), teacher=lambda x: teacher(sine(x)), distilled=lambda x: line.predict(cubic(x))
    )


def curves():
    found = dict(scikit_learn={}, converged={}, converged_unclipped={})
    for n in SIZES:
        rng = np.random.default_rng(1234)
        losses = {}
        for _ in range(TRIALS):
            x = rng.normal(scale=10, size=ROWS)
            y = rng.binomial(1, 0.4 * np.sin(x) + 0.5)
            train, test = train_test_split(np.arange(ROWS), test_size=1 - n / ROWS, random_state=42)
            own = dict(scikit_learn=scikit_learn(x[train], y[train]), converged=converged(x[train], y[train]))
            for kind, fit, clip in [
                ("scikit_learn", "scikit_learn", CLIP), ("converged", "converged", CLIP), ("converged_unclipped", "converged", 0)
            ]:
                for model, logits in own[fit].items():
                    for split, rows in dict(train=train, test=test).items():
                        key = (kind, f"{model}.{split}")
                        losses.setdefault(key, []).append(log_loss(y[rows], logits(x[rows]), clip))
        for (kind, curve), values in losses.items():
            found[kind].setdefault(curve, []).append(float(np.mean(values)))
    return found


if __name__ == "__main__":
    write(__file__, dict(n=list(SIZES), **curves()))
