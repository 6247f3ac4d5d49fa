import { existsSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { type VertexCloud, vertexCloud } from "../shared/adapters/vertex/cloud.ts";
import type { Pace } from "../shared/adapters/vertex/pace.ts";
import { type Emulator, startEmulator } from "../shared/emulator/emulator.ts";
import type { FaultPlan } from "../shared/emulator/faults/plan.ts";
import { silentLog } from "./fakes/log.ts";
import { sumRuntime } from "./fakes/sum-runtime.ts";

export const REGION = "europe-west4";
const BUCKET = "models";
const ARTIFACTS = 16;

/**
 * Vertex AI on this machine, with artifacts of which each adds up the numbers that it is asked. What a folder holds
 * already stays as it is.
 */
export async function emulatedCloud(plan: FaultPlan, stateFolder?: string): Promise<Emulator> {
  const isLaid = stateFolder !== undefined && existsSync(stateFolder);
  const state = stateFolder === undefined ? {} : { stateFolder };
  const emulator = await startEmulator({ plan, runtime: sumRuntime(), log: silentLog, ...state });
  if (isLaid) return emulator;
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

/** Google's own clients on that emulator; without a pace of its own in a time that passes as soon as somebody waits. */
export function emulatedVertex({ vertex }: Emulator, project: string, pace: Pace = hastyPace()): VertexCloud {
  return vertexCloud({ project, region: REGION, api: vertex, pace });
}

/** What one waits for passes at once, so that deadlines come without anybody's patience. */
export function hastyPace(): Pace {
  let skippedMs = 0;
  return {
    nowMs: () => performance.now() + skippedMs,
    wait: async (ms) => {
      skippedMs += ms;
      await delay(Math.min(ms, 5));
    },
    random: () => 0.5,
  };
}

async function post(url: string, body: unknown): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.json();
}
