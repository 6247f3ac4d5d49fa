import { championOf } from "../ledger/history.ts";
import { instantMs } from "../ledger/instant.ts";
import type { DeployedModel } from "../ports/endpoint.ts";
import type { Effect } from "./effect.ts";
import type { Situation } from "./situation.ts";

const HOUR_MS = 3_600_000;

/** The next thing that is deployed for nothing: an expired standby, or what an interrupted run left. Never what is not ours. */
export function leftover(situation: Situation): Effect | null {
  const found = situation.endpoint.deployed.find((deployed) => isLeftover(deployed, situation));
  return found === undefined ? null : { kind: "collect", deployedModelId: found.id };
}

function isLeftover({ id, digest }: DeployedModel, { endpoint, chain, nowMs, desired }: Situation): boolean {
  if ((endpoint.split[id] ?? 0) > 0) return false;
  // Only we write a digest there, and only what we ever began is in the ledger.
  if (digest === null || !chain.some((line) => line.digest === digest)) return false;
  const champion = championOf(chain);
  const isStandby = champion?.before.some(({ deployedModelId }) => deployedModelId === id) ?? false;
  if (!isStandby) return true;
  const hours = desired.manifest?.rollback.standbyHours ?? 0;
  return nowMs - instantMs(champion!.time) >= hours * HOUR_MS;
}
