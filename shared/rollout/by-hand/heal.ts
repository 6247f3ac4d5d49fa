import { championOf } from "../../ledger/history.ts";
import { ended } from "../effect.ts";
import { expectedShares, expectedSplit, hasDrifted, servedShares, sharesText } from "../served.ts";
import type { HandPorts } from "./at-endpoint.ts";
import { type AtRest, type DoneByHand, lineBy, notDone, refused } from "./under-lease.ts";

/** Whatever others made of the split, it becomes again what the ledger says, in one write. */
export async function heal(rest: AtRest, { endpoint }: HandPorts): Promise<DoneByHand> {
  const { chain } = rest;
  if (!hasDrifted(rest)) return { ...ended("noop", "the endpoint serves what the ledger says"), entries: [] };
  const champion = championOf(chain) ?? chain.at(-1);
  if (champion === undefined) return refused("the ledger says nothing of this endpoint yet", ADOPT);
  const gone = expectedShares(chain).filter(
    ({ deployedModelId }) => !rest.endpoint.deployed.some(({ id }) => id === deployedModelId),
  );
  if (gone.length > 0) return refused(`${sharesText(gone)} is no longer deployed`, ADOPT);
  if (!(await rest.isStillOurs())) return refused("another run has taken the lease", "Run it again.");
  const shared = await endpoint.share(expectedSplit(chain), rest.endpoint.etag);
  if (shared.kind !== "done") return notDone("moving traffic", shared);
  const before = servedShares(rest.endpoint, chain);
  const reason = `somebody else had made it serve ${sharesText(before)}`;
  const { model, version, digest, evidenceDigest } = champion;
  const entry = lineBy(rest, { model, version, digest, evidenceDigest, event: "healed", reason, before }, shared.value);
  return { ...ended("healthy", `the endpoint serves ${sharesText(entry.after)} again`), entries: [entry] };
}

const ADOPT = "Run `model-release adopt`: the ledger then begins anew from what is there.";
