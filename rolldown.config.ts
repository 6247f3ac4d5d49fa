import { defineConfig } from "rolldown";

/** One set of shared chunks and a small entry per program; what a light command does not need is loaded late. */
export default defineConfig({
  input: { "model-release": "actions/release/main.ts" },
  platform: "node",
  output: {
    dir: "actions/dist",
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
    minify: true,
    cleanDir: true,
  },
});
