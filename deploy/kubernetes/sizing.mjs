// Writes the tables of docs/kubernetes.md from sizing.json (what was measured, and the nodes) and values.yaml (what a seat is given).
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const here = (name) => new URL(name, import.meta.url);
const page = here("../../docs/kubernetes.md");

export const measured = () => JSON.parse(readFileSync(here("sizing.json"), "utf8"));

/** What values.yaml guarantees a seat: cores, GiB of memory, GiB of storage; and how many seats stand ready. */
export function guaranteed() {
  const { singleuser, scheduling } = parse(readFileSync(here("values.yaml"), "utf8"));
  // KubeSpawner's M and G are powers of 1024.
  const gib = (text) => Number.parseFloat(text) / (text.includes("M") ? 1024 : 1);
  return {
    cores: singleuser.cpu.guarantee,
    memoryGiB: gib(singleuser.memory.guarantee),
    storageGiB: gib(singleuser.storage.capacity),
    placeholders: scheduling.userPlaceholder.replicas,
  };
}

const sum = (values) => values.reduce((total, value) => total + value, 0);

/** How many seats of this size a node takes: cores, memory or the number of pods gives out first. */
export const seatsPerNode = (node, seat) =>
  Math.floor(
    Math.min(
      (node.cores - node.reservedCores) / seat.cores,
      (node.memoryGiB - node.reservedGiB) / seat.memoryGiB,
      node.pods,
    ),
  );

/** What this many seats need; core-hours for everybody's one run of each notebook, and for the nodes during a session. */
export function needs(seats, { cpuSeconds, hours, node }, seat) {
  const nodes = Math.ceil((seats + seat.placeholders) / seatsPerNode(node, seat));
  return {
    cores: seats * seat.cores,
    memoryGiB: seats * seat.memoryGiB,
    storageGiB: seats * seat.storageGiB,
    nodes,
    computedCoreHours: (seats * sum(Object.values(cpuSeconds))) / 3600,
    reservedCoreHours: nodes * node.cores * hours,
  };
}

/** Minutes until a notebook is at its end where everybody runs it at once and each gets what is guaranteed. */
export const waveMinutes = (cpuSeconds, seat) => cpuSeconds / seat.cores / 60;

const row = (cells) => `| ${cells.join(" | ")} |`;

function waveTable({ cpuSeconds }, seat) {
  return [
    row(["notebook", "CPU-seconds of *Run All*", "minutes, when everybody presses it at once"]),
    row(["---", "--:", "--:"]),
    ...Object.entries(cpuSeconds).map(([name, seconds]) =>
      row([name, Math.round(seconds), waveMinutes(seconds, seat).toFixed(1)]),
    ),
  ];
}

function needTable(inputs, seat) {
  const each = inputs.seats.map((seats) => needs(seats, inputs, seat));
  const line = (name, value) => row([name, ...each.map(value)]);
  const { cores, memoryGiB } = inputs.node;
  return [
    row(["seats", ...inputs.seats]),
    row(["---", ...inputs.seats.map(() => "--:")]),
    line("cores guaranteed", (one) => one.cores),
    line("memory guaranteed, GiB", (one) => one.memoryGiB),
    line("volumes, GiB", (one) => one.storageGiB),
    line(`nodes of ${cores} cores and ${memoryGiB} GiB`, (one) => one.nodes),
    line("core-hours that one run of every notebook computes", (one) =>
      Math.round(one.computedCoreHours),
    ),
    line(`core-hours of the nodes in ${inputs.hours} hours`, (one) => one.reservedCoreHours),
  ];
}

/** A page with the tables as the inputs have them now, each between its two markers. */
export function withTables(text) {
  const tables = { wave: waveTable, needs: needTable };
  return Object.entries(tables).reduce((whole, [name, table]) => {
    const begin = `<!-- ${name}: written by \`node deploy/kubernetes/sizing.mjs\` -->\n`;
    const end = `<!-- end of ${name} -->`;
    const [before, rest] = whole.split(begin);
    const after = rest?.split(end)[1];
    if (after === undefined) throw new Error(`docs/kubernetes.md must hold ${begin}and ${end}`);
    const lines = table(measured(), guaranteed()).join("\n");
    return [before, begin, lines, "\n", end, after].join("");
  }, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(page, withTables(readFileSync(page, "utf8")));
