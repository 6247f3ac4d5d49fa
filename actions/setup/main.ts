import { entry } from "../../shared/action/entry.ts";
import { readInputs, writeOutputs } from "../../shared/action/step.ts";
import { setupPorts } from "../wiring/setup-ports.ts";
import { INPUTS, parseInputs } from "./inputs.ts";
import { run } from "./run.ts";

await entry(async () => {
  const ports = setupPorts({ folder: process.cwd() });
  const { tensorflow, runtime, cacheHit, durationMs } = await run(parseInputs(readInputs(INPUTS)), ports);
  ports.log.info(`TensorFlow ${tensorflow} is at ${runtime} (${cacheHit ? "kept" : "made"}, ${durationMs} ms).`);
  writeOutputs(
    { "tensorflow-version": tensorflow, runtime, "cache-hit": cacheHit },
    { MODEL_RELEASE_RUNTIME: runtime },
  );
  return 0;
});
