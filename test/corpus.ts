import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, test } from "vitest";

const root = process.env.MODEL_RELEASE_CORPUS;

if (root !== undefined && !existsSync(join(root, "CATALOG.md"))) {
  throw new Error(`MODEL_RELEASE_CORPUS is ${root}, which holds no CATALOG.md`);
}

/** A suite over the test corpus: it runs where MODEL_RELEASE_CORPUS names one, and is counted as skipped elsewhere. */
export function describeCorpus(title: string, suite: (folder: string) => void): void {
  if (root === undefined) test.skip(`${title} (needs MODEL_RELEASE_CORPUS)`, () => {});
  else describe(title, () => suite(resolve(root)));
}
