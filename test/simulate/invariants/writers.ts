import type { Split } from "../../../shared/ports/endpoint.ts";
import type { Intent } from "../../../shared/rollout/intent.ts";
import { isSameSplit } from "../../../shared/rollout/split.ts";
import type { World } from "../../shared/rollout/world-parts.ts";
import { type Change, type LeaseSeen, type Never, placeOf, splitBefore, WRITES } from "./change.ts";

/** Who may write, and what must have been written down before. */
export const WRITERS: readonly Never[] = [
  {
    id: "I4",
    says: "who no longer holds the lease changes nothing",
    problemsOf({ call, hasChanged, lease }) {
      if (!hasChanged || !WRITES.test(call.method) || lease?.holder === call.run) return [];
      return [`${call.run} changed something by ${call.method}, and ${lease?.holder ?? "nobody"} holds the lease`];
    },
  },
  {
    id: "I4",
    says: "no two holders of the lease have one number",
    problemsOf: ({ call, lease }, world) =>
      call.method === "bucket.write" && lease !== null ? shared(lease, world) : [],
  },
  {
    id: "I9",
    says: "every effect is written into the lease before it is asked for",
    problemsOf({ call, hasChanged, lease }, world) {
      if (!hasChanged || isWrittenAhead(call.method, call.given, { intent: lease?.intent ?? null, world })) return [];
      return [`${call.run}: ${call.method}, of which the lease does not say that it may have been asked`];
    },
  },
  {
    id: "I10",
    says: "who knows only an older commit changes nothing that a newer one has begun",
    problemsOf(change, world) {
      const { call, lease, upTo } = change;
      if (upTo === null || !isTurning(change, world) || lease?.intent == null) return [];
      const place = placeOf(lease.intent.cause.commit, world);
      return place >= upTo ? [`${call.run} knows ${upTo} commits, and ${call.method} is of a newer one`] : [];
    },
  },
  { id: "I10", says: "nor does it call what a newer one has begun superseded", problemsOf: latchedBlindly },
];

interface Latched {
  readonly holder: string | null;
  readonly isLatched: boolean;
}

const LATCHED = new WeakMap<World, Latched>();

/** Whoever knows less than what is underway takes nothing of it back, in the lease as little as at the endpoint. */
function latchedBlindly({ call, lease, upTo }: Change, world: World): readonly string[] {
  const before = LATCHED.get(world);
  const { latch = null, cause } = lease?.intent ?? {};
  LATCHED.set(world, { holder: lease?.holder ?? null, isLatched: latch !== null });
  // Only who held the lease before and after has written it.
  const isOwn = lease?.holder === call.run && before?.holder === call.run && !before.isLatched;
  if (upTo === null || !isOwn || latch?.event !== "superseded") return [];
  return placeOf(cause!.commit, world) >= upTo ? [`${call.run} knows ${upTo} commits, and latches a newer one`] : [];
}

const HOLDERS = new WeakMap<World, Map<number, string>>();

function shared({ fence, holder }: LeaseSeen, world: World): readonly string[] {
  const holders = HOLDERS.get(world) ?? new Map<number, string>();
  HOLDERS.set(world, holders);
  const known = holders.get(fence) ?? holder;
  if (known === null || holder === null) return [];
  holders.set(fence, known);
  return known === holder ? [] : [`${known} and ${holder} both have the number ${fence}`];
}

interface Known {
  readonly intent: Intent | null;
  readonly world: World;
}

function isWrittenAhead(method: string, given: readonly unknown[], { intent, world }: Known): boolean {
  switch (method) {
    case "registry.upload":
      return intent !== null && intent.upload !== null;
    case "endpoint.deploy":
      return intent !== null && intent.operation !== null && idOf(given[0]) === intent.deployedModelId;
    case "staging.deploy":
      return intent !== null && intent.staging !== "none";
    case "endpoint.share":
      return intent === null || isForeseen(given[0] as Split, intent, world);
    default:
      return true;
  }
}

/** What was there before anything began, what is there already, or the share of the step that the lease names. */
function isForeseen(split: Split, { restore, deployedModelId, steps, step }: Intent, world: World): boolean {
  if (isSameSplit(split, restore) || isSameSplit(split, splitBefore(world))) return true;
  return split[deployedModelId] === steps[step];
}

function idOf(wish: unknown): string {
  return (wish as { readonly deployedModelId: string }).deployedModelId;
}

/** Whoever shuts out another run writes what is there: that changes nothing for anybody. */
function isTurning({ call, hasChanged, splits }: Change, world: World): boolean {
  if (!hasChanged || !/^endpoint\.(share|deploy|undeploy)$/.test(call.method)) return false;
  const newest = splits.at(-1)?.split;
  return call.method !== "endpoint.share" || (newest !== undefined && !isSameSplit(newest, splitBefore(world)));
}
