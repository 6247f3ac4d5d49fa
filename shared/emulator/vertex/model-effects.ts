import type { Message } from "../protos/json.ts";
import { refusal } from "../status.ts";
import { withAliases } from "./aliases.ts";
import type { ModelDocument, VersionDocument } from "./documents.ts";
import { checkDeletable, keepModel } from "./model-changes.ts";
import type { GivenModel } from "./models.ts";
import { modelName } from "./names.ts";
import type { Effect } from "./operations.ts";
import { DEFAULT_ALIAS, findModel, findVersion } from "./versions.ts";
import type { World } from "./world.ts";

interface UploadInput {
  readonly name: string;
  readonly model: GivenModel;
  readonly isNew: boolean;
}

/** What stands on the model or is made here, and not on the version. */
const SHARED = [
  "name",
  "displayName",
  "description",
  "etag",
  "createTime",
  "updateTime",
  "versionId",
  "deployedModels",
  "supportedDeploymentResourcesTypes",
];

export const UPLOAD_MODEL: Effect = {
  prepare: (message, world) => ({
    commit() {
      const input = message as unknown as UploadInput;
      const known = world.models.get(input.name);
      if (known === undefined && !input.isNew) throw refusal("NOT_FOUND", `The Model "${input.name}" is not found.`);
      const model = withVersion(known ?? emptyModel(input, world), input.model, world);
      keepModel(model, world);
      return { model: model.name, modelVersionId: String(model.latestVersion) };
    },
  }),
};

function emptyModel({ name, model }: UploadInput, world: World): ModelDocument {
  const now = world.now();
  const { displayName = "", description = "" } = model;
  const times = { createTime: now, updateTime: now };
  return { name, displayName, description, labels: {}, etag: "", ...times, latestVersion: 0, versions: [] };
}

/** The first version is the default; a later one leaves the default where it is, unless it is asked for. */
function withVersion(model: ModelDocument, given: GivenModel, world: World): ModelDocument {
  const now = world.now();
  const own = Object.fromEntries(Object.entries(given).filter(([field]) => !SHARED.includes(field)));
  const versionId = String(model.latestVersion + 1);
  const version: VersionDocument = {
    ...own,
    ...{ versionId, versionAliases: [], versionCreateTime: now, versionUpdateTime: now },
  };
  const first = model.versions.length === 0 ? [DEFAULT_ALIAS] : [];
  const aliases = [...(given.versionAliases ?? []), ...first];
  const versions = withAliases([...model.versions, version], versionId, aliases);
  return { ...model, latestVersion: model.latestVersion + 1, versions };
}

export const DELETE_MODEL: Effect = {
  prepare: ({ name }, world) => ({
    commit() {
      const model = findModel(world.models, modelName(String(name)));
      checkDeletable(model, null, world);
      world.models.delete(model.name);
      return {};
    },
  }),
};

export const DELETE_MODEL_VERSION: Effect = {
  prepare: ({ name, version: versionId }: Message, world) => ({
    commit() {
      const { model, version } = findVersion(world.models, { ...modelName(String(name)), version: String(versionId) });
      checkDeletable(model, version, world);
      keepModel({ ...model, versions: model.versions.filter((each) => each !== version) }, world);
      return {};
    },
  }),
};
