"""A JupyterHub for the trial: started on free ports of 127.0.0.1 with its files in one folder, and ended with all it started."""
import os
import secrets
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import psutil

CONFIG = Path(__file__).resolve().parents[2] / "deploy" / "jupyterhub" / "trial_config.py"


class Hub:
    def __init__(self, process, url, password, log):
        self.process, self.url, self.password, self.log = process, url, password, log

    def last_lines(self):
        lines = self.log.read_text(errors="replace").splitlines()
        return "\n".join(lines[-15:])


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()


def end(process):
    """Asks the hub to stop its servers and proxy, then ends what is left of them."""
    try:
        family = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
    except psutil.NoSuchProcess:
        return
    # A second interrupt must not stop this half way: a terminal sends one and npm passes on another.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    process.send_signal(signal.SIGTERM)
    _, left = psutil.wait_procs(family, timeout=30)
    for each in left:
        each.kill()
    psutil.wait_procs(left, timeout=10)


@contextmanager
def running_hub(folder, names):
    ports = free_ports(3)
    password = secrets.token_urlsafe(16)
    log = folder / "hub.log"
    environment = {
        **os.environ,
        "TRIAL_FOLDER": str(folder),
        "TRIAL_PORTS": ",".join(map(str, ports)),
        "TRIAL_PASSWORD": password,
        "TRIAL_USERS": ",".join(names),
        # The proxy is asked to listen by name; a machine's own proxy settings have no part in this.
        "NO_PROXY": "127.0.0.1,localhost",
        "no_proxy": "127.0.0.1,localhost",
    }
    for name in [name for name in environment if name.startswith("JUPYTER_") and name.endswith("_DIR")]:
        del environment[name]
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "jupyterhub", "-f", str(CONFIG)],
            cwd=folder, env=environment, stdout=output, stderr=output, start_new_session=True,
        )
    try:
        yield Hub(process, f"http://127.0.0.1:{ports[0]}", password, log)
    finally:
        end(process)
