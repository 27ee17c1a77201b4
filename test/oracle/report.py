"""What distillationReport measures on given splits of a table of three classes: softmax regressions on labels and on soft targets by
scikit-learn (a soft target is a row a class, weighted by its probability), their scores, and the corrected t test by SciPy.

Run: python test/oracle/report.py
"""
import numpy as np
from scipy.optimize import minimize_scalar
from scipy.stats import t
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, log_loss

from golden import write

CLASSES = 3
SPLITS = 4
TRAIN, VALIDATION, TEST = 36, 12, 12
OVERLAP = 1 / 3
ALPHAS = [1, np.inf]
EPSILON = 0.2
STUDENT_L2, TEACHER_L2 = 1.0, 0.5
rng = np.random.default_rng(21)


def softmax_regression(X, targets, l2):
    """With converged weights: scikit-learn's other solvers stop early."""
    rows = np.repeat(X, CLASSES, axis=0)
    classes = np.tile(np.arange(CLASSES), len(X))
    model = LogisticRegression(C=1 / l2, multi_class="multinomial", solver="newton-cg", tol=1e-9, max_iter=300)
    return model.fit(rows, classes, sample_weight=targets.ravel())


def measures(p, y, validation_p, validation_y):
    def loss_at(log_temperature, p, y):
        q = p ** np.exp(-log_temperature)
        return log_loss(y, q / q.sum(1, keepdims=True), labels=range(CLASSES), eps=1e-300)

    scale = minimize_scalar(loss_at, bounds=(-np.log(100), np.log(100)), args=(validation_p, validation_y), method="bounded", options=dict(xatol=1e-12))
    return dict(
        logLoss=log_loss(y, p, labels=range(CLASSES), eps=1e-300),
        calibratedLogLoss=loss_at(scale.x, p, y),
        errorRate=1 - accuracy_score(y, p.argmax(1)),
        brier=((p - np.eye(CLASSES)[y]) ** 2).sum(1).mean(),
    )


def squares(X):
    return np.c_[X, X**2]


X = rng.normal(size=(TRAIN + VALIDATION + TEST, 2))
logits = np.c_[X[:, 0] ** 2, 1 + X[:, 1], 1 - X[:, 0]]
y = np.array([rng.choice(CLASSES, p=e / e.sum()) for e in np.exp(logits)])
splits, scores = [], []
for _ in range(SPLITS):
    while True:
        order = rng.permutation(len(X))
        train, validation, test = np.split(order, [TRAIN, TRAIN + VALIDATION])
        if all(len(set(y[part])) == CLASSES for part in (train, validation)):
            break
    labels = np.eye(CLASSES)[y[train]]
    teacher = softmax_regression(squares(X[train]), labels, TEACHER_L2)
    taught = teacher.predict_proba(squares(X[train]))

    def scored(model, features=lambda x: x):
        said = [model.predict_proba(features(X[part])) for part in (validation, test)]
        own = measures(said[0], y[validation], said[0], y[validation])
        return own["brier"], measures(said[1], y[test], said[0], y[validation])

    def student(targets):
        return scored(softmax_regression(X[train], targets, STUDENT_L2))

    choices = [student(taught if a == np.inf else (labels + a * taught) / (1 + a)) for a in ALPHAS]
    place = int(np.argmin([validation_brier for validation_brier, _ in choices]))
    splits.append(dict(train=train.tolist(), validation=validation.tolist(), test=test.tolist()))
    scores.append(dict(
        labels=student(labels)[1],
        smoothed=student((1 - EPSILON) * labels + EPSILON / CLASSES)[1],
        distilled=choices[place][1],
        teacher=scored(teacher, squares)[1],
        setting=place,
    ))

comparisons = {}
for control in ["labels", "smoothed"]:
    gains = np.array([s[control]["brier"] - s["distilled"]["brier"] for s in scores])
    # Nadeau and Bengio 2003, equation 9.
    error = np.sqrt((1 / SPLITS + OVERLAP) * gains.var(ddof=1))
    p = 2 * t.sf(abs(gains.mean() / error), SPLITS - 1)
    comparisons[control] = dict(gain=gains.mean(), standardError=error, p=p)
# Holm 1979 for two: the smaller doubled, the larger at least that.
low, high = sorted(comparisons.values(), key=lambda c: c["p"])
low["holm"] = min(1, 2 * low["p"])
high["holm"] = max(low["holm"], high["p"])
# What four in five such tests find at 5 %, corrected for two: both quantiles of t.
reach = t.isf(0.05 / 2 / 2, SPLITS - 1) + t.isf(0.4 / 2, SPLITS - 1)
for c in comparisons.values():
    c["detectable"] = reach * c["standardError"]

write(__file__, dict(
    X=X.tolist(), y=y.tolist(), splits=splits, scores=scores, comparisons=comparisons, overlap=OVERLAP,
    alphas=["Infinity" if a == np.inf else a for a in ALPHAS], epsilon=EPSILON, studentL2=STUDENT_L2, teacherL2=TEACHER_L2,
))
