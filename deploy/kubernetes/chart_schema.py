"""Prints a JSON schema of the keys that values.yaml sets, with the types that the chart documents for them.

    python deploy/kubernetes/chart_schema.py CHART/values.schema.yaml > deploy/kubernetes/values.schema.json

The argument is jupyterhub/values.schema.yaml of github.com/jupyterhub/zero-to-jupyterhub-k8s, at the chart version that values.yaml
names. Where the chart passes on whatever it is given, as to JupyterHub's own classes, so does the schema. Needs PyYAML.
"""
import json
import re
import sys
from pathlib import Path

import yaml


def is_passed_on(schema, key):
    patterns = schema.get("patternProperties", {})
    return schema.get("additionalProperties") is not False or any(re.match(one, key) for one in patterns)


def needed(schema, given, place="values.yaml"):
    """What `schema` says of the keys in `given`, and that there are no others."""
    said = {name: schema[name] for name in ("type", "enum") if name in schema}
    known = schema.get("properties", {})
    if not isinstance(given, dict) or not known:
        return said
    properties = {}
    for key, value in given.items():
        if key not in known and not is_passed_on(schema, key):
            sys.exit(f"chart_schema: the chart has no {key} in {place}")
        properties[key] = needed(known.get(key, {}), value, key)
    return said | {"properties": properties, "additionalProperties": False}


values = yaml.safe_load(Path(__file__).with_name("values.yaml").read_text())
schema = yaml.safe_load(Path(sys.argv[1]).read_text())
frame = {
    "$schema": schema["$schema"],
    "title": "The keys that values.yaml sets, of the chart jupyterhub; written by chart_schema.py",
}
json.dump(frame | needed(schema, values), sys.stdout, indent=2)
print()
