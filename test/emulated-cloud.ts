import { existsSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { type VertexCloud, vertexCloud } from "../shared/adapters/vertex/cloud.ts";
import type { Pace } from "../shared/adapters/vertex/pace.ts";
import { type Emulator, startEmulator } from "../shared/emulator/emulator.ts";
import type { FaultPlan } from "../shared/emulator/faults/plan.ts";
import { asked } from "./asked.ts";
import { silentLog } from "./fakes/log.ts";
import { sumRuntime } from "./fakes/sum-runtime.ts";
import { makeBucket, REGION } from "./laid-cloud.ts";

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
  await makeBucket(emulator, "p", BUCKET);
  for (let number = 0; number < ARTIFACTS; number++) {
    const name = encodeURIComponent(`${artifactPath(number)}saved_model.pb`);
    const url = `${emulator.storage}/upload/storage/v1/b/${BUCKET}/o?uploadType=media&name=${name}`;
    await asked(url, { number });
  }
  return emulator;
}

export function artifactUri(number: number): string {
  return `gs://${BUCKET}/${artifactPath(number)}`;
}

function artifactPath(number: number): string {
  return `churn/sha256/${number.toString(16).padStart(64, "0")}/`;
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
