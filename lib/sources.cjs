// What lib/dist is built from, as a hash: asked by the build before it compiles and by the package before it is used.
// Node's built-in modules only.
const { createHash } = require("node:crypto");
const { existsSync, readdirSync, readFileSync } = require("node:fs");
const path = require("node:path");

const root = path.resolve(__dirname, "..");
const stamp = path.join(__dirname, "dist", ".built-from");

function sources(folder = __dirname) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return entry.name.startsWith("dist") ? [] : sources(file);
      return /\.(ts|json)$/.test(entry.name) ? [file] : [];
    });
}

/** Contents and not times: a checkout or a copy gives unchanged files new times. */
function sourceFingerprint() {
  const hash = createHash("sha256");
  for (const file of [...sources(), path.join(root, "tsconfig.json")]) {
    hash.update(path.relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

const isBuilt = () => existsSync(stamp) && readFileSync(stamp, "utf8") === sourceFingerprint();

module.exports = { isBuilt, sourceFingerprint };
