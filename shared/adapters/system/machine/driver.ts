import { Failure } from "../../../failure.ts";
import type { Environment } from "../native-runtime.ts";
import { readGpus } from "./nvidia-smi.ts";

/** Asked before three gigabytes of CUDA are fetched for a machine that cannot use them. */
export async function requireDriver(environment: Environment): Promise<void> {
  const report = await readGpus(environment);
  if (report.status === "present" && report.gpus.length > 0) return;
  const reason = report.status === "present" ? "nvidia-smi lists no GPU" : report.reason;
  throw new Failure("tool-missing", `The variant gpu needs an NVIDIA driver and a GPU, and ${reason}`, {
    fix: "Install the driver (`sudo ubuntu-drivers install --gpgpu`, then `nvidia-smi`), or set up --variant cpu.",
  });
}
