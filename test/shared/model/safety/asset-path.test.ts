import { expect, test } from "vitest";
import { assetEscape } from "../../../../shared/model/safety/asset-path.ts";
import { scanGraph } from "../../../../shared/model/safety/scan-graph.ts";
import { savedModel } from "./../graphs.ts";

test.each<[string, boolean]>([
  ["words.txt", true],
  ["lists/words.txt", true],
  ["..words.txt", true],
  ["a b…ü.txt", true],
  ["", false],
  ["../words.txt", false],
  ["lists/../../words.txt", false],
  ["..\\words.txt", false],
  ["lists\\words.txt", false],
  ["/etc/passwd", false],
  ["~/words.txt", false],
  ["C:words.txt", false],
  ["gs://bucket/words.txt", false],
  ["file:words.txt", false],
  ["words\0.txt", false],
])("the asset %j stays inside: %s", (file, inside) => {
  expect(assetEscape(file) === null).toBe(inside);
  expect(scanGraph(savedModel({ assets: [{ tensor: "a:0", file }] }))).toHaveLength(inside ? 0 : 1);
});
