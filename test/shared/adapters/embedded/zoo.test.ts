import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { embeddedRuntime } from "../../../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../../../shared/adapters/files/files.ts";
import { answeredCalls, readAnswers } from "./answered-calls.ts";

const zoo = join(import.meta.dirname, "../../../../fixtures/models/zoo");

// The smallest of those that .github/tools/make-keras-zoo.py makes; test/bench/zoo.ts measures them all.
test.each(readdirSync(zoo))("%s answers as TensorFlow does", async (name) => {
  const answers = readAnswers(join(zoo, name));
  const comparisons = await answeredCalls(embeddedRuntime(localFiles()), join(zoo, name), answers);
  expect(comparisons.length).toBeGreaterThan(0);
  for (const { problem, difference, spread } of comparisons) {
    expect(problem).toBeNull();
    expect(difference).toBeLessThanOrEqual((spread || 1) * answers.share);
  }
});
