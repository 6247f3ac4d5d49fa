import { expect, test } from "vitest";
import type { PathKind } from "../../../../shared/ports/files.ts";
import { findBundle } from "../../../../shared/release/signing/find-bundle.ts";
import { memoryFiles } from "./bundle-maker.ts";

const present = (...paths: readonly string[]) => ({
  ...memoryFiles("", {}),
  kind: async (path: string): Promise<PathKind> => (paths.includes(path) ? "file" : "missing"),
});

test.each([
  ["inside the artifact", "a/churn", ["a/churn/model.sig", "a/churn.sig", "a/model.sig"], "a/churn/model.sig"],
  ["beside it under its name", "a/churn", ["a/churn.sig", "a/model.sig"], "a/churn.sig"],
  ["beside it", "a/churn", ["a/model.sig"], "a/model.sig"],
  ["beside an artifact without a parent", "churn", ["model.sig"], "model.sig"],
  ["beside an artifact at the root", "/churn", ["/model.sig"], "/model.sig"],
  ["despite a slash at the end", "a/churn/", ["a/churn.sig"], "a/churn.sig"],
  ["above the current folder", ".", ["./../model.sig"], "./../model.sig"],
  ["inside the current folder", ".", ["./model.sig"], "./model.sig"],
  ["nowhere", "a/churn", ["b/model.sig", "a/churn2.sig"], undefined],
])("a bundle is found %s", async (_, directory, paths, found) => {
  expect(await findBundle(directory, present(...paths))).toBe(found);
});
