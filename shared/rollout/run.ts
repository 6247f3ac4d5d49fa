import { appended, type Chain } from "../ledger/chain.ts";
import type { LedgerEntry } from "../ledger/line.ts";
import type { Intent } from "./intent.ts";
import { type HeldLease, keepLease } from "./lease.ts";
import type { RolloutPorts } from "./ports.ts";
import type { Desired, Objection, Obstacle } from "./situation.ts";

export interface Rollout {
  /** As the manifest names it. */
  readonly endpointId: string;
  readonly leaseObject: string;
  /** Told apart from every other run. */
  readonly holder: string;
  /** Whether to wait for what takes long, or to leave it to the next run. */
  readonly isPatient: boolean;
  readonly signal: AbortSignal;
}

/** What a run knows as it goes. */
export interface Run extends Rollout {
  lease: HeldLease;
  chain: Chain;
  /** What is wrong with the ledger behind the last line of the chain. */
  broken: Obstacle | null;
  readonly entries: LedgerEntry[];
  /** Since when nothing has come of waiting. */
  idleSinceMs: number | null;
  /** What the default branch said when it was last read. */
  desired: Desired | null;
  /** What a closer look has found against what is wanted. */
  objection: Objection | null;
  /** Digests of releases that could not be removed. */
  readonly spared: Set<string>;
}

interface Told {
  readonly intent: Intent | null;
  readonly entries: readonly LedgerEntry[];
  /** As it was without. */
  readonly isStopping?: boolean;
}

const BEAT_MS = 20_000;

/** Renews the lease with what is to be remembered; false when another run has taken it. */
export async function keep(run: Run, told: Told, ports: RolloutPorts): Promise<boolean> {
  const { memory } = run.lease;
  const { intent, entries, isStopping = memory.isStopping ?? false } = told;
  const pending = [...memory.pending, ...entries];
  const lease = await keepLease(run.lease, { intent, pending, isStopping }, ports);
  if (lease === null) return false;
  run.lease = lease;
  run.chain = appended(run.chain, entries);
  run.entries.push(...entries);
  for (const entry of entries) await regardless("telling people", () => ports.tell(entry), ports);
  return true;
}

/** Whatever takes long is done under a lease that is renewed meanwhile, as far as there is anything to beat. */
export async function whileHeld<T>(run: Run, ports: RolloutPorts, work: () => Promise<T>): Promise<T> {
  const renew = async (): Promise<void> => {
    const { intent } = run.lease.memory;
    // What cannot be renewed now is found out before the next write.
    await regardless("renewing the lease", () => keep(run, { intent, entries: [] }, ports), ports);
  };
  const beat = ports.heartbeat?.(BEAT_MS, renew);
  try {
    return await work();
  } finally {
    await beat?.stop();
  }
}

/** What may go wrong without keeping anything from happening. */
export async function regardless(
  what: string,
  act: () => Promise<unknown>,
  { log }: Pick<RolloutPorts, "log">,
): Promise<void> {
  try {
    await act();
  } catch (thrown) {
    log.info(`${what} has failed: ${thrown instanceof Error ? thrown.message : "for no reason that was given"}`);
  }
}
