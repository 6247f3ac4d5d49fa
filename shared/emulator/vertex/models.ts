import type { Message } from "../protos/json.ts";
import { badField } from "../protos/misfit.ts";
import { refusal } from "../status.ts";
import { withAliases } from "./aliases.ts";
import { checkDisplayName, checkLabels, checkQuota } from "./checks.ts";
import type { Labels } from "./documents.ts";
import type { Fields } from "./filter/match.ts";
import { type ListRequest, pageOf } from "./listing.ts";
import { masked } from "./mask.ts";
import { type Call, type MethodHandler, method, seen } from "./method.ts";
import { locationOf, modelName } from "./names.ts";
import { type FoundVersion, findModel, findVersion, modelMessage } from "./versions.ts";
import type { World } from "./world.ts";

/** A model as a request gives it. */
export interface GivenModel extends Message {
  readonly name?: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly versionDescription?: string;
  readonly versionAliases?: readonly string[];
  readonly labels?: Labels;
  readonly etag?: string;
  readonly artifactUri?: string;
}

interface UploadRequest {
  readonly parent?: string;
  readonly parentModel?: string;
  readonly modelId?: string;
  readonly model?: GivenModel;
}

interface NamedList extends ListRequest {
  readonly parent?: string;
  readonly name?: string;
  readonly readMask?: string;
}

export const MODEL_METHODS: Readonly<Record<string, MethodHandler>> = {
  UploadModel: method<UploadRequest>({ isMutation: true, resource: ({ parent }) => parent, answer: uploadModel }),
  GetModel: method<{ name?: string }>({
    isMutation: false,
    resource: ({ name }) => name,
    answer: ({ name = "" }, call) =>
      modelMessage(findVersion(seen(call.world.models, call), modelName(name)), call.world.endpoints),
  }),
  ListModels: method<NamedList>({ isMutation: false, resource: ({ parent }) => parent, answer: listModels }),
  ListModelVersions: method<NamedList>({ isMutation: false, resource: ({ name }) => name, answer: listVersions }),
};

function uploadModel({ parent = "", parentModel = "", modelId = "", model = {} }: UploadRequest, call: Call): Message {
  const { world, operations, injection } = call;
  const location = locationOf(parent);
  checkLabels(model.labels);
  withAliases([], "", model.versionAliases ?? []);
  const name =
    parentModel === "" ? newName(location.parent, modelId, call) : ownModel(location.parent, parentModel, world);
  if (parentModel === "") checkDisplayName(model.displayName);
  const isNew = world.models.get(name) === undefined;
  const count = [...world.models.entries()].filter(([key]) => key.startsWith(`${location.parent}/`)).length;
  if (isNew) checkQuota("ModelsPerProjectPerRegion", count, world.quotas.models);
  return operations.start({ kind: "UploadModel", resource: name, input: { name, model, isNew } }, injection);
}

function newName(parent: string, id: string, { world, operations }: Call): string {
  if (id === "") return `${parent}/models/${world.draw.id()}`;
  if (!/^[a-z_][a-z0-9_-]{0,62}$/.test(id)) {
    throw badField("model_id", `The model_id "${id.slice(0, 100)}" does not match [a-z_][a-z0-9_-]{0,62}.`);
  }
  const name = `${parent}/models/${id}`;
  const isTaken = operations.running().some(({ kind, resource }) => kind === "UploadModel" && resource === name);
  if (!isTaken && world.models.get(name) === undefined) return name;
  throw refusal("ALREADY_EXISTS", `The Model "${name}" already exists: name it as parent_model to add a version.`);
}

function ownModel(parent: string, given: string, world: World): string {
  const name = modelName(given);
  if (name.parent !== parent) {
    throw badField(
      "parent_model",
      `The parent model "${name.name}" is not in ${parent}, where the version is uploaded.`,
    );
  }
  return findModel(world.models, name).name;
}

const BOTH = ["=", "!="];

function labelsOf({ model, version }: FoundVersion): Labels {
  return { ...version.labels, ...model.labels };
}

function listModels(request: NamedList, call: Call): Message {
  const { parent } = locationOf(request.parent ?? "");
  const models = seen(call.world.models, call);
  const own = [...models.entries()].map(([, each]) => each).filter(({ name }) => name.startsWith(`${parent}/`));
  const fields: Fields<FoundVersion> = {
    model: { kind: "text", comparators: BOTH, read: ({ model }) => model.name.slice(model.name.lastIndexOf("/") + 1) },
    displayName: { kind: "text", comparators: BOTH, read: ({ model }) => model.displayName },
    labels: { kind: "map", read: labelsOf },
    baseModelName: { kind: "text", comparators: ["="], read: () => "" },
  };
  const { items, nextPageToken } = pageOf(request, {
    of: `${parent}/models`,
    documents: own.map((model) => findVersion(models, modelName(model.name))),
    fields,
    orders: {
      displayName: ({ model }) => model.displayName,
      createTime: ({ model }) => model.createTime,
      updateTime: ({ model }) => model.updateTime,
    },
  });
  return listed(items, nextPageToken, request, call);
}

function listVersions(request: NamedList, call: Call): Message {
  const model = findModel(seen(call.world.models, call), modelName(request.name ?? ""));
  const { items, nextPageToken } = pageOf(request, {
    of: model.name,
    documents: model.versions.map((version) => ({ model, version })),
    fields: { labels: { kind: "map", read: labelsOf } },
    orders: {
      createTime: ({ version }) => version.versionCreateTime,
      updateTime: ({ version }) => version.versionUpdateTime,
    },
  });
  return listed(items, nextPageToken, request, call);
}

function listed(
  items: readonly FoundVersion[],
  nextPageToken: string,
  { readMask }: NamedList,
  { world }: Call,
): Message {
  return { models: items.map((each) => masked(modelMessage(each, world.endpoints), readMask)), nextPageToken };
}
