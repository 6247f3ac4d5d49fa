import { ownSplits, type Underway } from "./advance.ts";
import { type Effect, ended } from "./effect.ts";
import { isSameSplit } from "./split.ts";

/** What ends without success gives the traffic back before anything else, and then takes away what it put there. */
export function unwind(situation: Underway): Effect {
  const { intent, desired, endpoint } = situation;
  const { event, reason } = intent.latch!;
  if (desired.order === "older") return ended("noop", "a newer commit of the default branch is being acted on");
  if (event === "frozen") return { kind: "close", event, reason };
  // What is seen may be older than our own write, and one that was not seen yet may still arrive: whatever is written
  // shuts it out, and is refused where what was read is old.
  const hasShared = intent.step >= 0;
  if (hasShared || !isSameSplit(endpoint.split, intent.restore)) {
    const { now, before } = ownSplits(intent);
    const isOurs = [now, before, intent.restore].some((split) => isSameSplit(endpoint.split, split));
    if (isOurs) return { kind: "restore", split: intent.restore };
    return { kind: "close", event: "frozen", reason: `${reason}; and somebody else moved traffic meanwhile` };
  }
  if (intent.upload !== null) return { kind: "settle" };
  if (intent.staging === "rising" || intent.staging === "up") return { kind: "unstage" };
  const isThere = endpoint.deployed.some(({ id }) => id === intent.deployedModelId);
  if (!intent.wasParked && (isThere || intent.operation !== null)) {
    return { kind: "undeploy", deployedModelId: intent.deployedModelId };
  }
  return { kind: "close", event, reason };
}
