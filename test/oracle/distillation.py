"""The notebook 00-setup end to end by SciPy: a teacher, distilled students and their population loss on the pinwheel.

Run after npm run build: python test/oracle/distillation.py. The data set alone comes from the library, by Node; features,
fits, quadrature and losses are this script's own.
"""
import json
import subprocess
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.special import log_softmax, softmax

from golden import write

root = Path(__file__).resolve().parents[2]
code = (
    'const { pinwheelData, seededStream } = require("./lib/main.cjs");'
    'const { x1, x2, y } = pinwheelData(seededStream("00-setup/data"), 1000);'
    "console.log(JSON.stringify([x1, x2, y].map((v) => Array.from(v))));"
)
x1, x2, y = json.loads(subprocess.run(["node", "-e", code], cwd=root, check=True, capture_output=True, text=True).stdout)
points, labels = np.c_[x1, x2], np.array(y)

centres = np.linspace(-2.5, 2.5, 5)
grid = np.array([(a, b) for a in centres for b in centres])


def bumps(x):
    return np.exp(-((x[:, None] - grid) ** 2).sum(2) / (2 * 1.25**2))


def fit(features, onehot, teacher_logits, alpha, tau, l2=1.0):
    """W (classes × features and an intercept) that minimises the combined loss over 1 + alpha, plus the ridge."""
    A = np.c_[features, np.ones(len(features))]
    T = softmax(teacher_logits / tau, axis=1)
    shape = onehot.shape[1], A.shape[1]

    def objective(flat):
        W = flat.reshape(shape)
        z = A @ W.T
        loss = -(onehot * log_softmax(z, axis=1)).sum() - alpha * tau**2 * (T * log_softmax(z / tau, axis=1)).sum()
        pull = (softmax(z, axis=1) - onehot + alpha * tau * (softmax(z / tau, axis=1) - T)) / (1 + alpha)
        ridge = np.c_[W[:, :-1], np.zeros(len(W))]
        return loss / (1 + alpha) + l2 / 2 * (ridge**2).sum(), (pull.T @ A + l2 * ridge).ravel()

    found = minimize(objective, np.zeros(np.prod(shape)), jac=True, method="BFGS", options=dict(gtol=1e-9, maxiter=5000))
    return found.x.reshape(shape), found.fun


eye = np.eye(3)
nothing = np.zeros((1000, 3))
teacher, _ = fit(bumps(points), eye[labels], nothing, 0, 1)
few, own = points[:30], labels[:30]
t = np.c_[bumps(few), np.ones(30)] @ teacher.T

students = []
for alpha, tau in [(0, 1), (1, 1), (4, 1), (1, 5), (4, 2), (0.5, 3)]:
    W, loss = fit(few, eye[own], t, alpha, tau)
    students.append(dict(alpha=alpha, tau=tau, W=W.tolist(), loss=loss))
only_teacher, _ = fit(few, softmax(t, axis=1), t, 0, 1)

side = np.linspace(-6, 6, 301)
u = np.array([(a, b) for a in side for b in side])
weights = np.exp(-(u**2).sum(1) / 2)
weights /= weights.sum()
r, phi = np.hypot(*u.T), np.arctan2(u[:, 1], u[:, 0])
eta = softmax(np.c_[[2.5 * r * np.cos(phi + 0.3 * r**2 - 2 * np.pi * k / 3) for k in range(3)]].T, axis=1)


def population_loss(W):
    return float(-weights @ (eta * log_softmax(np.c_[u, np.ones(len(u))] @ np.array(W).T, axis=1)).sum(1))


write(__file__, dict(
    few=dict(x1=few[:, 0].tolist(), x2=few[:, 1].tolist(), y=own.tolist()), teacherLogits=t.tolist(),
    students=students, onlyTeacher=only_teacher.tolist(), pinwheelAtFour=population_loss(students[2]["W"]),
))
