import type { google } from "@google-cloud/aiplatform/build/protos/protos.js";
import type { DeploymentWish, EndpointOperation, VersionReference } from "../../ports/endpoint.ts";
import type { Outcome } from "../../ports/outcome.ts";
import { deployedTitle } from "./deployed-title.ts";
import { attempts, type EndpointGround, MAX_RESENDS, type OneAttempt, pause, refusalOf } from "./ground.ts";
import { versionName } from "./names.ts";
import { readEndpoint } from "./read-endpoint.ts";

type IDeployModelRequest = google.cloud.aiplatform.v1.IDeployModelRequest;

/** Starts a version beside the others. The id is our own, so a start that nobody answered is found again. */
export async function deploy(wish: DeploymentWish, endpoint: EndpointGround): Promise<Outcome<EndpointOperation>> {
  for (let tries = 0; ; tries++) {
    const called = await attempts("deployModel", (options) => start(wish, endpoint, options), endpoint);
    if (called.kind === "answered") return started(wish, called.value);
    const outcome = refusalOf(called.fault, "deployModel", `${versionName(wish.version)} to ${endpoint.name}`);
    const isTaken = called.fault.code === "ALREADY_EXISTS";
    if (outcome.kind !== "ambiguous" && !isTaken) return outcome;
    const found = await holder(wish, endpoint);
    if (found === "ours") return started(wish, null);
    if (found === "another's") return { kind: "conflict", message: `${outcome.message}; the id holds another version` };
    if (found === "unknown") return { kind: "ambiguous", message: outcome.message };
    // Taken and not yet to be seen: it is on its way.
    if (isTaken) return started(wish, null);
    if (tries === MAX_RESENDS) return outcome;
    await pause(tries, endpoint);
  }
}

function started({ deployedModelId }: DeploymentWish, operation: string | null): Outcome<EndpointOperation> {
  return { kind: "done", value: { kind: "deploy", deployedModelId, operation } };
}

async function start(
  { deployedModelId, version, digest, title, machine, serviceAccount }: DeploymentWish,
  { name, clients }: EndpointGround,
  options: OneAttempt,
): Promise<string | null> {
  const { machineType, accelerator, replicas } = machine;
  const gpu = accelerator === null ? {} : { acceleratorType: accelerator.type, acceleratorCount: accelerator.count };
  const deployedModel = {
    id: deployedModelId,
    model: versionName(version),
    displayName: deployedTitle(title, digest),
    dedicatedResources: {
      machineSpec: { machineType, ...gpu },
      minReplicaCount: replicas.min,
      maxReplicaCount: replicas.max,
    },
    ...(serviceAccount === null ? {} : { serviceAccount }),
  };
  // Accelerators are an enum to the library, which takes their names as well.
  const request = { endpoint: name, deployedModel, trafficSplit: {} } as IDeployModelRequest;
  const [operation] = await (await clients.endpoints()).deployModel(request, options);
  return operation.name ?? null;
}

async function holder(
  { deployedModelId, version }: DeploymentWish,
  endpoint: EndpointGround,
): Promise<"ours" | "another's" | "nobody" | "unknown"> {
  const read = await readEndpoint(endpoint);
  if (read.kind !== "done") return "unknown";
  const found = read.value.deployed.find(({ id }) => id === deployedModelId);
  if (found === undefined) return "nobody";
  return isSame(found.version, version) ? "ours" : "another's";
}

function isSame(one: VersionReference, other: VersionReference): boolean {
  return one.model === other.model && one.version === other.version;
}
