import type { Chain } from "../../ledger/chain.ts";
import { standingOf } from "../../ledger/history.ts";
import { instantMs } from "../../ledger/instant.ts";
import type { LedgerEntry } from "../../ledger/line.ts";
import { type NotProposed, notProposed } from "./not-proposed.ts";

/** More failures of a model than this in a day are no longer a matter of one release. */
const MOST_A_DAY = 3;
const DAY_MS = 24 * 3_600_000;

/** Why no revert is proposed, so that no machine argues with itself; null where one may be. */
export function loopOf(failed: LedgerEntry, chain: Chain): NotProposed | null {
  if (wasReturn(failed, chain)) {
    const fix = "Choose a release that was healthy, and commit its manifest and artifact.";
    return notProposed("it came back by a revert, and a revert of a revert is never proposed", fix);
  }
  const recent = failuresBefore(failed, chain);
  if (recent < MOST_A_DAY) return null;
  const fix = "Find out what they have in common before another one is merged.";
  return notProposed(`${recent} other releases of ${failed.model} failed within a day`, fix);
}

/** A release that was healthy when this attempt began was brought back by people: only the tree and the ledger tell. */
function wasReturn({ digest, commit }: LedgerEntry, chain: Chain): boolean {
  const first = chain.findIndex((line) => line.digest === digest && line.commit === commit);
  return standingOf(first === -1 ? chain : chain.slice(0, first), digest) === "healthy";
}

function failuresBefore({ model, digest, commit, time }: LedgerEntry, chain: Chain): number {
  const since = instantMs(time) - DAY_MS;
  const failures = chain.filter((line) => line.event === "bad" && line.model === model && instantMs(line.time) > since);
  const releases = new Set(failures.map((line) => `${line.digest} ${line.commit}`));
  releases.delete(`${digest} ${commit}`);
  return releases.size;
}
