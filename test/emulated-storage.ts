import { plannedFaults } from "../shared/emulator/faults/faults.ts";
import type { FaultPlan } from "../shared/emulator/faults/plan.ts";
import { type RequestEntry, requestLog } from "../shared/emulator/request-log.ts";
import { openStore } from "../shared/emulator/state/open-store.ts";
import { startStorage } from "../shared/emulator/storage/start.ts";
import type { StoredObjects } from "../shared/emulator/stored-objects.ts";

export interface EmulatedStorage extends AsyncDisposable {
  readonly address: string;
  readonly objects: StoredObjects;
  requests(): readonly RequestEntry[];
}

/** Cloud Storage on this machine, for as long as a test needs it. */
export async function emulatedStorage({
  buckets = [],
  plan = {},
  stateFolder = null,
  nowMs = Date.now,
}: {
  readonly buckets?: readonly string[];
  readonly plan?: FaultPlan;
  readonly stateFolder?: string | null;
  readonly nowMs?: () => number;
}): Promise<EmulatedStorage> {
  const state = openStore(stateFolder);
  const requests = requestLog();
  const storage = await startStorage({ port: 0, state, faults: plannedFaults(plan), requests, nowMs });
  for (const name of buckets) {
    const body = JSON.stringify({ name });
    await fetch(`${storage.address}/storage/v1/b?project=p`, { method: "POST", body });
  }
  return {
    address: storage.address,
    objects: storage.objects,
    requests: requests.entries,
    async [Symbol.asyncDispose]() {
      await storage[Symbol.asyncDispose]();
      await state.close();
    },
  };
}
