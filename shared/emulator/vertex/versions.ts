import type { Message } from "../protos/json.ts";
import type { Reading } from "../state/store.ts";
import { refusal } from "../status.ts";
import type { EndpointDocument, ModelDocument, VersionDocument } from "./documents.ts";
import type { ResourceName } from "./names.ts";

export interface FoundVersion {
  readonly model: ModelDocument;
  readonly version: VersionDocument;
}

/** The alias that every model has on exactly one version: what a name without a version means. */
export const DEFAULT_ALIAS = "default";

export function findModel(models: Reading<ModelDocument>, { name }: ResourceName): ModelDocument {
  const found = models.get(name);
  if (found !== undefined) return found;
  throw refusal("NOT_FOUND", `The Model "${name}" is not found.`);
}

/** By its number or an alias behind the `@`, else the default. */
export function findVersion(models: Reading<ModelDocument>, name: ResourceName): FoundVersion {
  const model = findModel(models, name);
  const wanted = name.version ?? DEFAULT_ALIAS;
  const version = model.versions.find(
    ({ versionId, versionAliases }) => versionId === wanted || versionAliases.includes(wanted),
  );
  if (version !== undefined) return { model, version };
  throw refusal("NOT_FOUND", `The Model "${name.name}" has no version or alias "${wanted.slice(0, 200)}".`);
}

/** google.cloud.aiplatform.v1.Model: a version, with what it shares with the others. */
export function modelMessage({ model, version }: FoundVersion, endpoints: Reading<EndpointDocument>): Message {
  const { name, displayName, description, etag, createTime, updateTime } = model;
  const deployedModels = deploymentsOf(model.name, version.versionId, endpoints);
  return {
    supportedDeploymentResourcesTypes: ["DEDICATED_RESOURCES"],
    ...version,
    ...{ name, displayName, description, etag, createTime, updateTime, deployedModels },
    labels: { ...version.labels, ...model.labels },
  };
}

/** Null stands for any version. */
export function deploymentsOf(
  model: string,
  versionId: string | null,
  endpoints: Reading<EndpointDocument>,
): Message[] {
  return [...endpoints.entries()].flatMap(([endpoint, { deployedModels }]) =>
    deployedModels
      .filter((each) => each.model === model && (versionId === null || each.modelVersionId === versionId))
      .map(({ id }) => ({ endpoint, deployedModelId: id })),
  );
}
