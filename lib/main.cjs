// What a notebook's `import … from "distillation"` loads: the build, or a plain line where there is none or an old one.
const { existsSync } = require("node:fs");
const path = require("node:path");
const { inspect } = require("node:util");
const { isBuilt } = require("./sources.cjs");

if (!existsSync(path.join(__dirname, "dist", "index.js"))) {
  const error = new Error("lib/dist is missing: run npm run build, then run this cell again");
  // A notebook would show the stack; where this file was required from says nothing to a reader.
  error[inspect.custom] = () => error.message;
  throw error;
}
if (!isBuilt()) {
  console.error("lib/dist is older than its sources: run npm run build, then restart the kernel");
}
module.exports = require("./dist/index.js");
