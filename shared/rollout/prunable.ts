import type { ReleaseId } from "../evidence/evidence.ts";
import type { Chain } from "../ledger/chain.ts";
import { championOf, crowns } from "../ledger/history.ts";
import { instantMs } from "../ledger/instant.ts";
import type { LedgerLine } from "../ledger/line.ts";
import type { Situation } from "./situation.ts";

/** How a line begins that says that a version is gone from the registry: a deployment that is collected says otherwise. */
export const PRUNED = "its version is no longer kept";

const HOUR_MS = 3_600_000;
/** What was asked of the platform has ended by then: nothing is removed that may still be deployed. */
const SETTLED_MS = 3 * HOUR_MS;
/** What may not be removed yet is tried again by later runs for so long, and then with the next release. */
const TRIED_MS = 7 * 24 * HOUR_MS;

/**
 * A release whose version nobody comes back to: of those that were well the newest `keepVersions` are kept, of the others
 * only the one that is wanted. Who serves, who served before, and what is deployed is kept whatever its age; what just
 * ended stays for as long as a standby does, for whoever looks into it.
 */
export function prunable({ chain, desired, endpoint, staging, spared, nowMs }: Situation): ReleaseId | null {
  const { manifest } = desired;
  const champion = championOf(chain);
  if (manifest === null || champion === null || nowMs - instantMs(champion.time) > TRIED_MS) return null;
  const deployed = [...endpoint.deployed, ...(staging?.deployed ?? [])].map(({ digest }) => digest);
  const kept = new Set<string | null>([
    ...[manifest.artifact.digest, champion.digest, ...deployed, ...spared],
    ...champion.before.map(({ digest }) => digest),
    ...healthyDigests(chain).slice(0, manifest.rollback.keepVersions),
  ]);
  const graceMs = Math.max(SETTLED_MS, manifest.rollback.standbyHours * HOUR_MS);
  const isOver = (digest: string): boolean =>
    nowMs - instantMs(chain.findLast((line) => line.digest === digest)!.time) >= graceMs;
  return registered(chain).find(({ digest }) => !kept.has(digest) && isOver(digest)) ?? null;
}

/** Whoever was ever well, the last of them first. */
function healthyDigests(chain: Chain): readonly string[] {
  return [
    ...new Set(
      chain
        .filter(crowns)
        .toReversed()
        .map(({ digest }) => digest),
    ),
  ];
}

/** What was uploaded or registered since it was last removed, the oldest first. */
function registered(chain: Chain): readonly LedgerLine[] {
  const found = new Map<string, LedgerLine>();
  for (const line of chain) {
    if (line.event === "uploaded" || line.event === "registered") found.set(line.digest, line);
    if (line.event === "collected" && line.reason?.startsWith(PRUNED)) found.delete(line.digest);
  }
  return [...found.values()];
}
