"""One trial of the post's experiment on small data, with converged fits, and how often a data set must be drawn again.
Run: python test/oracle/trial.py"""
import numpy as np
from scipy.special import expit
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.metrics import log_loss
from sklearn.model_selection import train_test_split

from golden import write


def eta(x):
    return 0.4 * np.sin(x) + 0.5


def newton(X, y):
    """Logistic regression with ridge 1 on all but the free intercept: 50 plain Newton steps, damped at first."""
    A = np.c_[X, np.ones(len(X))]
    ridge = np.r_[np.ones(X.shape[1]), 0]
    theta = np.zeros(A.shape[1])
    for step in range(200):
        p = expit(A @ theta)
        gradient = A.T @ (p - y) + ridge * theta
        hessian = A.T @ (A * (p * (1 - p))[:, None]) + np.diag(ridge)
        theta = theta - (0.3 if step < 100 else 1) * np.linalg.solve(hessian, gradient)
    assert np.abs(gradient).max() < 1e-9, gradient
    return theta[:-1], theta[-1]


def trial(seed, rows, n, degree, split_seed, scale):
    rng = np.random.default_rng(seed)
    x = rng.normal(scale=scale, size=rows)
    y = rng.binomial(1, eta(x))
    train, test = train_test_split(np.arange(rows), test_size=1 - n / rows, random_state=split_seed)
    cubic, sine = x[:, None] ** np.arange(1, degree + 1), np.sin(x)[:, None]
    models = dict(student=(cubic, newton(cubic[train], y[train])), teacher=(sine, newton(sine[train], y[train])))
    w, b = models["teacher"][1]
    line = LinearRegression().fit(cubic[train], sine[train] @ w + b)
    models["distilled"] = (cubic, (line.coef_, line.intercept_))
    losses = {}
    for name, (features, (w, b)) in models.items():
        p = expit(features @ w + b)
        losses[name] = dict(train=log_loss(y[train], p[train]), test=log_loss(y[test], p[test]))
    return dict(
        x=x.tolist(), y=y.tolist(), trainingExamples=n, degree=degree, splitSeed=split_seed,
        train=train.tolist(), losses=losses,
    )


def redrawn(seed, n, trials):
    """Data sets thrown away, because their training set has one class, before `trials` good ones are found."""
    rng = np.random.default_rng(seed)
    good = thrown = 0
    while good < trials:
        y = rng.binomial(1, eta(rng.normal(scale=10, size=10_000)))
        train, _ = train_test_split(y, test_size=1 - n / 10_000, random_state=42)
        if len(set(train)) == 2:
            good += 1
        else:
            thrown += 1
    return dict(seed=seed, n=n, trials=trials, redrawn=thrown)


def gain(n, trials):
    """Student's minus distilled model's test loss as the post's own code has it: scikit-learn's solver and clip."""
    rng = np.random.default_rng(1234)
    gains = []
    for _ in range(trials):
        x = rng.normal(scale=10, size=10_000)
        y = rng.binomial(1, eta(x))
        train, test = train_test_split(np.arange(10_000), test_size=1 - n / 10_000, random_state=42)
        cubic, sine = x[:, None] ** np.arange(1, 4), np.sin(x)[:, None]
        student = LogisticRegression(max_iter=1000).fit(cubic[train], y[train])
        teacher = LogisticRegression(max_iter=1000).fit(sine[train], y[train])
        line = LinearRegression().fit(cubic[train], teacher.decision_function(sine[train]))
        loss = log_loss(y[test], student.predict_proba(cubic[test])[:, 1])
        gains.append(loss - log_loss(y[test], expit(line.predict(cubic[test]))))
    error = np.std(gains, ddof=1) / np.sqrt(trials)
    return dict(n=n, trials=trials, mean=np.mean(gains), standardError=error, better=int((np.array(gains) > 0).sum()))


write(__file__, dict(
    trials=[trial(5, 60, 20, 3, 3, 2.0), trial(6, 40, 12, 2, 42, 2.0), trial(8, 50, 15, 1, 0, 2.0)],
    gain400=gain(20, 400),
    redrawn=[redrawn(1234, 5, 15), redrawn(1, 5, 60), redrawn(1234, 10, 15)],
))
