import { createHash } from "node:crypto";
import type { Surface } from "../request-log.ts";
import type { Status } from "../status.ts";
import { effectOf, type FaultEffect } from "./effect.ts";
import type { FaultKind, FaultPlan, PlannedFault, RandomFaults } from "./plan.ts";

/** A call as faults see it. */
export interface FaultedCall {
  readonly surface: Surface;
  readonly method: string;
  readonly resource: string;
  /** What the caller shows, whatever its kind; null without. */
  readonly token: string | null;
}

/** The token of a header such as `Bearer abc`. */
export function tokenIn(authorization: string | undefined): string | null {
  return authorization?.replace(/^Bearer /i, "") ?? null;
}

/** Everything that happens to one call. Each surface does with it what its protocol can. */
export interface Injection {
  readonly delayMs: number;
  /** Instead of the effect. */
  readonly refusal: Status | null;
  /** In place of the answer, after the effect. */
  readonly lostAnswer: Status | null;
  /** How the operation that the call starts will end; `never` where it does not. */
  readonly ending: Status | "never" | null;
  /** Whether a read answers from before the latest change. */
  readonly isStale: boolean;
}

export interface Faults {
  on(call: FaultedCall): Injection;
}

const UNHARMED: Injection = { delayMs: 0, refusal: null, lostAnswer: null, ending: null, isStale: false };
const RANDOM_KINDS: readonly FaultKind[] = ["delay", "tooManyRequests", "unavailable", "loseAnswer", "failLate"];
/** A hostile caller may make up names without end. */
const MAX_COUNTED = 100_000;

/** What a plan does to each call; which call it is, is counted from here. */
export function plannedFaults({ faults = [], random }: FaultPlan): Faults {
  const rules = faults.map((fault) => rule(fault));
  const draw = random === undefined ? null : drawing(random);
  const expired = new Map<string, Status>();
  return {
    on(call) {
      const met = rules.flatMap((meets) => meets(call) ?? []);
      const drawn = draw?.(call) ?? null;
      const injection = together(drawn === null ? met : [...met, drawn], call, expired);
      // An expired token stays so for every call, until its holder shows another.
      const refused = call.token === null ? undefined : expired.get(call.token);
      return refused === undefined ? injection : { ...injection, refusal: refused };
    },
  };
}

function rule(fault: PlannedFault): (call: FaultedCall) => FaultEffect | null {
  const matches = matcher(fault);
  const calls = fault.calls === undefined ? null : new Set(fault.calls);
  let count = 0;
  return (call) => {
    if (!matches(call)) return null;
    count += 1;
    return calls === null || calls.has(count) ? effectOf(fault) : null;
  };
}

interface Pattern {
  readonly surface?: Surface;
  readonly method?: string;
  readonly resource?: string;
}

function matcher({ surface, method, resource }: Pattern): (call: FaultedCall) => boolean {
  return (call) =>
    (surface === undefined || surface === call.surface) &&
    (method === undefined || matchesGlob(method, call.method)) &&
    (resource === undefined || matchesGlob(resource, call.resource));
}

/** By parts between the stars, each where it is found first: no pattern takes more than one pass over the text. */
function matchesGlob(pattern: string, text: string): boolean {
  const [first, ...rest] = pattern.split("*") as [string, ...string[]];
  if (rest.length === 0) return text === pattern;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  const last = rest.pop()!;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

function drawing(random: RandomFaults): (call: FaultedCall) => FaultEffect | null {
  const { seed, rate, kinds = RANDOM_KINDS } = random;
  const matches = matcher(random);
  const counts = new Map<string, number>();
  return (call) => {
    if (!matches(call) || kinds.length === 0) return null;
    const key = `${call.surface} ${call.method} ${call.resource}`;
    const count = (counts.get(key) ?? 0) + 1;
    if (counts.size < MAX_COUNTED || counts.has(key)) counts.set(key, count);
    // By what is called and not by what was drawn before: other callers change nothing.
    const digest = createHash("sha256").update(`${seed} ${key} ${count}`).digest();
    if (digest.readUInt32LE(0) / 2 ** 32 >= rate) return null;
    return effectOf({ fault: kinds[digest.readUInt32LE(4) % kinds.length]!, ms: digest.readUInt32LE(8) % 200 });
  };
}

function together(effects: readonly FaultEffect[], call: FaultedCall, expired: Map<string, Status>): Injection {
  if (effects.length === 0) return UNHARMED;
  const injection: { -readonly [Name in keyof Injection]: Injection[Name] } = { ...UNHARMED };
  for (const effect of effects) {
    if (effect.kind === "delay") injection.delayMs += effect.ms;
    else if (effect.kind === "refuse") injection.refusal ??= effect.status;
    else if (effect.kind === "loseAnswer") injection.lostAnswer ??= effect.status;
    else if (effect.kind === "end") injection.ending ??= effect.ending;
    else if (effect.kind === "stale") injection.isStale = true;
    else if (call.token === null) injection.refusal ??= effect.status;
    else expired.set(call.token, effect.status);
  }
  return injection;
}
