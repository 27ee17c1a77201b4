"""scikit-learn's train_test_split. Run: python test/oracle/trainTestSplit.py"""
import hashlib

import numpy as np
from sklearn.model_selection import train_test_split

from golden import write


def train_rows(rows, n):
    """How many rows train where 1 - n / rows should test."""
    return len(train_test_split(np.empty(rows), test_size=1 - n / rows, random_state=0)[0])


def short(rows):
    """The n whose training set has another size than n, with that size."""
    sizes = [(n, train_rows(rows, n)) for n in range(2, rows)]
    return dict(rows=rows, sizes=[[n, size] for n, size in sizes if size != n])


def split(rows, n, seed):
    train, test = train_test_split(np.arange(rows), test_size=1 - n / rows, random_state=seed)
    digest = hashlib.sha256(np.ascontiguousarray(test, dtype="<i4").tobytes()).hexdigest()
    return dict(rows=rows, n=n, seed=seed, train=train.tolist(), testHash=digest)


tables = [short(rows) for rows in [10, 57, 1000, 10_000]]
print({t["rows"]: len(t["sizes"]) for t in tables})
one_short = tables[-1]["sizes"][0][0]
for t in tables:
    t["sizes"] = t["sizes"][:40]
write(__file__, dict(
    short=tables,
    splits=[split(5, 2, 42), split(10_000, 10, 42), split(10_000, 45, 42), split(10_000, one_short, 42),
            split(10_000, 20, 2**32 - 1), split(57, 13, 7)],
))
