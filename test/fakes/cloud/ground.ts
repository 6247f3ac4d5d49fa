import type { Ambiguous, Outcome, RefusalReason, Refused, Running } from "../../../shared/ports/outcome.ts";
import { type CloudCall, type CloudFault, type CloudFaults, type CloudMethod, Crash } from "./faults.ts";
import { type CloudState, change, type Effect, type FakeOperation, settleDue, take } from "./state.ts";

/** The platform's time, in milliseconds since 1970. Who waits decides what that means. */
export interface FakeTime {
  nowMs(): number;
  wait(ms: number): Promise<void>;
}

/** What the ports of one cloud share. */
export interface FakeGround {
  readonly state: CloudState;
  readonly time: FakeTime;
  readonly faults: CloudFaults;
  /** Everything that was asked, in order. */
  readonly calls: CloudCall[];
  /** From 0 to 1. */
  readonly random: () => number;
  /** How long an operation takes. */
  readonly operationMs: number;
}

/** Time that passes when somebody waits, and never otherwise. */
export function virtualTime(startMs = Date.UTC(2026, 0, 1)): FakeTime {
  let nowMs = startMs;
  return {
    nowMs: () => nowMs,
    wait: async (ms) => {
      nowMs += ms;
    },
  };
}

interface Asked {
  readonly method: CloudMethod;
  readonly resource: string;
}

/** Notes a call and says what goes wrong with it; dies where it should. */
export function ask({ method, resource }: Asked, ground: FakeGround): { call: CloudCall; fault: CloudFault | null } {
  const call = { sequence: ground.calls.length + 1, method, resource };
  ground.calls.push(call);
  settleDue(ground.state, ground.time.nowMs());
  const fault = ground.faults(call);
  if (fault?.kind === "crash" && fault.when === "before") throw new Crash(call, "before");
  return { call, fault };
}

export interface Read<Value> extends Asked {
  readonly read: (isStale: boolean) => Outcome<Value>;
}

export async function reading<Value>({ read, ...asked }: Read<Value>, ground: FakeGround): Promise<Outcome<Value>> {
  const { call, fault } = ask(asked, ground);
  if (fault?.kind === "refuse") return refusal(fault.reason, call);
  const outcome = read(fault?.kind === "staleRead");
  if (fault?.kind === "crash") throw new Crash(call, fault.when);
  return outcome;
}

export interface Write<Value> extends Asked {
  readonly effect: Effect;
  /** Whether it goes on after the answer. */
  readonly isOperation: boolean;
  /** What is answered without an effect, as things are: that it was done before, or cannot be. */
  readonly instead: () => Outcome<Value> | null;
  /** `operation` is null where nothing was started or its name is lost. */
  readonly answer: (operation: string | null) => Outcome<Value>;
}

export async function writing<Value>(write: Write<Value>, ground: FakeGround): Promise<Outcome<Value>> {
  const { call, fault } = ask(write, ground);
  if (fault?.kind === "refuse") return refusal(fault.reason, call);
  if (fault?.kind === "loseRequest") return lost(call);
  if (fault?.kind === "contend") contend(write.resource, ground);
  if (fault?.kind === "arriveLate") {
    const lastsMs = fault.ms + (write.isOperation ? ground.operationMs : 0);
    begin(write.effect, { lastsMs, failure: null }, ground);
    return lost(call);
  }
  const instead = write.instead();
  const operation = instead === null ? perform(write, fault, ground) : null;
  if (fault?.kind === "crash") throw new Crash(call, fault.when);
  if (fault?.kind === "loseAnswer") return lost(call);
  return instead ?? write.answer(fault?.kind === "loseOperation" ? null : operation);
}

interface Settled<Value> extends Asked {
  readonly operation: string | null;
  readonly waitMs: number;
  /** What is to be seen once it has ended. */
  readonly effect: () => Value | undefined;
}

/** Waits in as few steps as there are things to wait for. */
export async function settling<Value>(
  { operation, waitMs, effect, ...asked }: Settled<Value>,
  ground: FakeGround,
): Promise<Outcome<Value> | Running> {
  const { call, fault } = ask(asked, ground);
  if (fault?.kind === "refuse") return refusal(fault.reason, call);
  const { state, time } = ground;
  const endMs = time.nowMs() + waitMs;
  for (;;) {
    settleDue(state, time.nowMs());
    const known = operation === null ? undefined : state.operations[operation];
    if (known?.hasEnded && known.failure !== null) return refusal(known.failure, call);
    const seen = known === undefined || known.hasEnded ? effect() : undefined;
    if (fault?.kind === "crash") throw new Crash(call, fault.when);
    if (seen !== undefined) return { kind: "done", value: seen };
    const leftMs = endMs - time.nowMs();
    if (leftMs <= 0) return { kind: "running" };
    await time.wait(Math.min(leftMs, untilNext(ground)));
  }
}

export function refusal(reason: RefusalReason, { method, resource }: Asked): Refused {
  return { kind: "refused", reason, message: `${method} of ${resource}: ${reason}`, fix: "Look at the fault." };
}

function lost({ method, resource }: Asked): Ambiguous {
  return { kind: "ambiguous", message: `${method} of ${resource}: nobody answered` };
}

function contend(resource: string, { state, time }: FakeGround): void {
  const endpoint = state.endpoints[resource];
  if (endpoint !== undefined) change(endpoint, {}, state, time.nowMs());
}

function perform<Value>(write: Write<Value>, fault: CloudFault | null, ground: FakeGround): string | null {
  if (!write.isOperation) {
    take(write.effect, ground.state, ground.time.nowMs());
    return null;
  }
  const lastsMs = fault?.kind === "neverEnd" ? null : ground.operationMs;
  const failure = fault?.kind === "failLate" ? fault.reason : null;
  return begin(write.effect, { lastsMs, failure }, ground);
}

interface Course {
  readonly lastsMs: number | null;
  readonly failure: FakeOperation["failure"];
}

function begin(effect: Effect, { lastsMs, failure }: Course, { state, time }: FakeGround): string {
  state.count += 1;
  const name = `operations/${state.count}`;
  const endsAtMs = lastsMs === null ? null : time.nowMs() + lastsMs;
  state.operations[name] = { endsAtMs, effect, failure, hasEnded: false };
  return name;
}

/** Infinite where nothing is under way. */
function untilNext({ state, time }: FakeGround): number {
  const nowMs = time.nowMs();
  const ahead = Object.values(state.operations).flatMap(({ endsAtMs, hasEnded }) =>
    hasEnded || endsAtMs === null || endsAtMs <= nowMs ? [] : [endsAtMs - nowMs],
  );
  return Math.min(...ahead, Number.POSITIVE_INFINITY);
}
