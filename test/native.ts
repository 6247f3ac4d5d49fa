import { describe, test } from "vitest";
import { findNativeRuntime } from "../shared/adapters/system/native-runtime.ts";
import type { NativeRuntime } from "../shared/ports/native-runtime.ts";

/** What MODEL_RELEASE_RUNTIME names must be there; elsewhere TensorFlow may or may not have been set up. */
const native = await findNativeRuntime(process.env);

/** A suite that TensorFlow itself runs; it is counted as skipped, and says why, where TensorFlow has not been set up. */
export function describeNative(title: string, suite: (runtime: NativeRuntime) => void | Promise<void>): void {
  if (native !== undefined) describe(title, () => suite(native));
  else test.skip(`${title} (needs TensorFlow: run \`model-release setup\`, or set MODEL_RELEASE_RUNTIME)`, () => {});
}
