import { describe, test } from "vitest";
import { isInstalled } from "./act.ts";
import { native } from "./world.ts";

/** An example that is run as it is written; it is counted as skipped, and says why, where that cannot be. */
export function describeExample(name: string, suite: () => void): void {
  if (!isInstalled) test.skip(`${name} (needs act: MODEL_RELEASE_ACT=required builds it with Go)`, () => {});
  else if (native === undefined) test.skip(`${name} (needs TensorFlow: run \`model-release setup\`)`, () => {});
  else describe(name, { timeout: 240_000 }, suite);
}
