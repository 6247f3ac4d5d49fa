import type { RequestEntry } from "../../shared/emulator/request-log.ts";
import { asked } from "../asked.ts";
import type { Cloud } from "../chaos/cloud.ts";
import { ENDPOINT } from "../chaos/releases.ts";

/** One return of an endpoint to what it served before. */
export interface Return {
  /** Until the endpoint was seen to give its traffic to what served before. */
  readonly seconds: number;
  /** That were sent to the endpoint. */
  readonly writes: number;
}

export async function requestsOf({ address }: Cloud): Promise<readonly RequestEntry[]> {
  const { requests } = await asked<{ readonly requests: readonly RequestEntry[] }>(
    `${address.storage}/_emulator/requests`,
  );
  return requests;
}

/** From the lease, which is the first write of a run, to the end of the first look at the endpoint after its last one. */
export function returnIn(entries: readonly RequestEntry[], project: string): Return {
  const endpoint = `projects/${project}/locations/europe-west4/endpoints/${ENDPOINT}`;
  const lease = entries.find(({ method }) => method === "storage.objects.insert")!;
  const last = entries.findLastIndex(({ method, resource }) => method === "UpdateEndpoint" && resource === endpoint);
  const readBack = entries
    .slice(last)
    .find(({ method, resource }) => method === "GetEndpoint" && resource === endpoint)!;
  const writes = entries.filter(({ isMutation, resource }) => isMutation && resource === endpoint);
  const ms = Date.parse(readBack.time) + readBack.durationMs - Date.parse(lease.time);
  return { seconds: ms / 1000, writes: writes.length };
}
