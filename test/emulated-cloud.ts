import { setTimeout as delay } from "node:timers/promises";
import { type VertexCloud, vertexCloud } from "../shared/adapters/vertex/cloud.ts";
import type { Pace } from "../shared/adapters/vertex/pace.ts";
import { type Emulator, startEmulator } from "../shared/emulator/emulator.ts";
import type { FaultPlan } from "../shared/emulator/faults/plan.ts";
import { silentLog } from "./fakes/log.ts";
import { sumRuntime } from "./fakes/sum-runtime.ts";

export const REGION = "europe-west4";
export const BUCKET = "models";
export const ARTIFACTS = 16;

/** Vertex AI on this machine, with artifacts of which each adds up the numbers that it is asked. */
export async function emulatedCloud(plan: FaultPlan): Promise<Emulator> {
  const emulator = await startEmulator({ plan, runtime: sumRuntime(), log: silentLog });
  await post(`${emulator.storage}/storage/v1/b?project=p`, { name: BUCKET });
  for (let number = 0; number < ARTIFACTS; number++) {
    const name = encodeURIComponent(`${artifactPath(number)}saved_model.pb`);
    const url = `${emulator.storage}/upload/storage/v1/b/${BUCKET}/o?uploadType=media&name=${name}`;
    await post(url, { number });
  }
  return emulator;
}

export function artifactUri(number: number): string {
  return `gs://${BUCKET}/${artifactPath(number)}`;
}

function artifactPath(number: number): string {
  return `churn/sha256/${number.toString(16).padStart(64, "0")}/`;
}

/** An endpoint that serves nothing, found by its id. */
export async function makeEndpoint({ vertex }: Emulator, project: string, id: string): Promise<void> {
  const parent = `projects/${project}/locations/${REGION}`;
  const started = await post(`http://${vertex}/v1/${parent}/endpoints?endpointId=${id}`, { displayName: id });
  const { name } = started as { readonly name: string };
  for (;;) {
    const operation = (await (await fetch(`http://${vertex}/v1/${name}`)).json()) as { readonly done?: boolean };
    if (operation.done) return;
    await delay(5);
  }
}

/** Google's own clients on that emulator, with patience of thousandths of a second. */
export function emulatedVertex({ vertex }: Emulator, project: string): VertexCloud {
  return vertexCloud({ project, region: REGION, api: vertex, pace: HASTY });
}

/** Whatever was to be waited for is soon there. */
const HASTY: Pace = {
  nowMs: () => performance.now(),
  wait: async (ms) => {
    await delay(Math.min(ms, 10));
  },
  random: () => 0.5,
};

async function post(url: string, body: unknown): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.json();
}
