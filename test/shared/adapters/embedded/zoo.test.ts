import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { embeddedRuntime } from "../../../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../../../shared/adapters/files/files.ts";
import { compareOutputs } from "./compare.ts";
import { tensorFrom, type WrittenTensor } from "./kernels/kernel-case.ts";

interface Expected {
  readonly share: number;
  readonly calls: readonly {
    readonly inputs: Readonly<Record<string, WrittenTensor>>;
    readonly outputs: Readonly<Record<string, WrittenTensor>>;
    readonly spread: Readonly<Record<string, number | null>>;
  }[];
}

const models = join(import.meta.dirname, "../../../../fixtures/models");
const answered = readdirSync(models).filter((name) => /^(keras|tensorflow1?)-/.test(name));

// The smallest of those that .github/tools/make-keras-zoo.py makes; test/bench/zoo.ts measures them all.
test.each(answered)("%s answers as TensorFlow does", async (name) => {
  const directory = join(models, name);
  const { share, calls } = JSON.parse(readFileSync(join(directory, "expected.json"), "utf8")) as Expected;
  await using model = await embeddedRuntime(localFiles()).load({ directory, signatureName: "serving_default" });
  expect(calls.length).toBeGreaterThan(0);
  for (const { inputs, outputs, spread } of calls) {
    const given = new Map(Object.entries(inputs).map(([input, written]) => [input, tensorFrom(written)]));
    for (const comparison of compareOutputs(await model.predict(given), outputs, spread)) {
      expect(comparison.problem).toBeNull();
      expect(comparison.difference).toBeLessThanOrEqual((comparison.spread || 1) * share);
    }
  }
});
