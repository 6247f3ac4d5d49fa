import { join } from "node:path";
import { processRuntime } from "../../shared/adapters/system/model-process/runtime.ts";
import { silentLog } from "./log.ts";

// A host that loads a model, asks it what its argument says, prints the model's process and waits to be killed.

const worker = join(import.meta.dirname, "model-worker.ts");
const runtime = processRuntime({ name: "embedded", worker, log: silentLog });
const model = await runtime.load({ directory: "model", signatureName: "several" });
const text = [new TextEncoder().encode(process.argv[2])];
void model.predict(
  new Map([
    ["count", { dtype: "int64", shape: [1], data: BigInt64Array.of(1n) }],
    ["pixels", { dtype: "float32", shape: [1, 2], data: Float32Array.of(1, 2) }],
    ["text", { dtype: "string", shape: [1], data: text }],
  ]),
);
process.stdout.write(`${model.device.replace("process ", "")}\n`);
