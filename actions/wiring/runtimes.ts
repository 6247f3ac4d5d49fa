import { fileURLToPath } from "node:url";
import { processRuntime } from "../../shared/adapters/system/model-process/runtime.ts";
import { Failure } from "../../shared/failure.ts";
import type { Log } from "../../shared/ports/log.ts";
import type { Runtime } from "../../shared/ports/runtime.ts";

/** The embedded runtime says itself when it has worked at a prediction for two minutes; after that it is hung. */
const PREDICT_MS = 150_000;

// In the repository the worker is a source file and reads all of it; installed, it is a bundle among its chunks.
const isSource = import.meta.url.endsWith(".ts");
const worker = fileURLToPath(new URL(isSource ? "./worker.ts" : "./worker.js", import.meta.url));
const code = fileURLToPath(new URL(isSource ? "../.." : ".", import.meta.url));

/** The runtime that a person asked for; `auto` is TensorFlow where it has been set up, and says what it is. */
export function runtimeFor(choice: Runtime["name"] | "auto", log: Log): Runtime {
  if (choice === "tensorflow") {
    throw new Failure("runtime-missing", "TensorFlow has not been set up on this machine.", {
      fix: "Run `model-release setup`, or ask for --runtime embedded.",
    });
  }
  if (choice === "auto") log.info("TensorFlow has not been set up: the embedded runtime answers.");
  return processRuntime({ name: "embedded", worker, readable: [code], limits: { predictMs: PREDICT_MS }, log });
}
