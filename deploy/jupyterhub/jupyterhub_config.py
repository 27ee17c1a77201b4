"""JupyterHub for a course: a seat for everyone with an account on this machine who is in the group `seminar`.

Started as root: jupyterhub -f deploy/jupyterhub/jupyterhub_config.py. docs/jupyterhub.md explains the choices.
"""
import sys
from pathlib import Path

c = get_config()  # noqa: F821

here = Path(__file__).resolve().parent
collection = here.parent.parent
state = collection / ".jupyterhub"
state.mkdir(mode=0o700, exist_ok=True)

# Loopback only: a reverse proxy with a certificate stands between this port and the world.
c.JupyterHub.bind_url = "http://127.0.0.1:8000"
c.ConfigurableHTTPProxy.command = [
    "node",
    str(here / "node_modules" / "configurable-http-proxy" / "bin" / "configurable-http-proxy"),
]
c.ConfigurableHTTPProxy.pid_file = str(state / "proxy.pid")
c.JupyterHub.db_url = f"sqlite:///{state / 'jupyterhub.sqlite'}"
c.JupyterHub.cookie_secret_file = str(state / "cookie_secret")

# The machine's own accounts and passwords; without the group nobody gets in.
c.JupyterHub.authenticator_class = "pam"
c.PAMAuthenticator.allowed_groups = {"seminar"}

# systemd holds a seat (its server with all its kernels) to mem_limit. Without systemd nothing does.
c.JupyterHub.spawner_class = "systemd" if Path("/run/systemd/system").is_dir() else "localprocess"
c.Spawner.mem_limit = "1G"
c.SystemdSpawner.isolate_tmp = True
c.SystemdSpawner.disable_user_sudo = True
c.JupyterHub.active_server_limit = 50
# A class logs in within a minute: on a small machine its servers get in each other's way, so give them time.
c.Spawner.start_timeout = 300
c.Spawner.http_timeout = 300

seat = "~/distillation"
c.Spawner.cmd = [sys.executable, str(here / "seat.py")]
c.Spawner.notebook_dir = seat
c.Spawner.default_url = "/lab/tree/notebooks/index.ipynb"
c.Spawner.environment = {
    "DISTILLATION_SEAT": seat,
    # The shared installation's kernel, before one of the same name in a user's folder.
    "JUPYTER_PREFER_ENV_PATH": "1",
    # The kernel's own limit, which needs no systemd: a runaway cell ends its kernel and not the machine.
    "NODE_OPTIONS": "--max-old-space-size=512",
}

# A server that nobody used for an hour is stopped; its files stay.
c.JupyterHub.load_roles = [
    {
        "name": "culler",
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
        "services": ["culler"],
    }
]
c.JupyterHub.services = [
    {"name": "culler", "command": [sys.executable, "-m", "jupyterhub_idle_culler", "--timeout=3600"]}
]
