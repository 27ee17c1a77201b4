"""Variances of the training loss by SciPy's adaptive quadrature and by NumPy simulation. Run: python test/oracle/variance.py"""
import numpy as np
from scipy.integrate import quad
from scipy.special import expit
from sklearn.model_selection import train_test_split

from golden import write

SCALE = 10


def softplus(z):
    return np.logaddexp(0, z)


def eta(x):
    return 0.5 + 0.4 * np.sin(x)


def expectation(g):
    """E g(x), x ~ N(0, 10²), piece by piece, so that no oscillation of the sine is missed."""
    density = lambda x: np.exp(-((x / SCALE) ** 2) / 2) / (SCALE * np.sqrt(2 * np.pi))
    edges = np.arange(-80, 81, 4)
    return sum(quad(lambda x: g(x) * density(x), a, b, epsabs=1e-13)[0] for a, b in zip(edges, edges[1:]))


def variances(f):
    soft = lambda x: eta(x) * softplus(-f(x)) + (1 - eta(x)) * softplus(f(x))
    second = lambda x: eta(x) * softplus(-f(x)) ** 2 + (1 - eta(x)) * softplus(f(x)) ** 2
    post = lambda x: softplus(-(2 * eta(x) - 1) * f(x))
    mean, post_mean = expectation(soft), expectation(post)
    return dict(
        hard=expectation(second) - mean**2,
        postFormula=expectation(lambda x: post(x) ** 2) - post_mean**2,
        soft=expectation(lambda x: soft(x) ** 2) - mean**2,
        labelNoise=expectation(lambda x: eta(x) * (1 - eta(x)) * f(x) ** 2),
        mean=mean,
        postFormulaMean=post_mean,
    )


LINE, WAVE = (lambda x: 0.1 * x), (lambda x: 2 * np.sin(x))


def newton(A, t, penalty):
    """Ridge logistic regression on scaled columns, Newton with step halving."""
    s = np.abs(A).max(0)
    B, P, theta = A / s, penalty / s**2, np.zeros(A.shape[1])
    value = lambda v: softplus(B @ v).sum() - t @ (B @ v) + P @ v**2 / 2
    for _ in range(40):
        q = expit(B @ theta)
        step = np.linalg.solve((B * (q * (1 - q))[:, None]).T @ B + np.diag(P), B.T @ (q - t) + P * theta)
        length = 1.0
        while length > 1e-9 and value(theta - length * step) > value(theta) + 1e-13:
            length /= 2
        theta = theta - length * step
    return theta / s


GRID = np.linspace(-60, 60, 12001)
WEIGHTS = np.exp(-((GRID / SCALE) ** 2) / 2)
WEIGHTS /= WEIGHTS.sum()
ETA = eta(GRID)


def ratio(f):
    one, zero = softplus(-f), softplus(f)
    mean = WEIGHTS @ (ETA * one + (1 - ETA) * zero)
    hard = WEIGHTS @ (ETA * (one - mean) ** 2 + (1 - ETA) * (zero - mean) ** 2)
    post = softplus(-(2 * ETA - 1) * f)
    return hard / (WEIGHTS @ (post - WEIGHTS @ post) ** 2)


def cubic(x):
    return np.c_[x, x**2, x**3, np.ones_like(x)]


def sine(x):
    return np.c_[np.sin(x), np.ones_like(x)]


def fitted_ratios(sizes, trials):
    result = {str(n): dict(student=[], teacher=[], distilled=[]) for n in sizes}
    for n in sizes:
        rng = np.random.default_rng(1234)
        for _ in range(trials):
            x = rng.standard_normal(10000) * SCALE
            y = rng.binomial(1, 0.4 * np.sin(x) + 0.5)
            x, _, y, _ = train_test_split(x, y, test_size=1 - n / 10000, random_state=42)
            student = newton(cubic(x), y, np.array([1, 1, 1, 0.0]))
            teacher = newton(sine(x), y, np.array([1, 0.0]))
            distilled = np.linalg.lstsq(cubic(x), sine(x) @ teacher, rcond=None)[0]
            row = result[str(n)]
            row["student"].append(ratio(cubic(GRID) @ student))
            row["teacher"].append(ratio(sine(GRID) @ teacher))
            row["distilled"].append(ratio(cubic(GRID) @ distilled))
    return result


def harmonics(x, count=6):
    return np.column_stack([g(k * x) for k in range(1, count + 1) for g in (np.sin, np.cos)] + [np.ones_like(x)])


def smoother(x, queries, bandwidth):
    K = np.exp(-((queries[:, None] - x) ** 2) / (2 * bandwidth**2))
    return K / K.sum(1, keepdims=True)


def teacher_study(designs, n, seed):
    """n times mean square and bias of the objective for teachers fitted to the training set, with standard errors."""
    rng = np.random.default_rng(seed)
    targets = [variances(f)["mean"] for f in (LINE, WAVE)]
    errors = {name: [[], []] for name in ("hard", "bayes", "sine", "harmonics", "kernel")}
    for _ in range(designs):
        x = rng.normal(size=n) * SCALE
        y = (rng.random(n) < eta(x)).astype(float)
        labels = dict(
            hard=y,
            bayes=eta(x),
            sine=expit(sine(x) @ newton(sine(x), y, np.array([1, 0.0]))),
            harmonics=expit(harmonics(x) @ newton(harmonics(x), y, np.r_[np.full(12, 0.01), 0])),
            kernel=smoother(x, x, 0.5) @ y,
        )
        for name, t in labels.items():
            for p, f in enumerate((LINE, WAVE)):
                errors[name][p].append(np.mean(softplus(f(x)) - t * f(x)) - targets[p])
    def summary(v):
        v = np.array(v)
        root = np.sqrt(len(v))
        return dict(
            bias=v.mean(), biasError=v.std() / root,
            meanSquare=n * np.mean(v**2), meanSquareError=n * np.std(v**2) / root,
        )
    return {name: [summary(v) for v in pair] for name, pair in errors.items()}


def linear_smoother_study(designs, n, seed):
    """The kernel smoother is linear in the labels, so only inputs are drawn: its excess over hard labels, precisely."""
    rng = np.random.default_rng(seed)
    target = variances(LINE)["mean"]
    differences = []
    for _ in range(designs):
        x = rng.normal(size=n) * SCALE
        e, f = eta(x), LINE(x)
        total = []
        for W in (np.eye(n), smoother(x, x, 0.5)):
            mean = np.mean(softplus(f) - f * (W @ e)) - target
            total.append(mean**2 + ((W.T @ f) ** 2 * e * (1 - e)).sum() / n**2)
        differences.append(n * (total[1] - total[0]))
    return dict(value=np.mean(differences), standardError=np.std(differences) / np.sqrt(designs))


rng = np.random.default_rng(8)
finite = []
for k in (1, 2, 3, 7):
    p, e, f = rng.dirichlet(np.ones(k)), rng.random(k), rng.normal(size=k) * 5
    outcomes = np.r_[softplus(-f), softplus(f)]
    joint = np.r_[p * e, p * (1 - e)]
    soft, post = e * softplus(-f) + (1 - e) * softplus(f), softplus(-(2 * e - 1) * f)
    var = lambda w, v: w @ (v - w @ v) ** 2
    finite.append(dict(
        probabilities=p.tolist(), eta=e.tolist(), logits=f.tolist(),
        hard=var(joint, outcomes), postFormula=var(p, post), soft=var(p, soft),
    ))

x, y, queries = rng.normal(size=9) * 3, rng.random(9), np.linspace(-4, 4, 7)
write(__file__, dict(
    line=variances(LINE), wave=variances(WAVE), finite=finite,
    ratios=fitted_ratios([10, 15, 45], 15),
    teachers=teacher_study(8000, 20, 17),
    kernelExcess=linear_smoother_study(20000, 20, 18),
    smoother=dict(x=x.tolist(), y=y.tolist(), queries=queries.tolist(), bandwidth=0.7,
                  values=(smoother(x, queries, 0.7) @ y).tolist()),
    harmonics=dict(x=x.tolist(), rows=harmonics(x, 3)[:, :-1].tolist()),
))
