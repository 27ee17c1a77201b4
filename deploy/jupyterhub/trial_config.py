"""The same hub for `npm run seats`: invented users, one password, free ports of 127.0.0.1, all files in one folder.

Never for people: all seats run as whoever started it.
"""
import os
from pathlib import Path

c = get_config()  # noqa: F821
load_subconfig("jupyterhub_config.py", path=str(Path(__file__).parent))  # noqa: F821

folder = Path(os.environ["TRIAL_FOLDER"])
ports = os.environ["TRIAL_PORTS"].split(",")
c.JupyterHub.bind_url = f"http://127.0.0.1:{ports[0]}"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{ports[1]}"
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{ports[2]}"
c.ConfigurableHTTPProxy.pid_file = str(folder / "proxy.pid")
c.JupyterHub.db_url = f"sqlite:///{folder / 'jupyterhub.sqlite'}"
c.JupyterHub.cookie_secret_file = str(folder / "cookie_secret")

c.JupyterHub.authenticator_class = "shared-password"
c.SharedPasswordAuthenticator.user_password = os.environ["TRIAL_PASSWORD"]
c.Authenticator.allowed_users = set(os.environ["TRIAL_USERS"].split(","))

c.JupyterHub.active_server_limit = 0
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = str(folder / "home" / "{username}")
c.Spawner.notebook_dir = str(folder / "{username}")
c.Spawner.pre_spawn_hook = lambda spawner: (folder / spawner.user.name).mkdir(mode=0o700, exist_ok=True)
if os.geteuid() == 0:
    c.Spawner.args = ["--allow-root"]
