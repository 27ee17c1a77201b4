"""Runs Python's checkers of files one after another in one process, which loads each package once.

A list on stdin: of each check a module with a command line, or "zenodo", and its arguments. A list on stdout: of each [status, what it said].
"""
import contextlib
import io
import json
import runpy
import sys
from pathlib import Path


def check_deposition(file):
    """The model takes persons alone, "family, given"; until a release names them (docs/release.md), a group stands there."""
    from zenodo_client import Metadata

    deposition = json.loads(Path(file).read_text(encoding="utf-8"))
    for creator in deposition["creators"]:
        creator["name"] += "" if "," in creator["name"] else ", as a group"
    Metadata.model_validate(deposition)


def run(module, *arguments):
    said = io.StringIO()
    status = 0
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            if module == "zenodo":
                check_deposition(*arguments)
            else:
                sys.argv = [module, *arguments]
                runpy.run_module(module, run_name="__main__", alter_sys=True)
        except SystemExit as end:
            status = end.code or 0
        except Exception as error:
            status = f"{type(error).__name__}: {error}"
    return [status, said.getvalue()]


print(json.dumps([run(*call) for call in json.load(sys.stdin)]))
