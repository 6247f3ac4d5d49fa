import type { NotDone, Outcome } from "../../ports/outcome.ts";
import type { Place } from "./address.ts";
import { type Called, type CallGround, call } from "./attempts.ts";
import type { Clients } from "./clients.ts";
import type { Fault } from "./fault.ts";
import { METHODS, type MethodName } from "./methods.ts";
import { backOffMs } from "./pace.ts";
import { notDone } from "./refusal.ts";

/** What every call of the adapter stands on. */
export interface Ground extends CallGround {
  readonly place: Place;
  readonly clients: Clients;
}

/** One endpoint, by its whole name. */
export interface EndpointGround extends Ground {
  readonly name: string;
}

/** Options that leave repeating to us: for some methods the library would go on for ten minutes. */
export interface OneAttempt {
  readonly timeout: number;
  readonly retry: { readonly retryCodes: number[] };
}

/** How often a write is sent again after it was looked for and not found. */
export const MAX_RESENDS = 4;
/** How long a platform may go on showing what was before. */
export const READ_BACK_MS = 30_000;

/** A method, in less time than it may take by itself. */
export interface Hurried {
  readonly method: MethodName;
  readonly withinMs: number;
}

/** Less is no time in which anybody answers. */
const LEAST_MS = 1_000;

export function attempts<Value>(
  asked: MethodName | Hurried,
  attempt: (options: OneAttempt) => Promise<Value>,
  ground: Ground,
): Promise<Called<Value>> {
  const { method, withinMs } = typeof asked === "string" ? { method: asked, withinMs: Infinity } : asked;
  const deadlineMs = Math.max(LEAST_MS, Math.min(METHODS[method].deadlineMs, withinMs));
  const hurried = { ...METHODS[method], deadlineMs };
  return call(hurried, (timeout) => attempt({ timeout, retry: { retryCodes: [] } }), ground);
}

export function outcomeOf<Value>(called: Called<Value>, method: MethodName, subject: string): Outcome<Value> {
  return called.kind === "answered" ? { kind: "done", value: called.value } : refusalOf(called.fault, method, subject);
}

export function refusalOf(fault: Fault, method: MethodName, subject: string): NotDone {
  return notDone(fault, METHODS[method], subject);
}

export function pause(tries: number, { pace }: Pick<Ground, "pace">): Promise<void> {
  return pace.wait(backOffMs(tries, pace.random(), 0));
}
