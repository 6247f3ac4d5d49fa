import { expect, test } from "vitest";
import { nearest } from "../../../shared/schema/nearest.ts";

test.each([
  ["a swapped pair is one mistake", "insepct", ["inspect", "init"], "inspect"],
  ["a missing letter", "pak", ["inspect", "pack"], "pack"],
  ["the case does not count", "Inspect", ["inspect"], "inspect"],
  ["p95ms means p95Ms", "p95ms", ["p99Ms", "p95Ms"], "p95Ms"],
  ["a column behind a comma and a space is the one", "f1", ["f0", " f1"], " f1"],
  ["the closest wins", "latencyy", ["latencies", "latency"], "latency"],
  ["a third of the letters may be wrong", "abcxyz", ["abcdez"], "abcdez"],
  ["more than a third is another word", "abcxyw", ["abcdez"], null],
  ["nothing is near an unrelated word", "deploy", ["inspect", "pack"], null],
  ["no candidates, no suggestion", "inspect", [], null],
])("%s", (_, word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});
