import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { completeness, placeholders } from "../../../shared/release/completeness.ts";
import { parseManifest, readManifest } from "../../../shared/release/manifest.ts";
import { versionConflict } from "../../../shared/release/version.ts";

const text = readFileSync(join(import.meta.dirname, "../../../fixtures/releases/valid/binary.yaml"), "utf8");
const champion = parseManifest(text, "release.yaml");
const otherDigest = text.replace("9f86d081", "00000000");

test.each([
  ["the same version and digest", text, null],
  ["another version and digest", otherDigest.replace("2.3.0", "2.4.0"), null],
  ["another model of the same version", otherDigest.replace("name: churn", "name: stay"), null],
  ["the same version with another digest", otherDigest, "17:11"],
])("%s", (_, challenger, place) => {
  const problem = versionConflict(champion, readManifest(challenger, "release.yaml"));
  expect(problem && `${problem.line}:${problem.column}`).toBe(place);
});

test("completeness counts what a complete package names", () => {
  expect(completeness(champion)).toEqual({ named: 7, of: 7, missing: [] });
  const { provenance: _, ...bare } = champion;
  expect(completeness(bare)).toEqual({
    named: 2,
    of: 7,
    missing: [
      "provenance.codeRevision",
      "provenance.trainingWindow",
      "provenance.trainingData",
      "provenance.framework",
      "provenance.dependencies",
    ],
  });
  expect(completeness({ ...champion, model: { ...champion.model, intendedUse: "TODO: say it" } }).missing).toEqual([
    "model.intendedUse",
  ]);
});

test("placeholders are found wherever they are", () => {
  expect(placeholders({ a: "TODO", b: [{ c: "TODO: x" }], d: "TODOS", e: null })).toEqual(["a", "b.0.c"]);
});
