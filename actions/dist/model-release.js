#!/usr/bin/env node
if (Number.parseInt(process.versions.node, 10) >= 24) await import("./command-line.js");
else {
  console.error(`model-release needs Node 24 or later, and this is ${process.versions.node}.`);
  console.error("Install it, or call `npm run -s model-release -- …` in the checkout, which brings its own.");
  process.exitCode = 2;
}
