"""Log-losses by scikit-learn and SciPy. Run: python test/oracle/logLoss.py"""
import numpy as np
from scipy.special import expit
from sklearn.metrics import log_loss

from golden import write

rng = np.random.default_rng(11)
cases = []
# scikit-learn clips with 2.2e-16 by default; its result is that of the rounded probabilities, so logits are kept where
# rounding 1 - p costs little, or far beyond the clip.
for spread in [1, 5, 10]:
    z = rng.normal(size=40) * spread
    y = rng.integers(0, 2, 40)
    far = np.r_[z, 50, -60, 700, -800, 1e5]
    labels = np.r_[y, 0, 1, 1, 0, 0]
    for clip in [2.220446049250313e-16, 1e-3, 0.2]:
        loss = log_loss(labels, expit(far), eps=clip)
        cases.append(dict(targets=labels.tolist(), logits=far.tolist(), clip=clip, loss=loss))
    t = rng.random(40)
    soft = np.mean(np.logaddexp(0, z) - t * z)
    cases.append(dict(targets=t.tolist(), logits=z.tolist(), clip=0, loss=soft))
write(__file__, dict(cases=cases))
