import type { Split } from "../ports/endpoint.ts";
import { type Effect, ended, hindered } from "./effect.ts";
import type { Intent, Latch } from "./intent.ts";
import { DELETED } from "./removal.ts";
import { servedShares, sharesText } from "./served.ts";
import type { Situation } from "./situation.ts";
import { canarySplit, isSameSplit } from "./split.ts";

export interface Underway extends Situation {
  readonly intent: Intent;
}

const HOUR_MS = 3_600_000;

/** Something has been begun: its next step, or why it ends here. */
export function advance(situation: Underway): Effect {
  const { desired, intent } = situation;
  if (desired.order === "older") return ended("noop", "a newer commit of the default branch is being acted on");
  const latch = latchOf(situation);
  if (latch !== null) return { kind: "latch", latch };
  if (desired.isFrozen && intent.kind === "promote") {
    return ended("inProgress", "the file model-release.freeze holds the promotion where it is");
  }
  const effect = preparation(situation) ?? traffic(situation);
  const obstacle = situation.broken ?? desired.contested;
  if (obstacle !== undefined && intent.kind === "promote" && effect.kind !== "judge") return hindered(obstacle);
  // A canary goes on being judged: only what gives traffic back is done without knowing what is wanted.
  if (situation.isBlind && effect.kind !== "judge") return ended("aborted", "the default branch cannot be read", null);
  return effect;
}

/** The splits that an intent may have written last: the step's own, and what was there before it. */
export function ownSplits(intent: Intent): { readonly now: Split; readonly before: Split } {
  const at = (step: number) =>
    step < 0 ? intent.restore : canarySplit(intent.restore, intent.deployedModelId, intent.steps[step] ?? 100);
  return { now: at(intent.step), before: at(intent.step - 1) };
}

function latchOf(situation: Underway): Latch | null {
  const { desired, intent, nowMs } = situation;
  if (desired.order === "diverged") return { event: "frozen", reason: "the default branch's history was rewritten" };
  const wanted = desired.manifest?.artifact.digest ?? null;
  if (wanted !== intent.release.digest) {
    if (desired.withdrawn !== undefined) return { event: "bad", reason: desired.withdrawn };
    return {
      event: "superseded",
      reason: wanted === null ? DELETED : "a newer merge wants another release",
    };
  }
  const moved = movedByOthers(situation);
  if (moved !== null) return moved;
  const hours = desired.manifest!.rollout.deadlineHours;
  if (intent.kind === "rollback" || nowMs - intent.begunMs <= hours * HOUR_MS) return null;
  return { event: "aborted", reason: `it was not done within ${hours} hours` };
}

/** Traffic that somebody moved back is their decision, and is never fought; any other split is nobody's that we know. */
function movedByOthers(situation: Underway): Latch | null {
  const { intent, endpoint, chain } = situation;
  const { now, before } = ownSplits(intent);
  const isSeen = intent.stepSinceMs !== null;
  if (isSameSplit(endpoint.split, now) || (!isSeen && isSameSplit(endpoint.split, before))) return null;
  if (isSameSplit(endpoint.split, intent.restore)) {
    return { event: "bad", reason: "somebody moved all traffic back to the champion" };
  }
  const live = sharesText(servedShares(endpoint, chain));
  return { event: "frozen", reason: `somebody else moved traffic: the endpoint serves ${live}` };
}

/** What has to be there before any traffic moves; null when all of it is. */
function preparation({ intent, endpoint }: Underway): Effect | null {
  const isThere = endpoint.deployed.some(({ id }) => id === intent.deployedModelId);
  // What was parked may have been taken away since: then it is deployed again.
  if (intent.wasParked && isThere) return null;
  if (!isThere) {
    if (!intent.isUploaded) return { kind: "upload" };
    if (intent.version === null) return { kind: "register" };
    const staging = stagingStep(intent);
    return staging ?? { kind: "deploy" };
  }
  if (intent.version === null) return { kind: "register" };
  // Whoever asked for it has not written down yet that it is there.
  return stagingStep(intent) ?? (intent.operation === null ? null : { kind: "deploy" });
}

function stagingStep({ stagingEndpoint, staging, hasSmoked }: Intent): Effect | null {
  if (stagingEndpoint === null) return null;
  if (hasSmoked) return staging === "down" ? null : { kind: "unstage" };
  return { kind: staging === "up" ? "smoke" : "stage" };
}

function traffic({ intent, endpoint }: Underway): Effect {
  const { step, steps, passedStep, stepSinceMs } = intent;
  if (step < 0) return shift(intent, 0);
  if (!isSameSplit(endpoint.split, ownSplits(intent).now)) return shift(intent, step);
  if (steps[step] === 100) return { kind: "crown" };
  if (stepSinceMs === null) return { kind: "bake", step };
  return passedStep < step ? { kind: "judge", step } : shift(intent, step + 1);
}

function shift({ restore, deployedModelId, steps }: Intent, step: number): Effect {
  return { kind: "shift", step, split: canarySplit(restore, deployedModelId, steps[step] ?? 100) };
}
