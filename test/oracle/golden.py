"""Writes golden files: write(__file__, data) puts `data` and the versions it was made with beside the script, as JSON."""
import json
from pathlib import Path

import numpy
import scipy
import sklearn


def write(script, data):
    versions = {
        "numpy": numpy.__version__,
        "scipy": scipy.__version__,
        "scikit-learn": sklearn.__version__,
    }
    file = Path(script).with_suffix(".json")
    text = json.dumps({"versions": versions, **data}, indent=1)
    file.write_text(text + "\n", encoding="utf-8")
    print(f"{file.name}: {len(text)} characters")
