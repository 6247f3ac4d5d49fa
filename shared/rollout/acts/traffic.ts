import type { EndpointState, Split } from "../../ports/endpoint.ts";
import type { Manifest } from "../../release/manifest.ts";
import type { Underway } from "../advance.ts";
import type { CanaryJudgement } from "../canary.ts";
import type { RolloutPorts } from "../ports.ts";
import { servedShares } from "../served.ts";
import type { Situation } from "../situation.ts";
import { tell } from "../story.ts";
import { artifactUriOf } from "../wishes.ts";
import { type Acted, further, latched, notDone, stopped, waiting } from "./acted.ts";

/**
 * The split as it is, with a mark that nobody wrote before: what another run read before can no longer be written by it. An equal split
 * alone would prove nothing, for a platform may give the same state the same etag, and a request that was lost looks like
 * one that was taken. What that run may have on its way could be an equal split too: then it changes nothing, and is
 * either before us and read with the next look, or behind us and refused by its etag.
 */
export async function fence(
  { intent, nowMs, fence: number, endpoint: { split, etag }, isStopping }: Situation,
  { endpoint }: RolloutPorts,
): Promise<Acted> {
  const shared = await endpoint.share(split, etag, `${number}-${nowMs.toString(36)}`);
  const isShutOut = shared.kind === "done" && shared.value.etag !== etag;
  const hasTraffic = Object.keys(split).length > 0;
  if (isShutOut) return { intent, entries: [], wait: null, end: null, isStopping: isStopping && !hasTraffic };
  const what = `shutting out the run before: ${shared.kind === "done" ? SAME_ETAG : shared.message}`;
  return shared.kind === "refused" ? stopped({ intent }, what, shared.fix) : waiting(intent, what);
}

const SAME_ETAG = "the endpoint has the same etag as before";

/** The split as it was planned, if nothing has changed since the endpoint was read. That it is there is seen next. */
export async function shift(situation: Underway, split: Split, { endpoint }: RolloutPorts): Promise<Acted> {
  const shared = await endpoint.share(split, situation.endpoint.etag);
  return shared.kind === "done" ? further(situation, {}) : notDone(situation, shared, "moving traffic");
}

/** The step's split was seen at the endpoint: from now on its answers count. */
export function bake(situation: Underway): Acted {
  return further(situation, { stepSinceMs: situation.nowMs }, "shifted");
}

export async function judge(situation: Underway, manifest: Manifest, ports: RolloutPorts): Promise<Acted> {
  const { intent, nowMs } = situation;
  const { step, stepSinceMs } = intent;
  const { bakeSeconds, minSamples, steps, onInconclusive } = manifest.rollout;
  if (bakeSeconds === 0 && minSamples === 0) return further(situation, { passedStep: step });
  const bakedMs = stepSinceMs! + bakeSeconds * 1000;
  const judgement = await ports.judge({
    manifest,
    challengerId: intent.deployedModelId,
    championIds: Object.keys(intent.restore),
    percent: steps[step]!,
    sinceMs: stepSinceMs!,
    nowMs,
  });
  ports.log.info(`${steps[step]} %: ${judgement.reason}`);
  if (judgement.kind === "fail")
    return latched(situation, { event: "bad", reason: failureText(judgement, steps[step]!) });
  if (nowMs < bakedMs)
    return waiting(intent, `the bake of ${steps[step]} %`, Math.min(LONGEST_WAIT_MS, bakedMs - nowMs));
  if (judgement.kind === "pass") return further(situation, { passedStep: step });
  const isLate = nowMs >= bakedMs + bakeSeconds * 1000;
  if (onInconclusive === "restore" && isLate)
    return latched(situation, { event: "bad", reason: failureText(judgement, steps[step]!) });
  return waiting(intent, `${steps[step]} %: ${judgement.reason}`, Math.min(LONGEST_WAIT_MS, judgement.againMs));
}

/** All traffic is seen to be the release's: the alias follows, and the attempt has succeeded. */
export async function crown(situation: Underway, manifest: Manifest, { registry, log }: RolloutPorts): Promise<Acted> {
  const { intent, chain, endpoint, desired } = situation;
  const found = await registry.find(manifest.model.name, artifactUriOf(manifest));
  const aliased = found.kind === "done" ? await registry.alias(found.value.reference, [CHAMPION]) : found;
  // Traffic is where it should be: the alias is a name for people, and is moved again when the next release is.
  if (aliased.kind !== "done") log.info(`The alias ${CHAMPION} could not be moved: ${aliased.message}.`);
  const before = servedShares({ ...endpoint, split: intent.restore }, chain);
  const event = intent.kind === "rollback" ? "rolledBack" : "healthy";
  const reason = desired.withdrawn ?? null;
  return { intent: null, entries: [tell(situation, { event, before, reason })], wait: null, end: null };
}

/** The split that was there before, and nothing else, in one write. */
export async function restore(situation: Underway, split: Split, { endpoint }: RolloutPorts): Promise<Acted> {
  const shared = await endpoint.share(split, situation.endpoint.etag);
  if (shared.kind !== "done") return notDone(situation, shared, "restoring traffic");
  return restored(situation, shared.value);
}

function restored(situation: Underway, after: EndpointState): Acted {
  const { intent } = situation;
  const entries = [tell(situation, { event: "restored", after, reason: intent.latch?.reason ?? null })];
  return { intent: { ...intent, step: -1, stepSinceMs: null }, entries, wait: null, end: null };
}

const CHAMPION = "champion";
const LONGEST_WAIT_MS = 60_000;

function failureText({ reason }: CanaryJudgement, percent: number): string {
  return `canary at ${percent} %: ${reason}`;
}
