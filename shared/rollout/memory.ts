import { Failure } from "../failure.ts";
import { appended, type Chain, type SoundChain } from "../ledger/chain.ts";
import { readLedger, readSoundLedger, record, unrecorded } from "../ledger/ledger.ts";
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
    // What was changed by others is no outage: nobody may build on it.
    if (!(thrown instanceof Failure) || thrown.code === "ledger-invalid") throw thrown;
    return unreached(thrown, log);
  }
}

/**
 * The same for whoever may have to give traffic back: of a ledger that somebody changed, what was written before; of one
 * that cannot be reached, what it has yet to be told.
 */
export async function believedChain(
  endpointId: string,
  { pending }: Memory,
  { ledger }: Pick<Ports, "ledger">,
): Promise<SoundChain> {
  const { lines, broken } = await readSoundLedger(endpointId, { branch: ledger }).catch(unread);
  return { lines: appended(lines, unrecorded(pending, lines)), broken };
}

function unread(thrown: unknown): SoundChain {
  if (!(thrown instanceof Failure)) throw thrown;
  return { lines: [], broken: thrown };
}

function unreached({ message }: Failure, log: Ports["log"]): null {
  log.info(`The ledger cannot be read: ${message}.`);
  return null;
}

/** The ledger is told what it does not know yet; what it cannot be told now waits with the lease. */
export async function flushed(memory: Memory, { ledger, log }: Ports): Promise<Memory> {
  const { pending } = memory;
  if (pending.length === 0) return memory;
  try {
    await record(pending, { branch: ledger, log });
    return { ...memory, pending: [] };
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    log.info(`The ledger could not be told yet: ${thrown.message}.`);
    return memory;
  }
}
