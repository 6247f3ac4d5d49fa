import type { LedgerEntry, LedgerEvent } from "../../ledger/line.ts";
import type { NotDone, Refused } from "../../ports/outcome.ts";
import type { Underway } from "../advance.ts";
import { type End, ended } from "../effect.ts";
import type { Intent, Latch } from "../intent.ts";
import type { Objection, Situation } from "../situation.ts";
import { tell } from "../story.ts";

/** What an effect came to. */
export interface Acted {
  /** What is underway from now on; null when nothing is. */
  readonly intent: Intent | null;
  readonly entries: readonly LedgerEntry[];
  /** What has to pass before it is worth looking again. */
  readonly wait: Wait | null;
  /** Nothing more can be done in this run. */
  readonly end: End | null;
  /** Whether all traffic may still be taken off by what was asked before; as it was without. */
  readonly isStopping?: boolean;
  /** It was not even begun. */
  readonly objection?: Objection;
  /** The digest of a release that could not be removed. */
  readonly spared?: string;
}

export interface Wait {
  readonly forMs: number;
  readonly what: string;
}

/** So long is waited for an operation before the lease is renewed and everything is looked at again. */
export const LOOK_MS = 15_000;
/** After an answer that was lost or overtaken: long enough for it to arrive. */
const AGAIN_MS = 2_000;
/** What the platform may answer differently in a moment: it says nothing about what was started. */
const PASSING: ReadonlySet<Refused["reason"]> = new Set(["rate", "unavailable", "credentials", "permission"]);
const PLATFORM: ReadonlySet<Refused["reason"]> = new Set([
  "capacity",
  "quota",
  "rate",
  "unavailable",
  "credentials",
  "permission",
]);

/** It is done, and this much further. */
export function further(situation: Underway, facts: Partial<Intent>, event?: LedgerEvent): Acted {
  const entries = event === undefined ? [] : [tell(situation, { event })];
  return { intent: { ...situation.intent, ...facts }, entries, wait: null, end: null };
}

export function waiting(intent: Intent | null, what: string, forMs: number = AGAIN_MS): Acted {
  return { intent, entries: [], wait: { forMs, what }, end: null };
}

export function latched(situation: Underway, latch: Latch): Acted {
  return further(situation, { latch });
}

/**
 * It was not done. Lost and overtaken answers are looked at again; what the platform refuses ends this attempt, and
 * what the release is to blame for ends it for good. What is being taken back already can only be tried again.
 */
export function notDone(situation: Underway, outcome: NotDone, what: string): Acted {
  const { intent } = situation;
  if (outcome.kind === "conflict" || outcome.kind === "ambiguous")
    return waiting(intent, `${what}: ${outcome.message}`);
  const reason = `${what}: ${outcome.message}`;
  if (intent.latch !== null) return stopped(situation, reason, outcome.kind === "refused" ? outcome.fix : null);
  if (outcome.kind === "absent") return latched(situation, { event: "aborted", reason });
  const fix = PLATFORM.has(outcome.reason) ? ` ${outcome.fix}` : "";
  return latched(situation, { event: PLATFORM.has(outcome.reason) ? "aborted" : "bad", reason: `${reason}${fix}` });
}

/** Whether a look at an operation has told nothing about it. */
export function isPassing(outcome: NotDone): boolean {
  return outcome.kind === "ambiguous" || (outcome.kind === "refused" && PASSING.has(outcome.reason));
}

/** Nothing is lost: whoever runs next goes on from here. */
export function stopped({ intent }: Pick<Situation, "intent">, reason: string, fix: string | null = null): Acted {
  return {
    intent,
    entries: [],
    wait: null,
    end: ended("aborted", reason, fix ?? "Run it again when the platform is well."),
  };
}
