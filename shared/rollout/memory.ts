import { toFailure } from "../failure.ts";
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
  try {
    await record(pending, { branch: ledger, log });
    return { ...memory, pending: [] };
  } catch (thrown) {
    log.info(`The ledger could not be told yet: ${toFailure(thrown).message}.`);
    return memory;
  }
}
