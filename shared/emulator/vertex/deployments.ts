import type { Message } from "../protos/json.ts";
import { badField } from "../protos/misfit.ts";
import { refusal } from "../status.ts";
import { checkQuota } from "./checks.ts";
import type { DedicatedResources, EndpointDocument, TrafficSplit } from "./documents.ts";
import { endpointIn } from "./endpoints.ts";
import { requiredMask } from "./mask.ts";
import { type Call, type MethodHandler, method } from "./method.ts";
import { endpointName, modelName } from "./names.ts";
import { checkSplit } from "./traffic-split.ts";
import { type FoundVersion, findVersion } from "./versions.ts";

/** A deployed model as a request gives it. */
export interface GivenModel extends Message {
  readonly id?: string;
  readonly model?: string;
  readonly displayName?: string;
  readonly dedicatedResources?: DedicatedResources;
  readonly automaticResources?: Message;
  readonly sharedResources?: string;
}

/** In a split it stands for the model that is being deployed. */
const NEW = "0";
const MUTABLE = [
  "dedicatedResources.minReplicaCount",
  "dedicatedResources.maxReplicaCount",
  "dedicatedResources.requiredReplicaCount",
  "dedicatedResources.autoscalingMetricSpecs",
  "automaticResources.minReplicaCount",
  "automaticResources.maxReplicaCount",
  "disableContainerLogging",
];

interface DeployRequest {
  readonly endpoint?: string;
  readonly deployedModel?: GivenModel;
  readonly trafficSplit?: TrafficSplit;
}

interface UndeployRequest {
  readonly endpoint?: string;
  readonly deployedModelId?: string;
  readonly trafficSplit?: TrafficSplit;
}

export const DEPLOYMENT_METHODS: Readonly<Record<string, MethodHandler>> = {
  DeployModel: method<DeployRequest>({
    isMutation: true,
    resource: ({ endpoint }) => endpoint,
    answer: deployModel,
  }),
  UndeployModel: method<UndeployRequest>({
    isMutation: true,
    resource: ({ endpoint }) => endpoint,
    answer: undeployModel,
  }),
  MutateDeployedModel: method<{ endpoint?: string; deployedModel?: GivenModel; updateMask?: string }>({
    isMutation: true,
    resource: ({ endpoint }) => endpoint,
    answer({ endpoint: name = "", deployedModel = {}, updateMask }, { world, operations, injection }) {
      const endpoint = endpointIn(world.endpoints, endpointName(name));
      deployedIn(endpoint, deployedModel.id ?? "");
      const paths = requiredMask(updateMask).map((path) => path.join("."));
      const refused = paths.find((path) => !MUTABLE.includes(path));
      if (refused !== undefined) throw badField("update_mask", `The field ${refused.slice(0, 100)} cannot be mutated.`);
      checkReplicas(deployedModel.dedicatedResources);
      const input = { endpoint: endpoint.name, deployedModel, updateMask: paths.join(",") };
      return operations.start({ kind: "MutateDeployedModel", resource: endpoint.name, input }, injection);
    },
  }),
};

/** What is wrong with the request is told at once; what is wrong with the model, by the operation. */
function deployModel(
  { endpoint: name = "", deployedModel = {}, trafficSplit = {} }: DeployRequest,
  call: Call,
): Message {
  const { world, operations, injection } = call;
  const endpoint = endpointIn(world.endpoints, endpointName(name));
  const version = versionFor(deployedModel, endpoint, call);
  checkResources(deployedModel, call);
  const pending = pendingIds(endpoint, call);
  const ids = [...endpoint.deployedModels.map(({ id }) => id), ...pending];
  const id = deployedId(deployedModel.id, ids, call);
  checkSplit(renamed(trafficSplit, id), [...endpoint.deployedModels.map((each) => each.id), id]);
  checkFree(endpoint, call);
  checkQuota("DeployedModelsPerEndpoint", ids.length, world.quotas.deployedModels);

  const named = { ...deployedModel, id, model: version.model.name, modelVersionId: version.version.versionId };
  const input = { endpoint: endpoint.name, deployedModel: named, trafficSplit: renamed(trafficSplit, id) };
  return operations.start({ kind: "DeployModel", resource: endpoint.name, input }, injection);
}

function versionFor(deployedModel: GivenModel, endpoint: EndpointDocument, { world }: Call): FoundVersion {
  const name = modelName(deployedModel.model ?? "");
  if (name.project !== endpointName(endpoint.name).project) {
    throw refusal("PERMISSION_DENIED", `The project of "${endpoint.name}" may not read the Model "${name.name}".`);
  }
  return findVersion(world.models, name);
}

function checkResources(
  { dedicatedResources, automaticResources, sharedResources }: GivenModel,
  { world }: Call,
): void {
  if (dedicatedResources === undefined) {
    const isGiven = automaticResources !== undefined || sharedResources !== undefined;
    if (isGiven || world.assumptions.resources === "optional") return;
    throw badField("deployed_model.dedicated_resources", "The prediction resources are required.");
  }
  if ((dedicatedResources.machineSpec?.machineType ?? "") === "") {
    throw badField("deployed_model.dedicated_resources.machine_spec.machine_type", "The machine type is required.");
  }
  checkReplicas({ minReplicaCount: 0, ...dedicatedResources });
}

function checkReplicas(resources: DedicatedResources | undefined): void {
  const { minReplicaCount, maxReplicaCount } = resources ?? {};
  const field = "deployed_model.dedicated_resources";
  if (minReplicaCount !== undefined && minReplicaCount < 1) {
    throw badField(`${field}.min_replica_count`, "min_replica_count must be at least 1.");
  }
  if (maxReplicaCount === undefined || maxReplicaCount === 0) return;
  if (maxReplicaCount < (minReplicaCount ?? 1)) {
    throw badField(`${field}.max_replica_count`, "max_replica_count must not be below min_replica_count.");
  }
}

function pendingIds(endpoint: EndpointDocument, { operations }: Call): readonly string[] {
  return operations
    .running()
    .filter(({ kind, resource }) => kind === "DeployModel" && resource === endpoint.name)
    .map(({ input }) => String((input.deployedModel as GivenModel).id));
}

function deployedId(given: string | undefined, taken: readonly string[], { world }: Call): string {
  if (given === undefined || given === "") return world.draw.id();
  if (!/^\d{1,10}$/.test(given) || given === NEW) {
    throw badField(
      "deployed_model.id",
      `The id "${given.slice(0, 100)}" of a deployed model has to be 1 to 10 digits.`,
    );
  }
  if (!taken.includes(given)) return given;
  throw refusal("ALREADY_EXISTS", `A DeployedModel with the id ${given} already exists on this Endpoint.`);
}

function renamed(split: TrafficSplit, id: string): TrafficSplit {
  return Object.fromEntries(Object.entries(split).map(([key, percent]) => [key === NEW ? id : key, percent]));
}

function checkFree(endpoint: EndpointDocument, { world, operations }: Call): void {
  if (world.assumptions.operationsPerEndpoint === "many") return;
  const other = operations.running().find(({ resource }) => resource === endpoint.name);
  if (other === undefined) return;
  throw refusal("FAILED_PRECONDITION", `There are other operations running on the Endpoint: ${other.name}.`);
}

function undeployModel(request: UndeployRequest, call: Call): Message {
  const { world, operations, injection } = call;
  const endpoint = endpointIn(world.endpoints, endpointName(request.endpoint ?? ""));
  const { deployedModelId = "", trafficSplit = {} } = request;
  splitWithout(endpoint, deployedModelId, trafficSplit);
  checkFree(endpoint, call);
  const input = { endpoint: endpoint.name, deployedModelId, trafficSplit };
  return operations.start({ kind: "UndeployModel", resource: endpoint.name, input }, injection);
}

/** The split that is left; refused where what is undeployed has traffic, unless it is the last one. */
export function splitWithout(endpoint: EndpointDocument, id: string, given: TrafficSplit): TrafficSplit {
  deployedIn(endpoint, id);
  const others = endpoint.deployedModels.filter((each) => each.id !== id).map((each) => each.id);
  if (others.length === 0) return {};
  checkSplit(given, [...others, id]);
  const split = Object.keys(given).length > 0 ? given : endpoint.trafficSplit;
  const { [id]: percent = 0, ...rest } = split;
  if (percent === 0) return rest;
  throw refusal(
    "FAILED_PRECONDITION",
    `The DeployedModel ${id} has ${percent} % of the traffic of the Endpoint: give its traffic to others first.`,
  );
}

export function deployedIn(endpoint: EndpointDocument, id: string): EndpointDocument["deployedModels"][number] {
  const found = endpoint.deployedModels.find((each) => each.id === id);
  if (found !== undefined) return found;
  throw refusal("NOT_FOUND", `The Endpoint "${endpoint.name}" has no DeployedModel with the id "${id.slice(0, 100)}".`);
}
