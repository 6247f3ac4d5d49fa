import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runtimeFor } from "../../actions/wiring/runtimes.ts";
import { measureParity } from "../../shared/evidence/parity.ts";
import type { LoadedModel } from "../../shared/ports/runtime.ts";
import { residentBytesOfChildren } from "../contract/resident-bytes.ts";
import { runtimeContract } from "../contract/runtime.ts";
import { silentLog } from "../fakes/log.ts";
import { project } from "../repo/project.ts";

// Needs a GPU, its driver, and `model-release setup --variant gpu`; without them it fails, and never passes on a
// processor. README.md beside it has the figures to be noted.

const directory = join(project, "fixtures/models/runtime-contract");
const runtime = await runtimeFor({ runtime: "tensorflow", device: "gpu" }, silentLog);

runtimeContract("TensorFlow on a GPU", { runtime, directory, residentBytes: residentBytesOfChildren });

describe("the GPU", () => {
  test("is named, and says whether it may round to TF32", async () => {
    await using model = await load("gpu");
    expect(model.device).not.toMatch(/^cpu$|unknown/);
    expect(model.tensorFloat32).toBe(process.env.NVIDIA_TF32_OVERRIDE !== "0");
  });

  test("has room for champion and challenger side by side", async () => {
    await using champion = await load("gpu");
    await using challenger = await load("gpu");
    expect(challenger.device).toBe(champion.device);
  });

  test("agrees with the processor", async () => {
    await using reference = await load("cpu");
    await using other = await load("gpu");
    const x = {
      dtype: "float32",
      shape: [64, 2],
      data: Float32Array.from({ length: 128 }, (_, at) => at / 7),
    } as const;
    const question = { requests: [new Map([["x", x]])], tolerance: { rtol: 1e-3, atol: 1e-5 }, repeats: 10 };
    const { outputs } = await measureParity(question, { reference, other });
    console.log(JSON.stringify({ device: other.device, tensorFloat32: other.tensorFloat32, outputs }));
    expect(outputs[0]!.difference.largestShare).toBeLessThanOrEqual(1);
  });
});

async function load(device: "cpu" | "gpu"): Promise<LoadedModel> {
  const chosen = await runtimeFor({ runtime: "tensorflow", device }, silentLog);
  return chosen.load({ directory, signatureName: "serving_default" });
}
