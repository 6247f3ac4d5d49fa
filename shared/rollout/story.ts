import type { ReleaseId } from "../evidence/evidence.ts";
import { championOf } from "../ledger/history.ts";
import { instantText, laterOf } from "../ledger/instant.ts";
import type { LedgerEntry, LedgerEvent, ServedShare } from "../ledger/line.ts";
import type { EndpointState } from "../ports/endpoint.ts";
import type { Intent } from "./intent.ts";
import { servedShares } from "./served.ts";
import type { Situation } from "./situation.ts";

interface Told {
  readonly event: LedgerEvent;
  readonly reason?: string | null;
  /** The endpoint after it; as it was seen before without. */
  readonly after?: EndpointState;
  /** What had the traffic before it; what has it now without. */
  readonly before?: readonly ServedShare[];
}

/** One line about what is underway. */
export function tell(situation: Situation & { readonly intent: Intent }, told: Told): LedgerEntry {
  const { release, cause } = situation.intent;
  return { ...release, ...cause, ...common(situation, told) };
}

/** One line at rest: about the champion, since nothing else is at the endpoint. */
export function tellAtRest(situation: Situation, told: Told): LedgerEntry | null {
  const champion = championOf(situation.chain) ?? situation.chain.at(-1);
  if (champion === undefined) return null;
  const { model, version, digest, evidenceDigest } = champion;
  return { model, version, digest, ...situation.desired.cause, evidenceDigest, ...common(situation, told) };
}

/** One line at rest about a release that neither serves nor is underway. */
export function tellOf(situation: Situation, { model, version, digest }: ReleaseId, told: Told): LedgerEntry {
  const about = { model, version, digest, evidenceDigest: null };
  return { ...about, ...situation.desired.cause, ...common(situation, told) };
}

function common(situation: Situation, { event, reason = null, after, before }: Told) {
  const { endpoint, chain, nowMs, endpointId } = situation;
  return {
    // As the chain will have it, so that a line which was pushed already is known again.
    time: laterOf(chain.at(-1)?.time ?? "", instantText(nowMs)),
    endpoint: endpointId,
    event,
    before: before ?? servedShares(endpoint, chain),
    after: servedShares(after ?? endpoint, chain),
    reason: reason === null ? null : reason.slice(0, LONGEST_REASON),
  };
}

const LONGEST_REASON = 4000;
