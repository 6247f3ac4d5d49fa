import type { Endpoint, EndpointOperation } from "../../ports/endpoint.ts";
import type { Outcome, Running } from "../../ports/outcome.ts";
import type { UploadOperation } from "../../ports/registry.ts";
import type { Manifest } from "../../release/manifest.ts";
import type { Underway } from "../advance.ts";
import type { Intent, Started } from "../intent.ts";
import type { RolloutPorts } from "../ports.ts";
import { deploymentWish, uploadWish } from "../wishes.ts";
import { type Acted, further, isPassing, LOOK_MS, latched, notDone, waiting } from "./acted.ts";

/** What was begun is seen by then, or its request was never received. */
const LOST_MS = 15 * 60_000;
/** An operation that has not ended by then never will. */
const HOPELESS_MS = 2 * 3_600_000;

export async function upload(situation: Underway, manifest: Manifest, ports: RolloutPorts): Promise<Acted> {
  const outcome = await ports.upload(manifest);
  if (outcome.kind !== "done") return notDone(situation, outcome, "uploading the artifact");
  return further(situation, { isUploaded: true }, "uploaded");
}

/** The version that holds this artifact: the one that is there, or a new one. */
export async function register(situation: Underway, manifest: Manifest, { registry }: RolloutPorts): Promise<Acted> {
  const { intent, nowMs } = situation;
  const what = "registering the version";
  const wish = uploadWish(manifest, intent.cause);
  const found = await registry.find(wish.model, wish.artifactUri);
  if (found.kind === "done") return registered(situation, found.value.reference);
  if (found.kind !== "absent") return notDone(situation, found, "looking for the version in the registry");
  if (intent.upload !== null) {
    const settled = await registry.settle(intent.upload.operation, LOOK_MS);
    if (settled.kind === "done") return registered(situation, settled.value.reference);
    return unsettled(situation, { started: intent.upload, settled, what, cleared: { upload: null } });
  }
  const started = await registry.upload(wish);
  const lost: UploadOperation = { model: wish.model, artifactUri: wish.artifactUri, operation: null };
  // A registry keeps no two uploads apart: one whose answer was lost is waited for, not repeated.
  if (started.kind === "ambiguous") return further(situation, { upload: { operation: lost, sinceMs: nowMs } });
  if (started.kind !== "done") return notDone(situation, started, what);
  return further(situation, { upload: { operation: started.value, sinceMs: nowMs } });
}

/** Nobody wants the version any more; an upload that goes on would be doubled by whoever registers it next. */
export async function settleUpload(situation: Underway, { registry }: RolloutPorts): Promise<Acted> {
  const started = situation.intent.upload!;
  const cleared = { upload: null };
  const settled = await registry.settle(started.operation, LOOK_MS);
  const hasEnded = settled.kind === "done" || (settled.kind === "refused" && !isPassing(settled));
  if (hasEnded) return further(situation, cleared);
  return unsettled(situation, { started, settled, what: "waiting for the registration to end", cleared });
}

function registered(situation: Underway, version: Intent["version"]): Acted {
  return further(situation, { version, upload: null }, "registered");
}

/** At 0 %: the split stays as it is. Whoever repeats it finds the same deployed model again. */
export async function deploy(situation: Underway, manifest: Manifest, { endpoint }: RolloutPorts): Promise<Acted> {
  const { intent, nowMs } = situation;
  const isThere = situation.endpoint.deployed.some(({ id }) => id === intent.deployedModelId);
  if (isThere) return further(situation, { operation: null }, "deployed");
  const known = intent.operation;
  if (known !== null && known.operation.operation !== null) return settleDeploy(situation, known, endpoint);
  // A request whose answer was lost is sent again: the same id finds what the first one made.
  const started = await endpoint.deploy(deploymentWish(manifest, intent.version, intent.deployedModelId));
  if (started.kind !== "done") return notDone(situation, started, DEPLOYING);
  const begun = { operation: started.value, sinceMs: known?.sinceMs ?? nowMs };
  if (started.value.operation !== null) return further(situation, { operation: begun });
  return settleDeploy({ ...situation, intent: { ...intent, operation: begun } }, begun, endpoint);
}

const DEPLOYING = "deploying the version";

async function settleDeploy(
  situation: Underway,
  started: Started<EndpointOperation>,
  endpoint: Endpoint,
): Promise<Acted> {
  const settled = await endpoint.settle(started.operation, LOOK_MS);
  if (settled.kind === "done") return further(situation, { operation: null }, "deployed");
  return unsettled(situation, { started, settled, what: DEPLOYING, cleared: { operation: null } });
}

interface Unsettled {
  readonly started: Started<EndpointOperation | UploadOperation>;
  readonly settled: Exclude<Outcome<never>, { kind: "done" }> | Running;
  readonly what: string;
  /** As if it had never been begun. */
  readonly cleared: Partial<Intent>;
}

/** Still going on, or ended without its effect. */
export function unsettled(situation: Underway, { started, settled, what, cleared }: Unsettled): Acted {
  const { intent, nowMs } = situation;
  const spentMs = nowMs - started.sinceMs;
  if (settled.kind !== "running" && !isPassing(settled)) {
    return notDone({ ...situation, intent: { ...intent, ...cleared } }, settled, what);
  }
  if (started.operation.operation === null && spentMs > LOST_MS) return further(situation, cleared);
  if (spentMs <= HOPELESS_MS) return waiting(intent, what, settled.kind === "running" ? 0 : undefined);
  const reason = `${what} has not ended in ${HOPELESS_MS / 3_600_000} hours`;
  return latched({ ...situation, intent: { ...intent, ...cleared } }, { event: "aborted", reason });
}
