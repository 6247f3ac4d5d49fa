import type { Log } from "../ports/log.ts";
import type { Runtime } from "../ports/runtime.ts";
import type { FaultPlan } from "./faults/plan.ts";
import type { RequestEntry } from "./request-log.ts";

export interface EmulatorOptions {
  /** Vertex AI's; 0, as without, picks one that is free. */
  readonly port?: number;
  readonly storagePort?: number;
  /** Everything is kept there and found there again; without one the emulator begins empty and leaves nothing. */
  readonly stateFolder?: string;
  readonly plan?: FaultPlan;
  /** Draws ids, etags and whom a request goes to. */
  readonly seed?: number;
  readonly runtime: Runtime;
  readonly log: Log;
  /** In milliseconds since 1970. */
  readonly nowMs?: () => number;
}

export interface Emulator extends AsyncDisposable {
  /** `127.0.0.1:P`, which answers gRPC and Vertex AI's REST form. */
  readonly vertex: string;
  /** `http://127.0.0.1:Q`, which answers Cloud Storage and Cloud Monitoring. */
  readonly storage: string;
  requests(): readonly RequestEntry[];
}
