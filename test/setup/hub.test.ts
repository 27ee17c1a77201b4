import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot, venvPython } from "../../scripts/project.mjs";

const scratch = mkdtempSync(path.join(tmpdir(), "distillation-hub-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const deploy = inRoot("deploy", "jupyterhub");

/** A collection that holds no more than the two configurations. */
function configurations() {
  const folder = mkdtempSync(path.join(scratch, "collection-"));
  const copy = path.join(folder, "deploy", "jupyterhub");
  mkdirSync(copy, { recursive: true });
  for (const name of ["jupyterhub_config.py", "trial_config.py"])
    writeFileSync(path.join(copy, name), readFileSync(path.join(deploy, name)));
  return { folder, copy };
}

/** What a configuration sets, loaded by traitlets as JupyterHub loads it; JupyterHub itself need not be installed. */
function loaded(file: string, environment: Record<string, string> = {}) {
  const code = `
import json, sys
from traitlets.config.loader import PyFileConfigLoader
config = PyFileConfigLoader(sys.argv[1], path=sys.argv[2]).load_config()
print(json.dumps(config, default=lambda value: sorted(value) if isinstance(value, set) else str(value)))`;
  const { folder, copy } = configurations();
  const { stdout, stderr } = spawnSync(venvPython, ["-c", code, file, copy], {
    encoding: "utf8",
    env: { ...process.env, ...environment },
  });
  expect(stderr).toBe("");
  return { config: JSON.parse(stdout), folder };
}

const trial = {
  TRIAL_FOLDER: scratch,
  TRIAL_PORTS: "18000,18001,18002",
  TRIAL_PASSWORD: "not for people",
  TRIAL_USERS: "user1,user2",
};

describe.skipIf(process.platform === "win32")("deploy/jupyterhub", () => {
  it("jupyterhub_config.py listens on loopback and lets in one group, by the machine's passwords", () => {
    const { config } = loaded("jupyterhub_config.py");
    expect(new URL(config.JupyterHub.bind_url).hostname).toBe("127.0.0.1");
    expect(config.JupyterHub.authenticator_class).toBe("pam");
    expect(config.PAMAuthenticator).toEqual({ allowed_groups: ["seminar"] });
    expect(config.Authenticator?.allow_all).toBeUndefined();
    expect(["systemd", "localprocess"]).toContain(config.JupyterHub.spawner_class);
  });

  it("jupyterhub_config.py keeps the hub's secrets in a folder that only its owner opens", () => {
    const { config, folder } = loaded("jupyterhub_config.py");
    const state = path.dirname(config.JupyterHub.cookie_secret_file);
    expect(path.relative(folder, state)).toBe(".jupyterhub");
    expect(lstatSync(state).mode & 0o777).toBe(0o700);
  });

  it("jupyterhub_config.py names a proxy and a seat that package.json and the folder hold", () => {
    const { config, folder } = loaded("jupyterhub_config.py");
    const lock = JSON.parse(readFileSync(path.join(deploy, "package-lock.json"), "utf8"));
    const [command, script] = config.ConfigurableHTTPProxy.command;
    const proxy = "node_modules/configurable-http-proxy";
    const { bin } = lock.packages[proxy];
    expect(command).toBe("node");
    expect(path.relative(path.join(folder, "deploy", "jupyterhub"), script)).toBe(
      path.join(proxy, bin["configurable-http-proxy"]),
    );
    const seat = path.join(deploy, path.basename(config.Spawner.cmd[1]));
    expect(existsSync(seat)).toBe(true);
  });

  it("jupyterhub_config.py makes a seat below the collection, its user's and closed to others", () => {
    const code = `
import sys
from types import SimpleNamespace
from traitlets.config.loader import PyFileConfigLoader
spawner = PyFileConfigLoader("jupyterhub_config.py", path=sys.argv[1]).load_config().Spawner
user = SimpleNamespace(name=sys.argv[2])
for again in range(2):
    spawner.pre_spawn_hook(SimpleNamespace(
        user=user, notebook_dir=spawner.notebook_dir, format_string=lambda s: s.format(username=user.name)))`;
    const { folder, copy } = configurations();
    const { uid, username } = userInfo();
    // Only root can hand a folder to somebody else.
    const account = uid === 0 ? "nobody" : username;
    const { stderr } = spawnSync(venvPython, ["-c", code, copy, account], { encoding: "utf8" });
    expect(stderr).toBe("");
    const seats = lstatSync(path.join(folder, "seats"));
    const seat = lstatSync(path.join(folder, "seats", account));
    expect([seats.uid, seats.mode & 0o022]).toEqual([uid, 0]);
    const id = spawnSync("id", ["-u", account], { encoding: "utf8" }).stdout;
    expect([seat.uid, seat.mode & 0o777]).toEqual([Number(id), 0o700]);
  });

  it("git ignores seats, and not scripts/seats", () => {
    const paths = ["seats/someone/notebooks/a.ipynb", "scripts/seats/trial.py"];
    const args = ["check-ignore", "--no-index", ...paths];
    expect(spawnSync("git", args, { cwd: inRoot(), encoding: "utf8" }).stdout).toBe(
      `${paths[0]}\n`,
    );
  });

  it("trial_config.py changes who may log in and where files go, and keeps seats and limits", () => {
    const { config: real } = loaded("jupyterhub_config.py");
    const { config } = loaded("trial_config.py", trial);
    expect(new URL(config.JupyterHub.bind_url).host).toBe("127.0.0.1:18000");
    expect(config.JupyterHub.spawner_class).toBe("simple");
    expect(config.Authenticator.allowed_users).toEqual(["user1", "user2"]);
    expect(config.Spawner.notebook_dir).toBe(path.join(scratch, "{username}"));
    expect(config.Spawner.environment).toEqual(real.Spawner.environment);
    expect(config.Spawner.mem_limit).toBe(real.Spawner.mem_limit);
    expect(config.JupyterHub.load_roles).toEqual(real.JupyterHub.load_roles);
  });
});

describe.skipIf(process.platform === "win32")("seat.py", () => {
  const collection = path.join(scratch, "shared");
  const seat = path.join(collection, "seats", "someone");
  const notebooks = path.join(collection, "notebooks");
  const layOut = () => {
    const code = `
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from seat import lay_out
lay_out(Path(sys.argv[2]), Path(sys.argv[3]))`;
    const args = ["-B", "-c", code, deploy, seat, collection];
    return spawnSync(venvPython, args, { encoding: "utf8" }).stderr;
  };

  it("copies the notebooks so that their user can write them, and nothing else", () => {
    mkdirSync(path.join(notebooks, "solutions"), { recursive: true });
    mkdirSync(path.join(notebooks, ".ipynb_checkpoints"));
    writeFileSync(path.join(notebooks, "a.ipynb"), "as shared", { mode: 0o444 });
    writeFileSync(path.join(notebooks, "solutions", "a.ipynb"), "worked");
    writeFileSync(path.join(notebooks, ".ipynb_checkpoints", "a.ipynb"), "stray");
    expect(layOut()).toBe("");
    const copy = path.join(seat, "notebooks", "a.ipynb");
    expect(readFileSync(copy, "utf8")).toBe("as shared");
    expect(lstatSync(copy).mode & 0o200).toBe(0o200);
    expect(readFileSync(path.join(seat, "notebooks", "solutions", "a.ipynb"), "utf8")).toBe(
      "worked",
    );
    expect(existsSync(path.join(seat, "notebooks", ".ipynb_checkpoints"))).toBe(false);
    expect(readdirSync(seat)).toEqual(["notebooks"]);
  });

  it("leaves the user's work alone and brings back what was deleted", () => {
    writeFileSync(path.join(seat, "notebooks", "a.ipynb"), "my answer");
    rmSync(path.join(seat, "notebooks", "solutions", "a.ipynb"));
    expect(layOut()).toBe("");
    expect(readFileSync(path.join(seat, "notebooks", "a.ipynb"), "utf8")).toBe("my answer");
    expect(existsSync(path.join(seat, "notebooks", "solutions", "a.ipynb"))).toBe(true);
  });

  it("says in a line which notebook its user may not read", () => {
    const code = `
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from seat import lay_out
if os.getuid() == 0: os.setuid(65534)
lay_out(Path(sys.argv[2]), Path(sys.argv[3]))`;
    const folder = mkdtempSync(path.join(tmpdir(), "distillation-unreadable-"));
    const [shared, own] = ["shared", "seat"].map((name) => path.join(folder, name));
    const file = path.join(shared, "notebooks", "a.ipynb");
    mkdirSync(path.dirname(file), { recursive: true });
    mkdirSync(own);
    writeFileSync(file, "{}");
    chmodSync(file, 0o000);
    chmodSync(folder, 0o755);
    chmodSync(own, 0o777);
    const { status, stderr } = spawnSync(venvPython, ["-B", "-c", code, deploy, own, shared], {
      encoding: "utf8",
    });
    const left = readdirSync(path.join(own, "notebooks"));
    rmSync(folder, { recursive: true });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `seat: ${file} cannot be read (Permission denied); its permissions are the installation's\n`,
    });
    expect(left).toEqual([]);
  });
});
