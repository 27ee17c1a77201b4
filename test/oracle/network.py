"""A multilayer perceptron's loss, gradient and Adam steps in NumPy, and kernel ridge rounds. Run: python test/oracle/network.py"""
import numpy as np

from golden import write


def unpack(theta, sizes):
    layers, start = [], 0
    for a, b in zip(sizes, sizes[1:]):
        W = theta[start : start + a * b].reshape(a, b)
        start += a * b
        layers.append((W, theta[start : start + b]))
        start += b
    return layers


def logits(theta, sizes, X):
    Z = X
    layers = unpack(theta, sizes)
    for k, (W, b) in enumerate(layers):
        Z = Z @ W + b
        if k < len(layers) - 1:
            Z = np.maximum(Z, 0)
    return Z


def loss(theta, sizes, X, Q, tau, l2):
    """tau^2 times the mean cross-entropy at temperature tau, and the ridge on the weights."""
    Z = logits(theta, sizes, X) / tau
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    penalty = sum((W**2).sum() for W, _ in unpack(theta, sizes))
    return -(tau**2) * (Q * log_p).sum(axis=1).mean() + l2 / 2 * penalty


def gradient(theta, sizes, X, Q, tau, l2):
    """Complex steps through the loss: no backpropagation, exact to rounding (no ReLU input is near 0)."""
    out = np.zeros_like(theta)
    for i in range(len(theta)):
        step = theta.astype(complex)
        step[i] += 1e-30j
        out[i] = complex_loss(step, sizes, X, Q, tau, l2).imag / 1e-30
    return out


def complex_loss(theta, sizes, X, Q, tau, l2):
    Z = X.astype(complex)
    layers = unpack(theta, sizes)
    for k, (W, b) in enumerate(layers):
        Z = Z @ W + b
        if k < len(layers) - 1:
            Z = np.where(Z.real > 0, Z, 0)
    Z = Z / tau
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    penalty = sum((W**2).sum() for W, _ in layers)
    return -(tau**2) * (Q * log_p).sum(axis=1).mean() + l2 / 2 * penalty


def adam(theta, sizes, X, Q, tau, l2, rates):
    """Kingma & Ba 2015, algorithm 1, on the whole data at each step."""
    m, v = np.zeros_like(theta), np.zeros_like(theta)
    for t, rate in enumerate(rates, 1):
        g = gradient(theta, sizes, X, Q, tau, l2)
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g * g
        theta = theta - rate * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
    return theta


rng = np.random.default_rng(8)
cases = []
for sizes, n, tau, l2, hard in [([3, 2], 5, 1.0, 0.0, True), ([4, 5, 3], 6, 1.0, 0.1, False), ([5, 6, 4, 3], 7, 4.0, 0.02, False)]:
    count = sum((a + 1) * b for a, b in zip(sizes, sizes[1:]))
    theta = rng.normal(size=count) * 0.7
    X = rng.normal(size=(n, sizes[0])) * (rng.random((n, sizes[0])) < 0.6)
    Q = np.eye(sizes[-1])[rng.integers(sizes[-1], size=n)] if hard else rng.dirichlet(np.ones(sizes[-1]), n)
    rates = [0.01, 0.008, 0.005, 0.001]
    cases.append(dict(
        sizes=sizes, parameters=theta.tolist(), inputs=X.ravel().tolist(), softTargets=Q.ravel().tolist(),
        temperature=tau, l2=l2, logits=logits(theta, sizes, X).ravel().tolist(),
        loss=loss(theta, sizes, X, Q, tau, l2), gradient=gradient(theta, sizes, X, Q, tau, l2).tolist(),
        rates=rates, afterAdam=adam(theta, sizes, X, Q, tau, l2, rates).tolist(),
    ))

write(__file__, dict(cases=cases))
