// Runs before anything else, so it must parse on any Node a reader may have: no modern syntax here.
var required = require("../package.json")
  .engines.node.replace(/[^\d.]/g, "")
  .split(".")
  .map(Number);
var running = process.versions.node.split(".").map(Number);
var tooOld = running[0] < required[0] || (running[0] === required[0] && running[1] < required[1]);
if (tooOld) {
  console.error(
    "These notebooks need Node " +
      required.join(".") +
      " or newer and this is Node " +
      process.versions.node +
      ". Install a newer one from https://nodejs.org and run the command again.",
  );
  process.exit(1);
}
