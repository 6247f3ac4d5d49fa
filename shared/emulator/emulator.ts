import type { Log } from "../ports/log.ts";
import type { Runtime } from "../ports/runtime.ts";
import { plannedFaults } from "./faults/faults.ts";
import type { FaultPlan } from "./faults/plan.ts";
import { openArtifacts } from "./models/artifacts.ts";
import { openMonitoring } from "./monitoring/monitoring.ts";
import { type RequestEntry, requestLog, requestLogSurface } from "./request-log.ts";
import { openStore } from "./state/open-store.ts";
import { startStorage } from "./storage/start.ts";
import { servedNames } from "./vertex/served-names.ts";
import { startVertex } from "./vertex/start.ts";
import { createWorld } from "./vertex/world.ts";

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
  /** What was asked, oldest first. */
  requests(): readonly RequestEntry[];
  /** 64 hex digits over the bytes that a deployed model serves; null where it serves none. */
  servedDigest(endpoint: string, deployedModelId: string): string | null;
}

/** Vertex AI, Cloud Storage and Cloud Monitoring on this machine alone, with the models in processes of their own. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { port = 0, storagePort = 0, stateFolder = null, plan = {}, seed = 1, runtime, nowMs = Date.now } = options;
  await using started = new AsyncDisposableStack();
  const store = openStore(stateFolder);
  started.defer(() => store.close());
  const faults = plannedFaults(plan);
  const requests = requestLog();
  const ports = { state: store, faults, requests, nowMs };
  const monitoring = started.use(openMonitoring({ ...ports, namesOf: servedNames(store) }));
  const surfaces = [requestLogSurface(requests), monitoring.surface];
  const storage = started.use(await startStorage({ ...ports, port: storagePort, surfaces }));
  const artifacts = started.use(openArtifacts({ store, objects: storage.objects, runtime }));
  const world = createWorld({ store, artifacts, served: monitoring.served, plan, seed, nowMs });
  const vertex = started.use(await startVertex(port, { world, faults, requestLog: requests }));
  options.log.detail(`The emulator's state is in ${store.folder}.`);

  const running = started.move();
  return {
    vertex: vertex.address,
    storage: storage.address,
    requests: requests.entries,
    servedDigest: artifacts.digest,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}
