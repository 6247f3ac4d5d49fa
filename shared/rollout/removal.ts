import { type Effect, ended } from "./effect.ts";
import { hasDrifted } from "./served.ts";
import type { Situation } from "./situation.ts";

export const DELETED = "the manifest was deleted";

/** The manifest is gone: the endpoint is held as it is, or serves nobody any more. */
export function removed({ endpoint, desired }: Situation): Effect {
  if (desired.onDelete === "hold") return ended("noop", "the manifest is gone, and the endpoint is held as it is");
  if (Object.keys(endpoint.split).length > 0) return { kind: "restore", split: {} };
  return ended("noop", "the manifest is gone, and nothing is served");
}

/** Whether this takes all traffic off at rest: no intent tells of it, should nobody hear how it went. */
export function isStop(effect: Effect, { intent }: Situation): boolean {
  return effect.kind === "restore" && intent === null;
}

/** All traffic may have been taken off without anybody having heard of it; null where it has not, or is to be. */
export function stopUnheard(situation: Situation): Effect | null {
  const { isStopping, endpoint, desired } = situation;
  if (!isStopping) return null;
  if (Object.keys(endpoint.split).length === 0) return { kind: "note", event: "restored", reason: DELETED };
  const isMeant = desired.manifest === null && desired.onDelete === "undeploy";
  // What may still be on its way is shut out before anything is built on the traffic that is there.
  return isMeant || hasDrifted(situation) ? null : { kind: "fence" };
}
