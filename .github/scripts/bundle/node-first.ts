import { chmodSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "rolldown";

const COMMAND = "model-release.js";
const LEAST = 24;

/** The command that people call. An older Node would answer with a syntax error out of a minified file. */
export const nodeFirst: Plugin = {
  name: "node-first",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: COMMAND, source: SOURCE });
  },
  // npm does it for what it installs, and nobody for a checkout.
  writeBundle({ dir = "" }) {
    chmodSync(join(dir, COMMAND), 0o755);
  },
};

const SOURCE = `#!/usr/bin/env node
if (Number.parseInt(process.versions.node, 10) >= ${LEAST}) await import("./command-line.js");
else {
  console.error(\`model-release needs Node ${LEAST} or later, and this is \${process.versions.node}.\`);
  console.error("Install it, or call \`npm run -s model-release -- …\` in the checkout, which brings its own.");
  process.exitCode = 2;
}
`;
