import type { Chain } from "../../ledger/chain.ts";
import { instantText, laterOf } from "../../ledger/instant.ts";
import type { LedgerEntry } from "../../ledger/line.ts";
import type { EndpointState } from "../../ports/endpoint.ts";
import type { NotDone } from "../../ports/outcome.ts";
import type { End } from "../effect.ts";
import { ended } from "../effect.ts";
import { acquireLease, type HeldLease, keepLease, leaseTimeMs, releaseLease } from "../lease.ts";
import { flushed, rememberedChain } from "../memory.ts";
import { servedShares } from "../served.ts";
import type { Desired } from "../situation.ts";
import type { HandPorts } from "./at-endpoint.ts";

/** An endpoint at which nothing is underway, while nobody else may write to it. */
export interface AtRest {
  readonly endpointId: string;
  readonly desired: Desired;
  readonly chain: Chain;
  readonly endpoint: EndpointState;
  readonly nowMs: number;
  /** Renews the lease; false when somebody else has it, and nothing may be written. */
  readonly isStillOurs: () => Promise<boolean>;
}

export interface DoneByHand extends Omit<End, "kind"> {
  readonly entries: readonly LedgerEntry[];
}

export type Hand = (rest: AtRest, ports: HandPorts) => Promise<DoneByHand>;

/** What a person asks for, at rest: done under the lease, and then told to the ledger. */
export async function underLease(ports: HandPorts, hand: Hand): Promise<DoneByHand> {
  const lease = await acquireLease(ports.leaseObject, ports.holder, ports);
  if ("forMs" in lease)
    return refused(`${lease.holder} is at work on this endpoint`, "Run it again when that run has ended.");
  const own = { lease };
  try {
    const done = await doneBy(hand, own, ports);
    if (done.entries.length > 0) await remember(done.entries, own, ports);
    return done;
  } finally {
    await releaseLease(own.lease, await flushed(own.lease.memory, ports), ports);
  }
}

interface Own {
  lease: HeldLease;
}

async function doneBy(hand: Hand, own: Own, ports: HandPorts): Promise<DoneByHand> {
  const { memory } = own.lease;
  if (memory.intent !== null) {
    const { kind, release } = memory.intent;
    const what = kind === "rollback" ? "rollback to" : "promotion of";
    return refused(
      `a ${what} ${release.model} ${release.version} is underway`,
      "Let `model-release promote` end it first.",
    );
  }
  const chain = await rememberedChain(ports.endpointId, memory, ports);
  if (chain === null) return { ...ended("aborted", "the ledger cannot be read", "Run it again."), entries: [] };
  const desired = await ports.desire(chain.at(-1)?.commit ?? null, chain);
  const read = await ports.endpoint.read();
  if (read.kind !== "done") return notDone("reading the endpoint", read);
  const isStillOurs = async (): Promise<boolean> => {
    const kept = await keepLease(own.lease, own.lease.memory, ports);
    if (kept !== null) own.lease = kept;
    return kept !== null;
  };
  const nowMs = leaseTimeMs(own.lease, ports);
  return hand({ endpointId: ports.endpointId, desired, chain, endpoint: read.value, nowMs, isStillOurs }, ports);
}

/** Should the lease be lost by now, the endpoint still serves what is true: the ledger is told all the same. */
async function remember(entries: readonly LedgerEntry[], own: Own, ports: HandPorts): Promise<void> {
  const memory = { ...own.lease.memory, pending: [...own.lease.memory.pending, ...entries] };
  own.lease = (await keepLease(own.lease, memory, ports)) ?? { ...own.lease, memory };
}

export function refused(reason: string, fix: string): DoneByHand {
  return { ...ended("refused", reason, fix), entries: [] };
}

/** Nothing was recorded: it can be asked for again. */
export function notDone(what: string, outcome: NotDone): DoneByHand {
  return { ...ended("aborted", `${what}: ${outcome.message}`, fixOf(outcome)), entries: [] };
}

export function fixOf(outcome: NotDone): string {
  if (outcome.kind === "refused") return outcome.fix;
  return outcome.kind === "absent" ? "Correct target in the manifest, or make the endpoint." : "Run it again.";
}

type Told = Pick<LedgerEntry, "model" | "version" | "digest" | "evidenceDigest" | "event" | "reason" | "before">;

/** A line of the ledger; `after` is what is served now, or was just read back. */
export function lineBy(rest: AtRest, told: Told, after: EndpointState = rest.endpoint): LedgerEntry {
  const { chain, nowMs, endpointId, desired } = rest;
  const known = new Map([[told.digest, told.version]]);
  const shares = servedShares(after, chain).map((share) => ({
    ...share,
    version: share.version ?? known.get(share.digest ?? "") ?? null,
  }));
  const time = laterOf(chain.at(-1)?.time ?? "", instantText(nowMs));
  return { ...told, time, endpoint: endpointId, ...desired.cause, evidenceDigest: told.evidenceDigest, after: shares };
}
