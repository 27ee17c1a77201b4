"""JupyterHub for a course: a seat for everyone with an account on this machine who is in the group `seminar`.

Started as root: jupyterhub -f deploy/jupyterhub/jupyterhub_config.py. docs/jupyterhub.md explains the choices.
"""
import os
import pwd
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

# Seats lie below the collection: TypeScript names a package in a declaration only if it finds it upwards from the
# cell's folder, where a link does not count.
seats = collection / "seats"
seats.mkdir(mode=0o755, exist_ok=True)


def make_seat(spawner):
    """Root's part: a folder that its user alone opens, in one where only root makes any; seat.py fills it as the user."""
    account = pwd.getpwnam(spawner.user.name)
    folder = Path(spawner.format_string(spawner.notebook_dir))
    folder.mkdir(mode=0o700, exist_ok=True)
    os.chown(folder, account.pw_uid, account.pw_gid)


c.Spawner.pre_spawn_hook = make_seat
c.Spawner.cmd = [sys.executable, str(here / "seat.py")]
c.Spawner.notebook_dir = str(seats / "{username}")
c.Spawner.default_url = "/lab/tree/notebooks/index.ipynb"
c.Spawner.environment = {
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
