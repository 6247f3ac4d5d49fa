import { championOf, standingOf } from "../ledger/history.ts";
import { instantMs } from "../ledger/instant.ts";
import type { DeployedModel, EndpointState } from "../ports/endpoint.ts";
import type { Effect } from "./effect.ts";
import { prunable } from "./prunable.ts";
import type { Situation } from "./situation.ts";

const HOUR_MS = 3_600_000;

/**
 * The next thing that is kept for nothing: an expired standby, what an interrupted run left, a version that nobody comes
 * back to. Never what is not ours.
 */
export function leftover(situation: Situation): Effect | null {
  const { endpoint, staging, desired } = situation;
  // Whoever deletes a manifest and says hold keeps the standby too.
  if (desired.manifest === null && desired.onDelete === "hold") return null;
  const found = endpoint.deployed.find((deployed) => isLeftover(deployed, situation));
  if (found !== undefined) return { kind: "collect", deployedModelId: found.id, from: "production" };
  const staged = staging?.deployed.find((deployed) => isOurs(deployed, situation) && !isServed(deployed, staging));
  if (staged !== undefined) return { kind: "collect", deployedModelId: staged.id, from: "staging" };
  const release = prunable(situation);
  return release === null ? null : { kind: "prune", release };
}

/** Only we write a digest there, and only what we ever began is in the ledger. */
function isOurs({ digest }: DeployedModel, { chain }: Situation): boolean {
  return digest !== null && chain.some((line) => line.digest === digest);
}

function isServed({ id }: DeployedModel, { split }: EndpointState): boolean {
  return (split[id] ?? 0) > 0;
}

function isLeftover(deployed: DeployedModel, situation: Situation): boolean {
  const { endpoint, chain, nowMs, desired } = situation;
  if (isServed(deployed, endpoint) || !isOurs(deployed, situation)) return false;
  const wanted = desired.manifest?.artifact.digest;
  // It is about to be needed again.
  if (deployed.digest === wanted && standingOf(chain, wanted!) === "healthy") return false;
  const champion = championOf(chain);
  const isStandby = champion?.before.some(({ deployedModelId }) => deployedModelId === deployed.id) ?? false;
  if (!isStandby) return true;
  const hours = desired.manifest?.rollback.standbyHours ?? 0;
  return nowMs - instantMs(champion!.time) >= hours * HOUR_MS;
}
