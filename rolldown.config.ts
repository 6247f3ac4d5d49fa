import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { defineConfig, type Plugin } from "rolldown";
import { asModules } from "./.github/scripts/bundle/as-modules.ts";
import { calledDefinitions } from "./.github/scripts/bundle/called-definitions.ts";
import { compiledSchemas } from "./.github/scripts/bundle/compiled-schemas.ts";
import { lateUndici } from "./.github/scripts/bundle/late-undici.ts";
import { leftOut } from "./.github/scripts/bundle/left-out.ts";
import { lightBuiltIns } from "./.github/scripts/bundle/light-built-ins.ts";
import { nodeFirst } from "./.github/scripts/bundle/node-first.ts";
import { notices } from "./.github/scripts/bundle/notices.ts";
import { withoutMixins } from "./.github/scripts/bundle/without-mixins.ts";
import { nativeLock } from "./shared/adapters/system/provision/native-packages.ts";

const WASM = "tfjs-backend-wasm-simd.wasm";

/** The embedded runtime finds its WebAssembly beside the bundle. */
const wasmBeside: Plugin = {
  name: "wasm-beside",
  generateBundle() {
    const source = readFileSync(createRequire(import.meta.url).resolve(`@tensorflow/tfjs-backend-wasm/dist/${WASM}`));
    this.emitFile({ type: "asset", fileName: WASM, source });
  },
};

/** Of the lockfile only what `setup` installs: the rest is a third of a megabyte that nobody reads. */
const nativeLockfile: Plugin = {
  name: "native-lockfile",
  load: {
    filter: { id: /package-lock\.json$/ },
    handler: (id) => JSON.stringify(nativeLock(JSON.parse(readFileSync(id, "utf8")))),
  },
};

/** What `init` writes is the example itself, which does not lie beside the bundle. */
const exampleAsText: Plugin = {
  name: "example-as-text",
  load: {
    filter: { id: /actions\/wiring\/minimal-example\.ts$/ },
    handler: async (id) =>
      Object.entries(await import(id))
        .map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};`)
        .join("\n"),
  },
};

/** One set of shared chunks and a small entry per program; what a light command does not need is loaded late. */
export default defineConfig({
  input: {
    "command-line": "actions/release/main.ts",
    release: "actions/release/half-main.ts",
    promote: "actions/promote/main.ts",
    report: "actions/report/main.ts",
    rollback: "actions/rollback/main.ts",
    setup: "actions/setup/main.ts",
    validate: "actions/validate/main.ts",
    worker: "actions/wiring/worker.ts",
    "embedded-thread": "actions/wiring/embedded-thread.ts",
  },
  platform: "node",
  // Imports are put in the order of their modules' paths: what is linked to lies where the link is.
  resolve: { symlinks: false },
  treeshake: {
    moduleSideEffects: [{ test: /node_modules\/@actions\/(core|exec|http-client|io)\//, sideEffects: false }],
  },
  plugins: [
    ...[lightBuiltIns, lateUndici, leftOut, withoutMixins, calledDefinitions, compiledSchemas],
    ...[nodeFirst, wasmBeside, nativeLockfile, exampleAsText, asModules, notices],
  ],
  output: {
    dir: "actions/dist",
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
    minify: true,
    cleanDir: true,
  },
});
