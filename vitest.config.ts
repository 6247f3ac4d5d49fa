import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Two cores may be shared with other work: only a hang takes this long.
    testTimeout: 60_000,
    projects: [
      { test: { name: "unit", include: ["test/{actions,shared}/**/*.test.ts"] } },
      { test: { name: "repo", include: ["test/repo/**/*.test.ts"] } },
      { test: { name: "contract", include: ["test/contract/**/*.test.ts"] } },
      { test: { name: "bundle", include: ["test/bundle/**/*.test.ts"] } },
    ],
  },
});
