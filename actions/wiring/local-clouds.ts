import { type Emulator, startEmulator } from "../../shared/emulator/emulator.ts";
import { parseFaultPlan } from "../../shared/emulator/faults/plan.ts";
import type { LocalClouds } from "../../shared/ports/local-cloud.ts";
import type { Log } from "../../shared/ports/log.ts";
import { runtimeFor } from "./runtimes.ts";

/** The emulator with the embedded runtime in it: each model in a process of its own. */
export function localClouds(log: Log): LocalClouds {
  return {
    async start({ port, stateFolder, faults }): Promise<Emulator> {
      const plan = faults === null ? {} : parseFaultPlan(faults.text, faults.file);
      const runtime = await runtimeFor({ runtime: "embedded" }, log);
      return startEmulator({ port, ...(stateFolder === null ? {} : { stateFolder }), plan, runtime, log });
    },
    print: (line) => process.stdout.write(`${line}\n`),
  };
}
