import type { LedgerEvent } from "../../ledger/line.ts";
import type { Endpoint, EndpointOperation } from "../../ports/endpoint.ts";
import type { Underway } from "../advance.ts";
import { type Effect, ended, type Note } from "../effect.ts";
import type { Started } from "../intent.ts";
import type { RolloutPorts } from "../ports.ts";
import { DELETED } from "../removal.ts";
import { expectedShares } from "../served.ts";
import type { Situation } from "../situation.ts";
import { tell, tellAtRest } from "../story.ts";
import { type Acted, further, isPassing, LOOK_MS, notDone, stopped, waiting } from "./acted.ts";
import { unsettled } from "./prepare.ts";

/** Nobody else is kept waiting: should the lease end meanwhile, whoever takes it finds the same to do. */
const COLLECT_MS = 5 * 60_000;

/** What this attempt deployed is taken away; what is still being deployed is waited for first. */
export async function undeploy(situation: Underway, { endpoint }: RolloutPorts): Promise<Acted> {
  const { deployedModelId, operation } = situation.intent;
  const isThere = situation.endpoint.deployed.some(({ id }) => id === deployedModelId);
  if (!isThere) return operation === null ? further(situation, {}) : settleDeployment(situation, operation, endpoint);
  if (operation?.operation.kind === "undeploy") return settleEnd(situation, operation, endpoint);
  const started = await endpoint.undeploy(deployedModelId);
  if (started.kind === "absent") return further(situation, { operation: null });
  if (started.kind !== "done") return notDone(situation, started, UNDEPLOYING);
  return further(situation, { operation: { operation: started.value, sinceMs: situation.nowMs } });
}

async function settleEnd(situation: Underway, started: Started<EndpointOperation>, endpoint: Endpoint): Promise<Acted> {
  const settled = await endpoint.settle(started.operation, LOOK_MS);
  if (settled.kind === "done") return further(situation, { operation: null });
  return unsettled(situation, { started, settled, what: UNDEPLOYING, cleared: { operation: null } });
}

const UNDEPLOYING = "undeploying";

async function settleDeployment(
  situation: Underway,
  started: Started<EndpointOperation>,
  endpoint: Endpoint,
): Promise<Acted> {
  const cleared = { operation: null };
  // Nobody knows whether it was ever begun: should it appear, it is collected as what serves nobody.
  if (started.operation.operation === null) return further(situation, cleared);
  const settled = await endpoint.settle(started.operation, LOOK_MS);
  const what = "waiting for the deployment to end";
  if (settled.kind === "done") return further(situation, cleared);
  // It ended without a deployment, so there is nothing to take away.
  if (settled.kind === "refused" && !isPassing(settled)) return further(situation, cleared);
  return unsettled(situation, { started, settled, what, cleared });
}

export function close(situation: Underway, event: LedgerEvent, reason: string | null): Acted {
  return { intent: null, entries: [tell(situation, { event, reason })], wait: null, end: null };
}

export function note(situation: Situation, { event, reason }: Note): Acted {
  const { chain } = situation;
  const before = event === "restored" ? { before: expectedShares(chain) } : {};
  const entry = tellAtRest(situation, { event, reason, ...before });
  // An endpoint that serves something before anything was ever released there has no ledger to say so in.
  if (entry === null) return { intent: null, entries: [], wait: null, end: ended("refused", reason, ADOPT) };
  return { intent: null, entries: [entry], wait: null, end: null, isStopping: false };
}

const ADOPT = "Run `model-release adopt` to begin with what is served there, or empty the endpoint's traffic split.";

/** At rest, what serves nobody any more. */
export async function collect(
  situation: Situation,
  { deployedModelId, from }: Extract<Effect, { kind: "collect" }>,
  ports: RolloutPorts,
): Promise<Acted> {
  const endpoint =
    from === "staging" ? ports.staging(situation.desired.manifest!.target!.stagingEndpoint!) : ports.endpoint;
  const what = `collecting deployed model ${deployedModelId}`;
  const atRest = { intent: null };
  const started = await endpoint.undeploy(deployedModelId);
  if (started.kind === "absent") return waiting(null, "the endpoint to show what is deployed");
  if (started.kind !== "done") return stopped(atRest, `${what}: ${started.message}`);
  const settled = await endpoint.settle(started.value, COLLECT_MS);
  if (settled.kind === "running") return waiting(null, what, 0);
  if (settled.kind !== "done") return stopped(atRest, `${what}: ${settled.message}`);
  const reason = `deployed model ${deployedModelId} served nobody any more`;
  const entry = tellAtRest(situation, { event: "collected", reason });
  return { intent: null, entries: entry === null ? [] : [entry], wait: null, end: null };
}

/** The manifest is gone, and is meant to be: nobody is served any more. */
export async function stop(situation: Situation, { endpoint }: RolloutPorts): Promise<Acted> {
  const shared = await endpoint.share({}, situation.endpoint.etag);
  if (shared.kind === "conflict" || shared.kind === "ambiguous") return waiting(null, shared.message);
  if (shared.kind !== "done") return stopped({ intent: null }, `stopping traffic: ${shared.message}`);
  const entry = tellAtRest(situation, { event: "restored", after: shared.value, reason: DELETED });
  return { intent: null, entries: entry === null ? [] : [entry], wait: null, end: null, isStopping: false };
}
