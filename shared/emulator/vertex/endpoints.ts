import type { Message } from "../protos/json.ts";
import { badField } from "../protos/misfit.ts";
import type { Reading } from "../state/store.ts";
import { refusal } from "../status.ts";
import { checkDisplayName, checkEtag, checkLabels, checkQuota } from "./checks.ts";
import type { EndpointDocument, Labels, TrafficSplit } from "./documents.ts";
import { type ListRequest, pageOf } from "./listing.ts";
import { masked, requiredMask, updated } from "./mask.ts";
import { type Call, type MethodHandler, method, seen } from "./method.ts";
import { endpointName, locationOf, type ResourceName } from "./names.ts";
import type { Effect } from "./operations.ts";
import { checkSplit } from "./traffic-split.ts";
import type { World } from "./world.ts";

interface Given extends Message {
  readonly name?: string;
  readonly displayName?: string;
  readonly etag?: string;
  readonly labels?: Labels;
  readonly trafficSplit?: TrafficSplit;
}

interface CreateRequest {
  readonly parent?: string;
  readonly endpointId?: string;
  readonly endpoint?: Given;
}

/** What may be changed by UpdateEndpoint: the rest is made by other methods, or at the beginning alone. */
const MUTABLE = [
  "displayName",
  "description",
  "labels",
  "trafficSplit",
  "predictRequestResponseLoggingConfig",
  "clientConnectionConfig",
  "privateServiceConnectConfig",
];
const OUTPUT_ONLY = ["name", "deployedModels", "etag", "createTime", "updateTime", "modelDeploymentMonitoringJob"];

export const ENDPOINT_METHODS: Readonly<Record<string, MethodHandler>> = {
  CreateEndpoint: method<CreateRequest>({
    isMutation: true,
    resource: ({ parent }) => parent,
    answer: createEndpoint,
  }),
  GetEndpoint: method<{ name?: string }>({
    isMutation: false,
    resource: ({ name }) => name,
    answer: ({ name = "" }, call) => endpointIn(seen(call.world.endpoints, call), endpointName(name)),
  }),
  ListEndpoints: method<ListRequest & { parent?: string; readMask?: string }>({
    isMutation: false,
    resource: ({ parent }) => parent,
    answer: (request, call) => listEndpoints(request, seen(call.world.endpoints, call)),
  }),
  UpdateEndpoint: method<{ endpoint?: Given; updateMask?: string }>({
    isMutation: true,
    resource: ({ endpoint }) => endpoint?.name,
    answer: ({ endpoint = {}, updateMask }, { world }) => updateEndpoint(endpoint, updateMask, world),
  }),
  DeleteEndpoint: method<{ name?: string }>({
    isMutation: true,
    resource: ({ name }) => name,
    answer({ name = "" }, { world, operations, injection }) {
      const endpoint = endpointIn(world.endpoints, endpointName(name));
      checkEmpty(endpoint);
      return operations.start({ kind: "DeleteEndpoint", resource: endpoint.name, input: { name } }, injection);
    },
  }),
};

export const CREATE_ENDPOINT: Effect = {
  prepare: ({ name, endpoint }, world) => ({
    commit() {
      const resource = String(name);
      if (world.endpoints.get(resource) !== undefined) throw alreadyThere(resource);
      const given = Object.entries(endpoint as Given).filter(([field]) => !OUTPUT_ONLY.includes(field));
      const now = world.now();
      const created = {
        ...Object.fromEntries(given),
        ...{ name: resource, etag: world.draw.etag(), createTime: now, updateTime: now },
        ...{ trafficSplit: {}, deployedModels: [] },
      } as unknown as EndpointDocument;
      world.endpoints.set(resource, created);
      return created;
    },
  }),
};

export const DELETE_ENDPOINT: Effect = {
  prepare: ({ name }, world) => ({
    commit() {
      const endpoint = endpointIn(world.endpoints, endpointName(String(name)));
      checkEmpty(endpoint);
      world.endpoints.delete(endpoint.name);
      return {};
    },
  }),
};

export function endpointIn(endpoints: Reading<EndpointDocument>, { name }: ResourceName): EndpointDocument {
  const found = endpoints.get(name);
  if (found !== undefined) return found;
  throw refusal("NOT_FOUND", `The Endpoint "${name}" is not found.`);
}

/** Kept under a new etag. */
export function keepEndpoint(changed: EndpointDocument, world: World): EndpointDocument {
  const kept: EndpointDocument = { ...changed, etag: world.draw.etag(), updateTime: world.now() };
  world.endpoints.set(kept.name, kept);
  return kept;
}

function createEndpoint({ parent = "", endpointId, endpoint = {} }: CreateRequest, call: Call): Message {
  const { world, operations, injection } = call;
  const location = locationOf(parent);
  checkDisplayName(endpoint.displayName);
  checkLabels(endpoint.labels);
  if (endpoint.trafficSplit !== undefined) checkSplit(endpoint.trafficSplit, []);
  const name = newName(location.parent, endpointId, call);
  const others = [...world.endpoints.entries()].filter(([key]) => key.startsWith(`${parent}/`));
  checkQuota("EndpointsPerProjectPerRegion", others.length, world.quotas.endpoints);
  return operations.start({ kind: "CreateEndpoint", resource: name, input: { name, endpoint } }, injection);
}

/** A number of up to 9 digits, or a name that begins with a letter. */
function newName(parent: string, id: string | undefined, { world, operations }: Call): string {
  if (id === undefined || id === "") return `${parent}/endpoints/${world.draw.id()}`;
  if (!/^(?:[1-9]\d{0,8}|0|[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)$/.test(id)) {
    throw badField(
      "endpoint_id",
      `The endpoint_id "${id.slice(0, 100)}" is neither up to 9 digits nor a name in lowercase.`,
    );
  }
  const name = `${parent}/endpoints/${id}`;
  const isTaken = operations.running().some((each) => each.resource === name);
  if (isTaken || world.endpoints.get(name) !== undefined) throw alreadyThere(name);
  return name;
}

function alreadyThere(name: string): Error {
  return refusal("ALREADY_EXISTS", `The Endpoint "${name}" already exists.`);
}

function checkEmpty({ name, deployedModels }: EndpointDocument): void {
  if (deployedModels.length === 0) return;
  const ids = deployedModels.map(({ id }) => id).join(", ");
  throw refusal("FAILED_PRECONDITION", `The Endpoint "${name}" has deployed models (${ids}): undeploy them first.`);
}

function listEndpoints(
  request: ListRequest & { readonly parent?: string; readonly readMask?: string },
  endpoints: Reading<EndpointDocument>,
): Message {
  const { parent } = locationOf(request.parent ?? "");
  const own = [...endpoints.entries()].map(([, each]) => each).filter(({ name }) => name.startsWith(`${parent}/`));
  const both = ["=", "!="];
  const { items, nextPageToken } = pageOf(request, {
    of: `${parent}/endpoints`,
    documents: own,
    fields: {
      endpoint: { kind: "text", comparators: both, read: ({ name }) => name.slice(name.lastIndexOf("/") + 1) },
      displayName: { kind: "text", comparators: both, read: ({ displayName }) => displayName },
      labels: { kind: "map", read: ({ labels }) => labels ?? {} },
      baseModelName: { kind: "text", comparators: ["="], read: () => "" },
    },
    orders: {
      displayName: ({ displayName }) => displayName,
      createTime: ({ createTime }) => createTime,
      updateTime: ({ updateTime }) => updateTime,
    },
  });
  return { endpoints: items.map((endpoint) => masked(endpoint, request.readMask)), nextPageToken };
}

function updateEndpoint(given: Given, mask: string | undefined, world: World): EndpointDocument {
  const endpoint = endpointIn(world.endpoints, endpointName(given.name ?? ""));
  const asked = requiredMask(mask);
  const paths = asked.some(([name]) => name === "*") ? MUTABLE.map((field) => [field]) : asked;
  for (const [field = ""] of paths) {
    if (!MUTABLE.includes(field)) throw badField("update_mask", `The field ${field.slice(0, 100)} cannot be updated.`);
  }
  checkEtag(given.etag, endpoint.etag, world.assumptions.etagConflict);
  const changed = updated(endpoint, given, paths) as EndpointDocument;
  const { trafficSplit = {}, labels, displayName } = changed;
  checkDisplayName(displayName);
  checkLabels(labels);
  checkSplit(
    trafficSplit,
    endpoint.deployedModels.map(({ id }) => id),
  );
  return keepEndpoint({ ...changed, trafficSplit }, world);
}
