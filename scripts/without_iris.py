"""Imported before nbformat or JupyterLab: jsonschema then leaves out its check of international addresses.

The check compiles a grammar at every start, two seconds of the processor, and neither notebooks nor Jupyter's settings have such
an address. jsonschema does without where the package that holds the grammar cannot be imported.
"""
import sys

sys.modules["rfc3987_syntax"] = None
