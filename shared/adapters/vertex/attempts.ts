import { exhaustion } from "./exhaustion.ts";
import { type Code, type Fault, faultOf, isBusy, lateFault } from "./fault.ts";
import type { Method } from "./methods.ts";
import { backOffMs, type Pace } from "./pace.ts";

/** What calling came to, however often it was tried. */
export type Called<Value> =
  | { readonly kind: "answered"; readonly value: Value }
  | { readonly kind: "failed"; readonly fault: Fault };

export interface CallGround {
  readonly pace: Pace;
  /** Makes the next call get a new token. */
  readonly renewCredentials: () => Promise<void>;
}

/** Only what is to be had by asking again. */
const PASSING: ReadonlySet<Code> = new Set([
  "CANCELLED",
  "UNKNOWN",
  "DEADLINE_EXCEEDED",
  "ABORTED",
  "INTERNAL",
  "UNAVAILABLE",
]);
/** The library's own deadline comes first; this one holds where it was still looking for credentials. */
const GRACE_MS = 2_000;

/** Calls until there is an answer, a fault that no repeating mends, or the method's deadline. */
export async function call<Value>(
  method: Method,
  attempt: (timeoutMs: number) => Promise<Value>,
  { pace, renewCredentials }: CallGround,
): Promise<Called<Value>> {
  const endMs = pace.nowMs() + method.deadlineMs;
  for (let tries = 0, isRenewed = false; ; tries++) {
    const timeoutMs = Math.ceil(Math.max(1, Math.min(method.timeoutMs, endMs - pace.nowMs())));
    const called = await once(timeoutMs, attempt);
    if (called.kind === "answered") return called;
    const { fault } = called;
    if (fault.code === "UNAUTHENTICATED" && !isRenewed) {
      // Tokens end in the middle of a long bake: one new one, at once.
      isRenewed = true;
      if (await renewed(renewCredentials)) continue;
      return called;
    }
    const waitMs = backOffMs(tries, pace.random(), fault.retryAfterMs);
    if (!mayRepeat(method, fault) || pace.nowMs() + waitMs >= endMs) return called;
    await pace.wait(waitMs);
  }
}

/** Where nobody is known there is nothing to renew, and what was refused says why. */
async function renewed(renewCredentials: () => Promise<void>): Promise<boolean> {
  try {
    await renewCredentials();
    return true;
  } catch {
    return false;
  }
}

async function once<Value>(timeoutMs: number, attempt: (timeoutMs: number) => Promise<Value>): Promise<Called<Value>> {
  const late = Promise.withResolvers<Called<Value>>();
  const timer = setTimeout(() => late.resolve({ kind: "failed", fault: lateFault(timeoutMs) }), timeoutMs + GRACE_MS);
  const called = attempt(timeoutMs).then(
    (value): Called<Value> => ({ kind: "answered", value }),
    (thrown): Called<Value> => ({ kind: "failed", fault: faultOf(thrown) }),
  );
  try {
    return await Promise.race([called, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function mayRepeat({ repeat }: Method, fault: Fault): boolean {
  if (repeat === "never") return false;
  if (fault.code === "RESOURCE_EXHAUSTED") return exhaustion(fault) === "rate";
  if (isBusy(fault)) return true;
  if (repeat === "safe") return PASSING.has(fault.code);
  return fault.code === "UNAVAILABLE" && fault.hadNoEffect;
}
