import { defineConfig } from "vitest/config";

// What needs a GPU fails without one, so it is run only where it is asked for.
const gpu =
  process.env.MODEL_RELEASE_GPU === undefined ? [] : [{ test: { name: "gpu", include: ["test/gpu/**/*.test.ts"] } }];

// A forge of somebody else's making takes ten minutes to build.
const forge =
  process.env.MODEL_RELEASE_FORGE === undefined
    ? []
    : [{ test: { name: "forge", include: ["test/forge/**/*.test.ts"] } }];

export default defineConfig({
  test: {
    // Two cores may be shared with other work: only a hang takes this long.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { test: { name: "unit", include: ["test/{actions,shared}/**/*.test.ts"] } },
      { test: { name: "repo", include: ["test/repo/**/*.test.ts"] } },
      { test: { name: "docs", include: ["test/docs/**/*.test.ts"] } },
      { test: { name: "chaos", include: ["test/chaos/**/*.test.ts"] } },
      { test: { name: "simulate", include: ["test/simulate/**/*.test.ts"] } },
      { test: { name: "contract", include: ["test/contract/**/*.test.ts"] } },
      { test: { name: "bundle", include: ["test/bundle/**/*.test.ts"], globalSetup: ["test/bundle/build.ts"] } },
      { test: { name: "workflows", include: ["test/workflows/**/*.test.ts"] } },
      { test: { name: "act", include: ["test/act/**/*.test.ts"] } },
      { test: { name: "page", include: ["test/report-page/**/*.test.ts"] } },
      ...gpu,
      ...forge,
    ],
  },
});
