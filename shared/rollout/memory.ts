import { toFailure } from "../failure.ts";
import { appended, type Chain } from "../ledger/chain.ts";
import { readLedger, record } from "../ledger/ledger.ts";
import type { LedgerEntry } from "../ledger/line.ts";
import { canonicalJson } from "../schema/canonical-json.ts";
import type { Memory } from "./intent.ts";
import type { RolloutPorts } from "./ports.ts";

type Ports = Pick<RolloutPorts, "ledger" | "log">;

/** The endpoint's chain with the lines that no ledger has yet; null where the ledger cannot be reached. */
export async function rememberedChain(
  endpointId: string,
  { pending }: Memory,
  { ledger, log }: Ports,
): Promise<Chain | null> {
  try {
    const chain = await readLedger(endpointId, { branch: ledger, log });
    return appended(chain, unrecorded(pending, chain));
  } catch (thrown) {
    const failure = toFailure(thrown);
    // What was changed by others is no outage: nobody may build on it.
    if (failure.code === "ledger-invalid") throw failure;
    log.info(`The ledger cannot be read: ${failure.message}.`);
    return null;
  }
}

/** The ledger is told what it does not know yet; what it cannot be told now waits with the lease. */
export async function flushed(memory: Memory, { ledger, log }: Ports): Promise<Memory> {
  const { pending } = memory;
  if (pending.length === 0) return memory;
  const branch = { branch: ledger, log };
  try {
    const chain = await readLedger(pending[0]!.endpoint, branch);
    const missing = unrecorded(pending, chain);
    if (missing.length > 0) await record(missing, branch);
    return { ...memory, pending: [] };
  } catch (thrown) {
    log.info(`The ledger could not be told yet: ${toFailure(thrown).message}.`);
    return memory;
  }
}

/** A line that was pushed before a crash is not pushed twice. */
function unrecorded(pending: readonly LedgerEntry[], chain: Chain): readonly LedgerEntry[] {
  const known = new Set(chain.slice(-MOST_PENDING).map(contentOf));
  return pending.filter((entry) => !known.has(contentOf(entry)));
}

const MOST_PENDING = 4096;

/** All that an entry itself says; its place in the chain is the chain's. */
function contentOf(entry: LedgerEntry): string {
  const { time, endpoint, model, version, digest, event, commit, pullRequest, actor, evidenceDigest } = entry;
  const { before, after, reason } = entry;
  const said = [time, endpoint, model, version, digest, event, commit, pullRequest, actor, evidenceDigest];
  return canonicalJson([...said, before, after, reason]);
}
