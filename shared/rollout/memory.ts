import { Failure } from "../failure.ts";
import { appended, type Chain } from "../ledger/chain.ts";
import { readLedger, record, unrecorded } from "../ledger/ledger.ts";
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
    log.info(`The ledger cannot be read: ${thrown.message}.`);
    return null;
  }
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
