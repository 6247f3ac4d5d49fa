import { serveRuntime } from "../../shared/adapters/system/model-process/serve.ts";
import type { DeviceChoice } from "../../shared/adapters/tensorflow/device.ts";
import { Failure } from "../../shared/failure.ts";
import type { Runtime } from "../../shared/ports/runtime.ts";

// The program of a model's own process: nothing else ever loads a model. Its arguments are the runtime's name and, for
// TensorFlow, the addon's path and the device.

const RUNTIMES: Readonly<Record<string, () => Promise<Runtime>>> = {
  async embedded() {
    const { embeddedRuntime } = await import("../../shared/adapters/embedded/runtime.ts");
    const { localFiles } = await import("../../shared/adapters/files/files.ts");
    return embeddedRuntime(localFiles());
  },
  async tensorflow() {
    const { tensorflowRuntime } = await import("../../shared/adapters/tensorflow/runtime.ts");
    const { localFiles } = await import("../../shared/adapters/files/files.ts");
    const [, addon, device] = process.argv.slice(2);
    return tensorflowRuntime(localFiles(), { addon: addon!, device: device as DeviceChoice, scratch: process.cwd() });
  },
};

const name = process.argv[2] ?? "";
const start = RUNTIMES[name];
if (start === undefined) {
  throw new Failure("runtime-missing", `There is no runtime "${name}".`, { fix: "Report this as a defect." });
}
serveRuntime(await start());
