import { Failure } from "../failure.ts";
import type { Chain } from "../ledger/chain.ts";
import { standingOf } from "../ledger/history.ts";
import type { LedgerEntry, LedgerLine } from "../ledger/line.ts";
import { act, type Doable } from "./act.ts";
import { type Acted, stopped, waiting } from "./acts/acted.ts";
import { LOOKED_UP, writtenAhead } from "./ahead.ts";
import { confirmed } from "./confirm.ts";
import { type End, ended, hindered } from "./effect.ts";
import { guarded } from "./guard.ts";
import { acquireLease, leaseTimeMs, releaseLease } from "./lease.ts";
import { believedChain, flushed } from "./memory.ts";
import { observe } from "./observe.ts";
import type { RolloutPorts } from "./ports.ts";
import { isStop } from "./removal.ts";
import { keep, type Rollout, type Run, regardless, whileHeld } from "./run.ts";
import type { Situation } from "./situation.ts";

export interface Reconciled extends Omit<End, "kind"> {
  /** What this run did, in order. */
  readonly entries: readonly LedgerEntry[];
  /** All that is known of the endpoint, those entries at its end. */
  readonly chain: Chain;
  /** Whoever was here before was cut off: what it did is told by nobody else. */
  readonly isTakenOver: boolean;
}

/** A run that does not wait still gives an operation the time that it usually takes. */
const IMPATIENT_MS = 60_000;
/** Longer than any bake: only what never comes is waited for in vain so long. */
const PATIENT_MS = 30 * 3_600_000;
/** So that no wait that takes no time is repeated without end. */
const LEAST_MS = 1_000;
const INTERRUPTED = ended("inProgress", "interrupted, and whoever runs next goes on from here", "Run it again.");

const NOTHING_DONE = { entries: [], chain: [], isTakenOver: false };

/** Brings the endpoint to what the default branch says, as far as this run can. */
export async function reconcile(rollout: Rollout, ports: RolloutPorts): Promise<Reconciled> {
  const lease = await acquireLease(rollout.leaseObject, rollout.holder, ports);
  if ("forMs" in lease) return { ...ended("inProgress", busyText(lease)), ...NOTHING_DONE };
  const { isTakenOver = false } = lease;
  const nothing = { chain: [], broken: null, entries: [], idleSinceMs: null, desired: null, objection: null };
  const run: Run = { ...rollout, ...nothing, spared: new Set(), lease };
  try {
    const { outcome, reason, fix } = await begun(run, ports);
    return { outcome, reason, fix, entries: run.entries, chain: run.chain, isTakenOver };
  } finally {
    await regardless("giving back the lease", () => givenBack(run, ports), ports);
  }
}

async function begun(run: Run, ports: RolloutPorts): Promise<End> {
  const { endpointId, lease } = run;
  const { lines, broken } = await whileHeld(run, ports, () => believedChain(endpointId, lease.memory, ports));
  run.chain = lines;
  if (broken !== null)
    run.broken = { message: broken.message, fix: broken.fix, isOutage: broken.code !== "ledger-invalid" };
  if (run.broken?.isOutage && lease.memory.intent === null) return hindered(run.broken);
  return walk(run, ports);
}

async function givenBack(run: Run, ports: RolloutPorts): Promise<void> {
  const memory = await flushed(run.lease.memory, ports);
  await releaseLease(run.lease, memory, ports);
}

/** Observe, decide, write down, act: until there is nothing to do, or nothing that this run can. */
async function walk(run: Run, ports: RolloutPorts): Promise<End> {
  for (;;) {
    if (run.signal.aborted) return INTERRUPTED;
    const decided = await whileHeld(run, ports, () => decide(run, ports));
    if ("outcome" in decided) return decided;
    const { situation, effect } = decided;
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

async function decide(run: Run, ports: RolloutPorts) {
  const seen = await look(run, ports);
  return "outcome" in seen ? seen : confirmed(seen, () => look(run, ports), ports);
}

interface At {
  readonly situation: Situation;
  readonly run: Run;
}

/** One effect, written down before and after; null where the lease is lost. */
async function step(effect: Doable, { situation, run }: At, ports: RolloutPorts): Promise<Acted | null> {
  const ahead = writtenAhead(effect, situation);
  const isStopping = situation.isStopping || isStop(effect, situation);
  if (!(await keep(run, { intent: ahead, entries: [], isStopping }, ports))) return null;
  const intent = LOOKED_UP.has(effect.kind) ? situation.intent : ahead;
  const acted = await whileHeld(run, ports, () =>
    act(effect, { ...situation, intent }, guarded(run, ports)).catch((thrown) =>
      failed(thrown, effect, { intent: ahead }),
    ),
  );
  if (effect.kind === "fence" && acted.wait === null && acted.end === null) {
    run.lease = { ...run.lease, isTakenOver: false };
  }
  run.objection = acted.objection ?? run.objection;
  if (acted.spared !== undefined) run.spared.add(acted.spared);
  if (!(await keep(run, acted, ports))) return null;
  if (!isReturn(effect)) run.lease = { ...run.lease, memory: await flushed(run.lease.memory, ports) };
  return acted;
}

/** Nothing that gives traffic back waits for a ledger: what it has to be told waits with the lease. */
function isReturn(effect: Doable): boolean {
  return effect.kind === "latch" || (effect.kind === "begin" && effect.intent.kind === "rollback");
}

/** Who should have helped could not: a judge is asked again, and the rest is for whoever runs next. */
function failed(thrown: unknown, { kind }: Doable, at: Pick<Situation, "intent">): Acted {
  if (!(thrown instanceof Failure) || thrown.code === "internal") throw thrown;
  const reason = `${kind}: ${thrown.message}`;
  return kind === "judge" ? waiting(at.intent, reason, JUDGE_AGAIN_MS) : stopped(at, reason, thrown.fix);
}

const JUDGE_AGAIN_MS = 30_000;

async function look(run: Run, ports: RolloutPorts): Promise<Situation | End> {
  const { lease, endpointId, chain, broken, objection, spared } = run;
  const { fence, isTakenOver = false } = lease;
  const { intent, isStopping = false } = lease.memory;
  const nowMs = leaseTimeMs(lease, ports);
  const known = { nowMs, fence, isTakenOver, endpointId, chain, broken, intent, isStopping, objection, spared };
  const seen = await observe(known, run.desired, ports);
  if (seen.kind !== "done") return ended("aborted", seen.message, seen.kind === "refused" ? seen.fix : "Run it again.");
  run.desired = seen.value.desired;
  return seen.value;
}

async function pause(run: Run, { wait }: Acted, ports: RolloutPorts): Promise<End | null> {
  const { clock, log } = ports;
  if (wait === null) {
    run.idleSinceMs = null;
    return null;
  }
  if (run.signal.aborted) return INTERRUPTED;
  run.idleSinceMs ??= clock.elapsedMs();
  const patienceMs = run.isPatient ? PATIENT_MS : IMPATIENT_MS;
  const idleMs = clock.elapsedMs() - run.idleSinceMs;
  if (idleMs + wait.forMs > patienceMs) return ended("inProgress", `waiting for ${wait.what}`);
  log.info(`waiting for ${wait.what}`);
  await whileHeld(run, ports, () => ports.sleep(Math.max(LEAST_MS, wait.forMs)));
  return null;
}

/** What this run has brought about counts, and not what it found at the end. */
async function concluded(end: End, { situation, run }: At, ports: RolloutPorts): Promise<End> {
  const failure = unproposed(situation.desired.manifest?.artifact.digest, run);
  if (failure !== null) await regardless("proposing the revert", () => ports.propose(failure), ports);
  const done = run.entries.findLast(({ event }) => CONCLUSIONS[event] !== undefined);
  if (done === undefined || end.outcome === "aborted") return end;
  const outcome = CONCLUSIONS[done.event]!;
  return ended(outcome, outcome === "healthy" ? servedText(done) : (done.reason ?? ""), end.fix);
}

/** What failed and is still wanted. A revert that failed is no reason to revert the revert. */
function unproposed(digest: string | undefined, { chain }: Run): LedgerLine | null {
  const last = chain.findLast((line) => line.digest === digest);
  if (last?.event !== "bad") return null;
  const begun = chain.findLastIndex((line) => line.event === "intent" && line.digest === digest);
  return standingOf(chain.slice(0, Math.max(0, begun)), last.digest) === "healthy" ? null : last;
}

const CONCLUSIONS: Partial<Readonly<Record<LedgerEntry["event"], End["outcome"]>>> = {
  healthy: "healthy",
  rolledBack: "healthy",
  bad: "bad",
  aborted: "aborted",
  frozen: "refused",
};

function servedText({ model, version, reason }: LedgerEntry): string {
  return `${model} ${version} is served${reason === null ? "" : `: ${reason}`}`;
}

function busyText({ holder, forMs }: { readonly holder: string; readonly forMs: number }): string {
  return `${holder} is at work on this endpoint, for ${Math.ceil(forMs / 1000)} s unless it renews its lease`;
}
