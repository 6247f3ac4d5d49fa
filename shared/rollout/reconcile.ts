import { appended, type Chain } from "../ledger/chain.ts";
import type { LedgerEntry } from "../ledger/line.ts";
import { act, type Doable } from "./act.ts";
import type { Acted } from "./acts/acted.ts";
import { LOOKED_UP, writtenAhead } from "./ahead.ts";
import { confirmed } from "./confirm.ts";
import { type End, ended } from "./effect.ts";
import { acquireLease, type HeldLease, keepLease, leaseTimeMs, releaseLease } from "./lease.ts";
import { flushed, rememberedChain } from "./memory.ts";
import { observe } from "./observe.ts";
import type { RolloutPorts } from "./ports.ts";
import type { Situation } from "./situation.ts";

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

export interface Reconciled extends Omit<End, "kind"> {
  /** What this run did, in order. */
  readonly entries: readonly LedgerEntry[];
}

/** What a run knows as it goes. */
interface Run extends Rollout {
  lease: HeldLease;
  chain: Chain;
  readonly entries: LedgerEntry[];
  /** Since when nothing has come of waiting. */
  idleSinceMs: number | null;
}

/** A run that does not wait still gives an operation the time that it usually takes. */
const IMPATIENT_MS = 60_000;
/** Longer than any bake: only what never comes is waited for in vain so long. */
const PATIENT_MS = 30 * 3_600_000;
/** So that no wait that takes no time is repeated without end. */
const LEAST_MS = 1_000;

/** Brings the endpoint to what the default branch says, as far as this run can. */
export async function reconcile(rollout: Rollout, ports: RolloutPorts): Promise<Reconciled> {
  const lease = await acquireLease(rollout.leaseObject, rollout.holder, ports);
  if ("forMs" in lease) return { ...ended("inProgress", busyText(lease)), entries: [] };
  const chain = await rememberedChain(rollout.endpointId, lease.memory, ports);
  const run: Run = { ...rollout, lease, chain: chain ?? [], entries: [], idleSinceMs: null };
  const isBlind = chain === null && lease.memory.intent === null;
  const end = isBlind ? ended("aborted", "the ledger cannot be read", "Run it again.") : await walk(run, ports);
  const memory = await flushed(run.lease.memory, ports);
  await releaseLease(run.lease, memory, ports);
  const { outcome, reason, fix } = end;
  return { outcome, reason, fix, entries: run.entries };
}

/** Observe, decide, write down, act: until there is nothing to do, or nothing that this run can. */
async function walk(run: Run, ports: RolloutPorts): Promise<End> {
  for (;;) {
    const seen = await look(run, ports);
    if ("outcome" in seen) return seen;
    const { situation, effect } = await confirmed(seen, () => look(run, ports), ports);
    if (effect.kind === "end") return concluded(effect, { situation, run }, ports);
    const acted = await step(effect, { situation, run }, ports);
    if (acted === null) return ended("inProgress", "another run has taken the lease, and goes on from here");
    if (acted.end !== null) return acted.end;
    if (effect.kind === "close" && effect.event !== "superseded") {
      return concluded(ended("noop", effect.reason ?? ""), { situation, run }, ports);
    }
    const rest = await pause(run, acted, ports);
    if (rest !== null) return rest;
  }
}

interface At {
  readonly situation: Situation;
  readonly run: Run;
}

/** One effect, written down before and after; null where the lease is lost. */
async function step(effect: Doable, { situation, run }: At, ports: RolloutPorts): Promise<Acted | null> {
  const ahead = writtenAhead(effect, situation);
  if (!(await keep(run, { intent: ahead, entries: [] }, ports))) return null;
  const intent = LOOKED_UP.has(effect.kind) ? situation.intent : ahead;
  const acted = await act(effect, { ...situation, intent }, ports);
  if (!(await keep(run, acted, ports))) return null;
  // Nothing that gives traffic back waits for a ledger.
  if (effect.kind !== "latch") run.lease = { ...run.lease, memory: await flushed(run.lease.memory, ports) };
  return acted;
}

async function look(run: Run, ports: RolloutPorts): Promise<Situation | End> {
  const { lease, endpointId, chain } = run;
  const known = {
    nowMs: leaseTimeMs(lease, ports),
    fence: lease.fence,
    endpointId,
    chain,
    intent: lease.memory.intent,
  };
  const seen = await observe(known, ports);
  if (seen.kind === "done") return seen.value;
  const fix = seen.kind === "refused" ? seen.fix : "Run it again.";
  return ended("aborted", `reading the endpoint: ${seen.message}`, fix);
}

/** Renews the lease with what is to be remembered; false when another run has taken it. */
async function keep(
  run: Run,
  { intent, entries }: Pick<Acted, "intent" | "entries">,
  ports: RolloutPorts,
): Promise<boolean> {
  const pending = [...run.lease.memory.pending, ...entries];
  const lease = await keepLease(run.lease, { intent, pending }, ports);
  if (lease === null) return false;
  run.lease = lease;
  run.chain = appended(run.chain, entries);
  run.entries.push(...entries);
  for (const entry of entries) await ports.tell(entry);
  return true;
}

async function pause(run: Run, { wait }: Acted, { clock, log, sleep }: RolloutPorts): Promise<End | null> {
  if (wait === null) {
    run.idleSinceMs = null;
    return null;
  }
  if (run.signal.aborted) return ended("inProgress", `interrupted while waiting for ${wait.what}`, "Run it again.");
  run.idleSinceMs ??= clock.elapsedMs();
  const patienceMs = run.isPatient ? PATIENT_MS : IMPATIENT_MS;
  const idleMs = clock.elapsedMs() - run.idleSinceMs;
  if (idleMs + wait.forMs > patienceMs) return ended("inProgress", `waiting for ${wait.what}`);
  log.info(`waiting for ${wait.what}`);
  await sleep(Math.max(LEAST_MS, wait.forMs));
  return null;
}

/** What this run has brought about counts, and not what it found at the end. */
async function concluded(end: End, { situation, run }: At, ports: RolloutPorts): Promise<End> {
  const digest = situation.desired.manifest?.artifact.digest;
  const last = run.chain.findLast((line) => line.digest === digest);
  if (last?.event === "bad") await ports.propose(last);
  const done = run.entries.findLast(({ event }) => CONCLUSIONS[event] !== undefined);
  if (done === undefined || end.outcome === "aborted") return end;
  const outcome = CONCLUSIONS[done.event]!;
  return ended(outcome, done.reason ?? `${done.model} ${done.version} is served`, end.fix);
}

const CONCLUSIONS: Partial<Readonly<Record<LedgerEntry["event"], End["outcome"]>>> = {
  healthy: "healthy",
  rolledBack: "healthy",
  bad: "bad",
  aborted: "aborted",
  frozen: "refused",
};

function busyText({ holder, forMs }: { readonly holder: string; readonly forMs: number }): string {
  return `${holder} is at work on this endpoint, for ${Math.ceil(forMs / 1000)} s unless it renews its lease`;
}
