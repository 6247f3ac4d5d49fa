import type { Message } from "../protos/json.ts";
import { badField } from "../protos/misfit.ts";
import { refusal } from "../status.ts";
import { withAliases } from "./aliases.ts";
import { checkDisplayName, checkEtag, checkLabels } from "./checks.ts";
import type { Labels, ModelDocument, VersionDocument } from "./documents.ts";
import { requiredMask } from "./mask.ts";
import { type Call, type MethodHandler, method } from "./method.ts";
import type { GivenModel } from "./models.ts";
import { modelName, type ResourceName } from "./names.ts";
import { DEFAULT_ALIAS, deploymentsOf, type FoundVersion, findModel, findVersion, modelMessage } from "./versions.ts";
import type { World } from "./world.ts";

export const MODEL_CHANGE_METHODS: Readonly<Record<string, MethodHandler>> = {
  UpdateModel: method<{ model?: GivenModel; updateMask?: string }>({
    isMutation: true,
    resource: ({ model }) => model?.name,
    answer: ({ model = {}, updateMask }, { world }) => updateModel(model, updateMask, world),
  }),
  MergeVersionAliases: method<{ name?: string; versionAliases?: readonly string[] }>({
    isMutation: true,
    resource: ({ name }) => name,
    answer: ({ name = "", versionAliases = [] }, { world }) => mergeAliases(name, versionAliases, world),
  }),
  DeleteModel: method<{ name?: string }>({ isMutation: true, resource: ({ name }) => name, answer: deleteModel }),
  DeleteModelVersion: method<{ name?: string }>({
    isMutation: true,
    resource: ({ name }) => name,
    answer: deleteVersion,
  }),
};

const MODEL_FIELDS = ["displayName", "description", "labels"];
const VERSION_FIELDS = ["versionDescription", "labels"];

/** A name with a version is about that version; without one, or with `@-`, about what all versions share. */
function updateModel(given: GivenModel, mask: string | undefined, world: World): Message {
  const name = modelName(given.name ?? "");
  const isVersion = name.version !== null && name.version !== "-";
  const found = findVersion(world.models, isVersion ? name : { ...name, version: null });
  const fields = requiredMask(mask).map(([field = ""]) => field);
  checkFields(fields, isVersion);
  checkEtag(given.etag, found.model.etag, world.assumptions.etagConflict);
  checkLabels(given.labels);
  const changes = Object.fromEntries(fields.map((field) => [field, given[field]]));
  return modelMessage(
    isVersion ? updateVersion(found, changes, world) : updateShared(found, changes, world),
    world.endpoints,
  );
}

function checkFields(fields: readonly string[], isVersion: boolean): void {
  const [own, others] = isVersion ? [VERSION_FIELDS, MODEL_FIELDS] : [MODEL_FIELDS, VERSION_FIELDS];
  const stray = fields.find((field) => !own.includes(field));
  if (stray === undefined) return;
  if (!others.includes(stray)) throw badField("update_mask", `The field ${stray.slice(0, 100)} cannot be updated.`);
  const where = isVersion ? "the model, whose name has no version" : "a version, whose name has an @";
  throw refusal("FAILED_PRECONDITION", `The field ${stray} belongs to ${where}.`);
}

function updateShared({ model, version }: FoundVersion, changes: Message, world: World): FoundVersion {
  const {
    displayName = model.displayName,
    description = model.description,
    labels = model.labels,
  } = {
    // A field of the mask that the request leaves out is emptied.
    ...("description" in changes ? { description: "" } : {}),
    ...("labels" in changes ? { labels: {} } : {}),
    ...(withoutUndefined(changes) as Partial<Pick<ModelDocument, "displayName" | "description" | "labels">>),
  };
  if ("displayName" in changes) checkDisplayName(changes.displayName as string | undefined);
  return { model: keepModel({ ...model, displayName, description, labels }, world), version };
}

function withoutUndefined(message: Message): Message {
  return Object.fromEntries(Object.entries(message).filter(([, value]) => value !== undefined));
}

function updateVersion({ model, version }: FoundVersion, changes: Message, world: World): FoundVersion {
  const labels = "labels" in changes ? { labels: (changes.labels ?? {}) as Labels } : {};
  const changed: VersionDocument = { ...version, ...changes, ...labels, versionUpdateTime: world.now() };
  const versions = model.versions.map((each) => (each.versionId === version.versionId ? changed : each));
  return { model: keepModel({ ...model, versions }, world), version: changed };
}

/** Kept under a new etag. */
export function keepModel(changed: ModelDocument, world: World): ModelDocument {
  const kept: ModelDocument = { ...changed, etag: world.draw.etag(), updateTime: world.now() };
  world.models.set(kept.name, kept);
  return kept;
}

function mergeAliases(given: string, changes: readonly string[], world: World): Message {
  const name = versionNumber(given);
  const { model, version } = findVersion(world.models, name);
  if (changes.length === 0) throw badField("version_aliases", "The version_aliases are required.");
  const versions = withAliases(model.versions, version.versionId, changes);
  keepModel({ ...model, versions }, world);
  return modelMessage(findVersion(world.models, name), world.endpoints);
}

/** An alias may move between two looks; a number does not. */
function versionNumber(given: string): ResourceName {
  const name = modelName(given);
  if (name.version !== null && /^\d+$/.test(name.version)) return name;
  throw badField("name", `The name "${given.slice(0, 300)}" has to end with the number of a version, such as @1.`);
}

function deleteModel(
  { name: given = "" }: { readonly name?: string },
  { world, operations, injection }: Call,
): Message {
  const { name } = modelName(given);
  checkDeletable(findModel(world.models, modelName(given)), null, world);
  return operations.start({ kind: "DeleteModel", resource: name, input: { name } }, injection);
}

function deleteVersion({ name: given = "" }: { readonly name?: string }, call: Call): Message {
  const { world, operations, injection } = call;
  const name = versionNumber(given);
  const { model, version } = findVersion(world.models, name);
  checkDeletable(model, version, world);
  const input = { name: name.name, version: version.versionId };
  return operations.start({ kind: "DeleteModelVersion", resource: name.name, input }, injection);
}

/** The whole model, or one version of it: nothing that is deployed, and neither the only version nor the default. */
export function checkDeletable(model: ModelDocument, version: VersionDocument | null, world: World): void {
  const what = version === null ? `The Model "${model.name}"` : `The version ${version.versionId} of "${model.name}"`;
  const deployed = deploymentsOf(model.name, version?.versionId ?? null, world.endpoints);
  const [first] = deployed;
  if (first !== undefined) {
    throw refusal("FAILED_PRECONDITION", `${what} is deployed to ${String(first.endpoint)}: undeploy it first.`);
  }
  if (version === null) return;
  if (model.versions.length === 1) {
    throw refusal("FAILED_PRECONDITION", `${what} is its only one: delete the model instead.`);
  }
  const isKept =
    version.versionAliases.includes(DEFAULT_ALIAS) && world.assumptions.deletingDefaultVersion === "refused";
  if (isKept) throw refusal("FAILED_PRECONDITION", `${what} is the default: make another version the default first.`);
}
