import { advance } from "./advance.ts";
import type { Effect } from "./effect.ts";
import type { Situation } from "./situation.ts";
import { start } from "./start.ts";
import { unwind } from "./unwind.ts";

/** The machine: what is done next depends on nothing but the situation. */
export function next(situation: Situation): Effect {
  const { intent, endpoint } = situation;
  if (situation.isTakenOver && endpoint.deployed.length > 0) return { kind: "fence" };
  if (intent === null) return start(situation);
  return intent.latch === null ? advance({ ...situation, intent }) : unwind({ ...situation, intent });
}
