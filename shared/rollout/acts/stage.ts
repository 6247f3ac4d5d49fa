import type { Endpoint, EndpointState } from "../../ports/endpoint.ts";
import type { NotDone, Running } from "../../ports/outcome.ts";
import type { Manifest } from "../../release/manifest.ts";
import type { Underway } from "../advance.ts";
import { deployedModelIdOf } from "../deployed-model-id.ts";
import type { RolloutPorts } from "../ports.ts";
import { deploymentWish } from "../wishes.ts";
import { type Acted, further, isPassing, LOOK_MS, latched, notDone, waiting } from "./acted.ts";

/** Staging comes before any traffic: what has not come this long after the beginning never will. */
const HOPELESS_MS = 3 * 3_600_000;

/** The release alone on the staging endpoint: what cannot be addressed in production can be asked here. */
export async function stage(situation: Underway, manifest: Manifest, ports: RolloutPorts): Promise<Acted> {
  const { staging, id } = stagedAt(situation, ports);
  const what = "staging the version";
  const read = await staging.read();
  if (read.kind !== "done") return notDone(situation, read, what);
  const state = read.value;
  if (!state.deployed.some((deployed) => deployed.id === id)) {
    const wish = deploymentWish(manifest, situation.intent.version, id);
    const started = await staging.deploy(wish);
    if (started.kind !== "done") return notDone(situation, started, what);
    return settledOr(situation, await staging.settle(started.value, LOOK_MS), what);
  }
  if (state.split[id] !== 100) {
    const shared = await staging.share({ [id]: 100 }, state.etag);
    if (shared.kind !== "done") return notDone(situation, shared, what);
  }
  return further(situation, { staging: "up" });
}

export async function smoke(situation: Underway, manifest: Manifest, ports: RolloutPorts): Promise<Acted> {
  const result = await ports.smoke(manifest, stagedAt(situation, ports).staging);
  if (result.kind === "passed") return further(situation, { hasSmoked: true }, "staged");
  if (result.kind === "unknown") return latched(situation, { event: "aborted", reason: `smoke: ${result.reason}` });
  return latched(situation, { event: "bad", reason: `smoke on the staging endpoint: ${result.reason}` });
}

/** Nothing that costs money stays behind. What others deployed there is left alone. */
export async function unstage(situation: Underway, ports: RolloutPorts): Promise<Acted> {
  const what = "clearing the staging endpoint";
  const { staging, id } = stagedAt(situation, ports);
  const read = await staging.read();
  if (read.kind !== "done") return notDone(situation, read, what);
  const state = read.value;
  if (!state.deployed.some((deployed) => deployed.id === id)) return further(situation, { staging: "down" });
  if ((state.split[id] ?? 0) > 0) {
    const shared = await staging.share(without(state, id), state.etag);
    if (shared.kind !== "done") return notDone(situation, shared, what);
  }
  const started = await staging.undeploy(id);
  if (started.kind === "absent") return further(situation, { staging: "down" });
  // What was read may be older than our own share, which then still has to be taken away.
  if (started.kind === "refused" && started.reason === "state") return waiting(situation.intent, what, LOOK_MS);
  if (started.kind !== "done") return notDone(situation, started, what);
  return settledOr(situation, await staging.settle(started.value, LOOK_MS), what);
}

function stagedAt({ intent }: Underway, ports: RolloutPorts): { readonly staging: Endpoint; readonly id: string } {
  const { release, generation } = intent;
  const endpoint = intent.stagingEndpoint!;
  const id = deployedModelIdOf({ endpoint, digest: release.digest, generation });
  return { staging: ports.staging(endpoint), id };
}

/** The staging endpoint serves one release at a time. */
function without({ split }: EndpointState, id: string): EndpointState["split"] {
  const others = Object.entries(split).filter(([each, percent]) => each !== id && percent > 0);
  return others.length === 0 ? {} : { [others[0]![0]]: 100 };
}

function settledOr(situation: Underway, settled: { readonly kind: "done" } | NotDone | Running, what: string): Acted {
  if (settled.kind === "done") return further(situation, {});
  const { intent, nowMs } = situation;
  const isHopeless = intent.latch === null && nowMs - intent.begunMs > HOPELESS_MS;
  if (settled.kind === "running" && isHopeless) {
    return latched(situation, {
      event: "aborted",
      reason: `${what} has not ended in ${HOPELESS_MS / 3_600_000} hours`,
    });
  }
  if (settled.kind === "running") return waiting(intent, what, 0);
  return isPassing(settled) ? waiting(situation.intent, `${what}: ${settled.kind}`) : notDone(situation, settled, what);
}
