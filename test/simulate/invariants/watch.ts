import { Failure } from "../../../shared/failure.ts";
import type { PortCall, World } from "../../shared/rollout/world-parts.ts";
import { type Change, endpointOf, leaseOf } from "./change.ts";
import { KEPT } from "./kept.ts";
import { NEVER } from "./never.ts";
import { ONLOOKER } from "./planned.ts";

/** Looks after every call of every run whether something is so that must never be. */
export interface Watch {
  readonly problems: readonly string[];
  began(run: string, upTo: number | null): void;
  /** Before the call. */
  asked(call: PortCall): void;
  seen(call: PortCall, changes: number): void;
  threw(run: string, thrown: unknown): void;
  ended(run: string, isPatient: boolean): void;
}

/** A run that does not wait gives every operation a minute; one that waits, as long as anything may take. */
const LONGEST_MS = { patient: 90 * 3_600_000, impatient: 4 * 3_600_000 };
const MOST_CALLS = 20_000;
const ASKED = /^(registry|bucket)\.remove$/;
/** What says something even where it changes nothing at the cloud. */
const LOOKED_AT = /^release\.(judge|upload)$|\.(share|undeploy)$|^registry\.alias$/;
/** A run takes the lease by its second call: what it writes later is its own. */
const TAKING = 2;

export function newWatch(world: World): Watch {
  const problems = new Set<string>();
  const began = new Map<string, { readonly atMs: number; readonly upTo: number | null; calls: number }>();
  let splits = 0;
  return {
    get problems() {
      return [...problems];
    },
    began(run, upTo) {
      began.set(run, { atMs: world.time.nowMs(), upTo, calls: 0 });
    },
    asked(call) {
      if (!ASKED.test(call.method)) return;
      const change: Change = { call, hasChanged: false, splits: [], lease: leaseOf(world), upTo: null };
      for (const { id, problemsOf } of KEPT)
        for (const each of problemsOf(change, world)) problems.add(`${id}: ${each}`);
    },
    seen(call, changes) {
      const at = began.get(call.run);
      if (at !== undefined) at.calls += 1;
      const history = endpointOf(world).history;
      const hasChanged = changes > 0;
      const upTo = at?.upTo ?? null;
      const isToBeSeen = LOOKED_AT.test(call.method) || at?.calls === TAKING || upTo !== null || at === undefined;
      if (!hasChanged && splits === history.length && !isToBeSeen && !call.run.startsWith(ONLOOKER)) return;
      const change: Change = { call, hasChanged, splits: history.slice(splits), lease: leaseOf(world), upTo };
      splits = history.length;
      for (const { id, problemsOf } of NEVER) {
        for (const problem of problemsOf(change, world)) problems.add(`${id}: ${problem}`);
      }
    },
    threw(run, thrown) {
      if (!isClean(thrown)) problems.add(`${run} ended with ${(thrown as Error).stack}`);
    },
    ended(run, isPatient) {
      const { atMs, calls } = began.get(run)!;
      const lastedMs = world.time.nowMs() - atMs;
      const limitMs = isPatient ? LONGEST_MS.patient : LONGEST_MS.impatient;
      if (lastedMs > limitMs) problems.add(`I14: ${run} took ${lastedMs / 3_600_000} hours`);
      if (calls > MOST_CALLS) problems.add(`I14: ${run} asked ${calls} times`);
    },
  };
}

/** Whoever runs it is told why, and what to do: anything else is a stack trace. */
function isClean(thrown: unknown): boolean {
  return thrown instanceof Failure && thrown.code !== "internal";
}
