import type { Message } from "../protos/json.ts";
import { checkQuota } from "./checks.ts";
import { deployedIn, type GivenModel, splitWithout } from "./deployments.ts";
import type { DedicatedResources, DeployedModelDocument, EndpointDocument, TrafficSplit } from "./documents.ts";
import { endpointIn, keepEndpoint } from "./endpoints.ts";
import { updated } from "./mask.ts";
import { endpointName, modelName } from "./names.ts";
import type { Effect } from "./operations.ts";
import { checkSplit } from "./traffic-split.ts";
import { type FoundVersion, findVersion } from "./versions.ts";
import type { World } from "./world.ts";

interface DeployInput {
  readonly endpoint: string;
  readonly deployedModel: GivenModel & { readonly id: string; readonly model: string; readonly modelVersionId: string };
  readonly trafficSplit: TrafficSplit;
}

/** Fetches and loads the model before the endpoint names it: what is wrong with it ends the operation. */
export const DEPLOY_MODEL: Effect = {
  async prepare(message, world) {
    const input = message as unknown as DeployInput;
    const { model, modelVersionId } = input.deployedModel;
    const found = findVersion(world.models, { ...modelName(model), version: modelVersionId });
    checkAccelerators(input, world);
    const artifact = await world.artifacts.open(found.version, world.assumptions.image);
    return {
      commit() {
        const endpoint = endpointIn(world.endpoints, endpointName(input.endpoint));
        const deployed = deployedModel(input, found, world);
        const deployedModels = [...endpoint.deployedModels, deployed];
        const ids = deployedModels.map(({ id }) => id);
        checkSplit(input.trafficSplit, ids);
        const isShared = Object.keys(input.trafficSplit).length > 0;
        const trafficSplit = isShared ? input.trafficSplit : endpoint.trafficSplit;
        keepEndpoint({ ...endpoint, deployedModels, trafficSplit }, world);
        artifact.attach(endpoint.name, deployed.id);
        return { deployedModel: deployed };
      },
      discard: () => artifact.release(),
    };
  },
};

function deployedModel({ deployedModel }: DeployInput, { model }: FoundVersion, world: World): DeployedModelDocument {
  const now = world.now();
  const { dedicatedResources, displayName = "" } = deployedModel;
  const replicas = dedicatedResources?.minReplicaCount ?? 1;
  return {
    ...deployedModel,
    displayName: displayName === "" ? model.displayName : displayName,
    createTime: now,
    ...(dedicatedResources === undefined ? {} : { dedicatedResources: withMost(dedicatedResources) }),
    status: { availableReplicaCount: replicas, lastUpdateTime: now },
  };
}

/** Without a maximum there are never more than the minimum. */
function withMost(resources: DedicatedResources): DedicatedResources {
  const { minReplicaCount = 1, maxReplicaCount = 0 } = resources;
  return { ...resources, maxReplicaCount: maxReplicaCount === 0 ? minReplicaCount : maxReplicaCount };
}

/** A region that has run out of a kind of accelerator says so late. */
function checkAccelerators({ endpoint, deployedModel }: DeployInput, world: World): void {
  const wanted = acceleratorsOf(deployedModel);
  const limit = world.quotas.accelerators?.[wanted.type];
  if (limit === undefined || wanted.count === 0) return;
  const { parent } = endpointName(endpoint);
  const inUse = [...world.endpoints.entries()]
    .filter(([name]) => name.startsWith(`${parent}/`))
    .flatMap(([, each]) => each.deployedModels.map(acceleratorsOf))
    .filter(({ type }) => type === wanted.type)
    .reduce((sum, { count }) => sum + count, 0);
  checkQuota(`CustomModelServing${wanted.type}PerProjectPerRegion`, inUse + wanted.count - 1, limit);
}

function acceleratorsOf({ dedicatedResources }: Pick<GivenModel, "dedicatedResources">): {
  type: string;
  count: number;
} {
  const { acceleratorType: type = "", acceleratorCount: count = 0 } = dedicatedResources?.machineSpec ?? {};
  return { type, count: count * (dedicatedResources?.minReplicaCount ?? 1) };
}

export const UNDEPLOY_MODEL: Effect = {
  prepare: (message, world) => ({
    commit() {
      const { endpoint: name, deployedModelId, trafficSplit } = message as unknown as UndeployInput;
      const endpoint = endpointIn(world.endpoints, endpointName(name));
      const left = splitWithout(endpoint, deployedModelId, trafficSplit);
      const deployedModels = endpoint.deployedModels.filter(({ id }) => id !== deployedModelId);
      keepEndpoint({ ...endpoint, deployedModels, trafficSplit: left }, world);
      world.artifacts.detach(endpoint.name, deployedModelId);
      return {};
    },
  }),
};

interface UndeployInput {
  readonly endpoint: string;
  readonly deployedModelId: string;
  readonly trafficSplit: TrafficSplit;
}

export const MUTATE_DEPLOYED_MODEL: Effect = {
  prepare: (message, world) => ({
    commit() {
      const { endpoint: name, deployedModel: given, updateMask } = message as unknown as MutateInput;
      const endpoint = endpointIn(world.endpoints, endpointName(name));
      const paths = updateMask.split(",").map((path) => path.split("."));
      const mutated = updated(deployedIn(endpoint, given.id), given, paths) as DeployedModelDocument;
      keepEndpoint({ ...endpoint, deployedModels: withMutated(endpoint, mutated) }, world);
      return { deployedModel: mutated };
    },
  }),
};

interface MutateInput {
  readonly endpoint: string;
  readonly deployedModel: Message & { readonly id: string };
  readonly updateMask: string;
}

function withMutated({ deployedModels }: EndpointDocument, mutated: DeployedModelDocument): DeployedModelDocument[] {
  return deployedModels.map((each) => (each.id === mutated.id ? mutated : each));
}
