import { availableParallelism } from "node:os";
import { configDefaults, defineConfig } from "vitest/config";

// Of two cores the runner itself would use one, though half of the time goes by with waiting for other processes.
const maxWorkers = Math.max(2, availableParallelism() - 1);

// What is held to a clock or to memory has the machine to itself, when all else is done.
const ALONE = ["test/actions/promote/{emulator,interruption}.test.ts", "test/contract/endurance.test.ts"];
const exclude = [...configDefaults.exclude, ...ALONE];

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
    maxWorkers,
    projects: [
      { test: { name: "unit", include: ["test/{actions,shared}/**/*.test.ts"], exclude } },
      { test: { name: "repo", include: ["test/repo/**/*.test.ts"] } },
      { test: { name: "docs", include: ["test/docs/**/*.test.ts"] } },
      { test: { name: "chaos", include: ["test/chaos/**/*.test.ts"] } },
      { test: { name: "simulate", include: ["test/simulate/**/*.test.ts"] } },
      {
        test: {
          name: "contract",
          include: ["test/contract/**/*.test.ts"],
          exclude,
          globalSetup: ["test/official/python.ts"],
        },
      },
      { test: { name: "bundle", include: ["test/bundle/**/*.test.ts"], globalSetup: ["test/bundle/build.ts"] } },
      { test: { name: "workflows", include: ["test/workflows/**/*.test.ts"] } },
      { test: { name: "act", include: ["test/act/**/*.test.ts"], globalSetup: ["test/act/program.ts"] } },
      { test: { name: "page", include: ["test/report-page/**/*.test.ts"] } },
      { test: { name: "alone", include: ALONE, maxWorkers: 1, sequence: { groupOrder: 1 } } },
      ...gpu,
      ...forge,
    ],
  },
});
