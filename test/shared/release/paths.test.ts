import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readManifest } from "../../../shared/release/manifest.ts";
import { escapingPaths, pathFromTop, pathsOf } from "../../../shared/release/paths.ts";

const VALID = join(import.meta.dirname, "../../../fixtures/releases/valid");
const read = (name: string) => readManifest(readFileSync(join(VALID, name)), name);

test.each([
  ["a folder beside", "models/churn", "artifacts/churn", "models/churn/artifacts/churn"],
  ["up and down again", "models/churn", "../shared/eval.csv", "models/shared/eval.csv"],
  ["up to the top", "models/churn", "../../data", "data"],
  ["the folder itself", "", ".", ""],
  ["dots and double slashes", "", "./a//b/./c", "a/b/c"],
  ["a name of three dots", "", ".../a", ".../a"],
  ["one level too many", "models/churn", "../../../data", null],
  ["out and in again by another name", "", "../repository/data", null],
  ["out in the middle", "", "a/../../b", null],
])("%s", (_, folder, path, expected) => expect(pathFromTop(path, folder)).toBe(expected));

test("every path of a manifest is listed, objects in buckets are not", () => {
  expect(pathsOf(read("binary.yaml").manifest).map(({ at, path }) => `${at} ${path}`)).toEqual([
    "/artifact/uri artifacts/churn",
    "/artifact/signedBy/key keys/release.pub",
    "/provenance/dependencies requirements.lock",
    "/evaluation/dataset/uri data/eval.parquet",
    "/golden/file golden.jsonl",
  ]);
  expect(pathsOf(read("multiclass.yaml").manifest).map(({ path }) => path)).toEqual([
    "preprocessing/",
    "parity.jsonl",
    "../data/digits.jsonl",
    "golden.jsonl",
  ]);
});

test("a path that leaves the repository is named where it stands", () => {
  const { manifest, problemAt } = read("multiclass.yaml");
  expect(escapingPaths(manifest, "models")).toEqual([]);
  expect(escapingPaths(manifest, "").map(problemAt)).toEqual([
    {
      file: "multiclass.yaml",
      line: 23,
      column: 18,
      source: "  dataset: {uri: ../data/digits.jsonl}",
      message: 'evaluation.dataset.uri "../data/digits.jsonl" leaves the repository',
      fix: "Name a path inside the repository.",
    },
  ]);
});
