"""The published experiment with scikit-learn, served to the benchmark: each line on stdin runs it once.

Answers a JSON line a run: seconds, the peak memory of this process so far in bytes, and the mean test losses.
As in the post, every training size opens the random stream anew and draws its own data.
"""
import json
import resource
import sys
import time

import numpy as np
import sklearn
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.metrics import log_loss
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, PolynomialFeatures

SIZES = range(10, 50, 5)
ROWS = 10000


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def trial(rng, size):
    x = 10 * rng.standard_normal(ROWS)
    y = rng.binomial(1, 0.5 + 0.4 * np.sin(x))
    split = train_test_split(x[:, None], y, test_size=1 - size / ROWS, random_state=42)
    x_train, x_test, y_train, y_test = split
    student = make_pipeline(PolynomialFeatures(3), LogisticRegression(max_iter=1000)).fit(x_train, y_train)
    teacher = make_pipeline(FunctionTransformer(np.sin), LogisticRegression(max_iter=1000)).fit(x_train, y_train)
    distilled = make_pipeline(PolynomialFeatures(3), LinearRegression())
    distilled.fit(x_train, teacher.decision_function(x_train))
    losses = []
    for predict in (student.decision_function, teacher.decision_function, distilled.predict):
        for inputs, labels in ((x_train, y_train), (x_test, y_test)):
            losses.append(log_loss(labels, sigmoid(predict(inputs))))
    return losses


def experiment(trials):
    means = []
    for size in SIZES:
        rng = np.random.default_rng(1234)
        means.append(np.mean([trial(rng, size) for _ in range(trials)], axis=0).tolist())
    return means


if __name__ == "__main__":
    np.seterr(over="ignore")
    print(json.dumps({"numpy": np.__version__, "scikit-learn": sklearn.__version__}), flush=True)
    for line in sys.stdin:
        start = time.perf_counter()
        means = experiment(int(line))
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        print(json.dumps({"seconds": seconds, "peak": peak, "means": means}), flush=True)
