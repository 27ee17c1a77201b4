import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";

interface Process {
  pid: number;
  parent: number;
  command: string;
}

function processes(): Process[] {
  const { stdout } = spawnSync("ps", ["-axww", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  return Array.from(stdout.matchAll(/^ *(\d+) +(\d+) (.*)$/gm), ([, pid, parent, command]) => ({
    pid: Number(pid),
    parent: Number(parent),
    command,
  }));
}

/** The process of the kernel with this id: its connection file is named after it. */
export function kernelProcess(id: string): number {
  const found = processes().find(({ command }) => command.includes(`kernel-${id}.json`));
  if (!found) throw new Error(`no process of the kernel ${id}`);
  return found.pid;
}

/** A process and all that descend from it. */
function family(first: number): number[] {
  const all = processes();
  const members = [first];
  for (const member of members)
    members.push(...all.filter(({ parent }) => parent === member).map(({ pid }) => pid));
  return members;
}

const filesOf = (pid: number) => {
  try {
    return readdirSync(`/proc/${pid}/fd`);
  } catch {
    return []; // ended in between
  }
};

const inodesOf = (pid: number) =>
  filesOf(pid).flatMap((fd) => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
    } catch {
      return []; // closed in between
    }
  });

const LISTENING = "0A";

/** The local addresses, as Linux writes them, on which a process and its descendants accept connections. */
export function listeningAddresses(pid: number): string[] {
  const inodes = new Set(family(pid).flatMap(inodesOf));
  return ["/proc/net/tcp", "/proc/net/tcp6"].flatMap((table) =>
    readFileSync(table, "utf8")
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode]) => state === LISTENING && inodes.has(inode))
      .map(([, local]) => local.split(":")[0]),
  );
}
