// Writes the claims ledger, docs/claims.json, into the README between its two markers.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inRoot } from "./project.mjs";

const BEGIN = "<!-- ledger: written by `npm run ledger` from docs/claims.json -->";
const END = "<!-- end of ledger -->";
const VERDICTS = {
  holds: "holds",
  "holds if": "holds under a condition",
  half: "half of it holds",
  open: "not confirmed here, open",
  false: "**false as stated**",
};

export const claims = () => JSON.parse(readFileSync(inRoot("docs", "claims.json"), "utf8"));

/** A table's cells must not hold a bare vertical bar. */
const cell = (text) => text.replaceAll("|", "\\|");

/** The README with the ledger as the data file has it now. */
export function readmeWithLedger(readme) {
  const [before, rest] = readme.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error("README.md must hold both markers of the ledger");
  const rows = claims().map(({ claim, verdict, number, notebook, section }, k) => {
    const place = `[${notebook.slice(0, 2)}](notebooks/${notebook}.ipynb), ${section}`;
    return `| ${k + 1} | ${cell(claim)} | ${VERDICTS[verdict]} | ${cell(number)} | ${place} |`;
  });
  const head = [
    "| | the post's claim | verdict | the number | where |",
    "| --: | --- | --- | --- | --- |",
  ];
  return [before, BEGIN, "\n", [...head, ...rows].join("\n"), "\n", END, after].join("");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = inRoot("README.md");
  writeFileSync(file, readmeWithLedger(readFileSync(file, "utf8")));
  console.log(`README.md: ${claims().length} claims`);
}
