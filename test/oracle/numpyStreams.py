"""NumPy's streams as hashes of their bytes. Run: python test/oracle/numpyStreams.py"""
import hashlib

import numpy as np

from golden import write

MILLION = 1_000_000
SEEDS = [0, 1, 1234, 2**32 - 1]


def sha256(array, dtype):
    return hashlib.sha256(np.ascontiguousarray(array, dtype=dtype).tobytes()).hexdigest()


# Beyond it the ziggurat asks the C library for log1p, whose last bit is not the same everywhere.
TAIL = 3.6541528853610088


def tail_rounded(normal):
    """The normals with those of the tail rounded to single precision."""
    return np.where(np.abs(normal) > TAIL, normal.astype(np.float32).astype(float), normal)


def stream(seed):
    """Each kind from a generator of its own; p runs through 0, 0.001, ..., 1 again and again."""
    p = (np.arange(MILLION) % 1001) / 1000
    uniform = np.random.default_rng(seed).random(MILLION)
    normal = np.random.default_rng(seed).normal(size=MILLION)
    labels = np.random.default_rng(seed).binomial(1, p)
    return dict(
        seed=seed,
        uniform=sha256(uniform, "<f8"), firstUniforms=uniform[:5].tolist(),
        normal=sha256(normal, "<f8"), firstNormals=normal[:5].tolist(),
        normalTailRounded=sha256(tail_rounded(normal), "<f8"), tail=int((np.abs(normal) > TAIL).sum()),
        bernoulli=sha256(labels, "u1"), ones=int(labels.sum()),
    )


def interleaved(seed):
    """One generator, calls of every kind in turn, with sizes that are not round."""
    rng = np.random.default_rng(seed)
    return dict(
        seed=seed,
        normal3=rng.normal(size=3).tolist(),
        uniform5=rng.random(5).tolist(),
        bernoulli4=rng.binomial(1, [0.0, 0.3, 0.5, 1.0]).tolist(),
        normal7=rng.normal(size=7).tolist(),
        uniform2=rng.random(2).tolist(),
        normal99991=sha256(rng.normal(size=99_991), "<f8"),
        bernoulli777=sha256(rng.binomial(1, np.arange(777) / 776), "u1"),
        uniform1=rng.random(1).tolist(),
    )


def ties(seed):
    """Probabilities at, just above and just below the value where the next draw's label changes."""
    u = np.random.default_rng(seed).random(200_000)
    cases = dict(complement=1 - u, above=np.nextafter(1 - u, 1), below=np.nextafter(1 - u, 0), same=u)
    return dict(
        seed=seed,
        **{name: sha256(np.random.default_rng(seed).binomial(1, p), "u1") for name, p in cases.items()},
    )


def permutation(seed, n):
    order = np.random.RandomState(seed).permutation(n)
    return dict(seed=seed, n=n, hash=sha256(order, "<i4"), first=order[:5].tolist())


write(__file__, dict(
    streams=[stream(seed) for seed in SEEDS],
    tailNormal=dict(seed=2**32 - 1, index=278_025, value=np.random.default_rng(2**32 - 1).normal(size=278_026)[-1]),
    interleaved=[interleaved(seed) for seed in SEEDS],
    ties=ties(7),
    permutations=[permutation(seed, n) for seed in [0, 42, 2**32 - 1] for n in [1, 5, 10_000, 1_000_003]],
))
