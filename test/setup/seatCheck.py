"""Runs inside what image.test.ts built, as a seat's user and without a network; argv is the image's own command.

Prints as JSON what it saw, for the test to judge; fails where 03 is not as committed.
"""
import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

# What a seat becomes under a hub; without one it would not start.
import jupyterhub
import jupyterhub.singleuser  # noqa: F401
from jupyter_server.serverapp import list_running_servers

COLLECTION = Path("/srv/distillation")
HOME = Path(os.environ["HOME"])


def reaches_network():
    try:
        socket.create_connection(("192.0.2.1", 80), timeout=5).close()
    except OSError:
        return False
    return True


def writable():
    """What a seat's user could change outside its own folder."""
    found = []
    for folder, folders, files in os.walk(COLLECTION):
        folders[:] = [name for name in folders if Path(folder, name) != HOME]
        found += [path for name in ["", *files] if os.access(path := os.path.join(folder, name), os.W_OK)]
    return found


def kernels_offered():
    """The names of the server's kernels; None until it answers: it is on the list a moment before it listens."""
    for info in list_running_servers():
        request = Request(f"{info['url']}api/kernelspecs", headers={"Authorization": f"token {info['token']}"})
        try:
            with urlopen(request) as response:
                return sorted(json.load(response)["kernelspecs"])
        except URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError):
                raise


server = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=sys.stderr)
try:
    while (kernels := kernels_offered()) is None:
        if server.poll() is not None:
            sys.exit(f"the image's command ended with {server.returncode}")
        time.sleep(0.2)
    notebooks = sorted(path.name for path in (HOME / "notebooks").glob("*.ipynb"))
    check = [sys.executable, str(COLLECTION / "scripts" / "notebooks.py"), "check"]
    run = subprocess.run(
        [*check, str(HOME / "notebooks" / "03-linear-demo.ipynb")], capture_output=True, text=True
    )
finally:
    server.terminate()
    ended = server.wait()
print(
    json.dumps(
        {
            "user": os.getuid(),
            "hub": jupyterhub.__version__,
            "network": reaches_network(),
            "writable": writable(),
            "kernels": kernels,
            "notebooks": notebooks,
            "check": run.stdout + run.stderr,
            "ended": ended,
        }
    )
)
sys.exit(run.returncode)
