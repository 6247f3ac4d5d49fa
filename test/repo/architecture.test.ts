import { expect, test } from "vitest";
import { forbiddenImports } from "./architecture.ts";
import { project } from "./project.ts";

test("every import is one that the tree allows", () => {
  expect(forbiddenImports(project)).toEqual([]);
});

test("each planted violation is caught, and what stands beside it is not", () => {
  expect(forbiddenImports(`${project}/test/repo/planted`)).toEqual([
    "actions/report/main.ts:1 imports @google-cloud/aiplatform",
    "actions/report/main.ts:2 imports shared/report/card.ts",
    "actions/validate/run.ts:1 imports @actions/core",
    "shared/adapters/git/asks-its-sibling.ts:1 imports shared/adapters/github/client.ts",
    "shared/common/anything.ts: this place is not in the tree that DESIGN draws",
    "shared/gate/renders.ts:1 imports shared/report/card.ts",
    "shared/gate/verdict.ts:1 imports shared/ledger/entry.ts",
    "shared/ports/throws.ts:1 imports shared/failure.ts",
    "shared/release/looks-right.ts:1 imports shared/gate/verdict.ts",
    "shared/release/reads-the-disk.ts:1 imports node:fs",
    "shared/report/card.ts:1 imports shared/ledger/append.ts",
  ]);
});
