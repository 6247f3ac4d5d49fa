import type { DeployedModel, EndpointState, Split } from "../../../shared/ports/endpoint.ts";
import type { RefusalReason } from "../../../shared/ports/outcome.ts";
import type { ModelVersion } from "../../../shared/ports/registry.ts";

/** All that a cloud holds, as plain data: it can be compared, cloned and printed. */
export interface CloudState {
  /** Counts etags, operations and whatever else needs a name of its own. */
  count: number;
  endpoints: Record<string, FakeEndpointState>;
  /** By the model's whole name. */
  models: Record<string, FakeModel>;
  /** What has been started and not ended, by the operation's name. */
  operations: Record<string, FakeOperation>;
}

export interface FakeEndpointState extends EndpointState {
  etag: string;
  split: Split;
  deployed: readonly DeployedModel[];
  /** What a stale read shows. */
  before: EndpointState;
  /** Who had which traffic from when on. */
  history: readonly { readonly atMs: number; readonly split: Split }[];
}

export interface FakeModel {
  versions: readonly ModelVersion[];
  /** Numbers are never given twice. */
  next: number;
}

export interface FakeOperation {
  /** Null never ends. */
  readonly endsAtMs: number | null;
  readonly effect: Effect;
  /** What it ends with instead of its effect. */
  readonly failure: RefusalReason | null;
  hasEnded: boolean;
}

export type Effect =
  | { readonly kind: "deploy"; readonly endpoint: string; readonly deployed: DeployedModel }
  | { readonly kind: "undeploy"; readonly endpoint: string; readonly deployedModelId: string }
  | { readonly kind: "share"; readonly endpoint: string; readonly split: Split; readonly etag: string }
  | {
      readonly kind: "register";
      readonly model: string;
      readonly version: Omit<ModelVersion, "reference" | "createdAt">;
    }
  | { readonly kind: "alias"; readonly model: string; readonly version: string; readonly aliases: readonly string[] }
  | { readonly kind: "remove"; readonly model: string; readonly version: string };

/** Nothing but endpoints of these names, which serve nothing. */
export function emptyState(endpoints: readonly string[]): CloudState {
  const nothing = { etag: "etag-0", split: {}, deployed: [] };
  const made = endpoints.map((name) => [name, { ...nothing, before: nothing, history: [] }] as const);
  return { count: 0, endpoints: Object.fromEntries(made), models: {}, operations: {} };
}

/** Ends every operation that is due, in the order in which they are due. */
export function settleDue(state: CloudState, nowMs: number): void {
  const due = Object.values(state.operations)
    .filter(({ hasEnded, endsAtMs }) => !hasEnded && endsAtMs !== null && endsAtMs <= nowMs)
    .toSorted((one, other) => one.endsAtMs! - other.endsAtMs!);
  for (const operation of due) {
    operation.hasEnded = true;
    if (operation.failure === null) take(operation.effect, state, operation.endsAtMs!);
  }
}

/** What an effect does to the state; one that no longer fits does nothing. */
export function take(effect: Effect, state: CloudState, nowMs: number): void {
  switch (effect.kind) {
    case "deploy":
    case "undeploy":
    case "share":
      takeAtEndpoint(effect, state, nowMs);
      break;
    case "register":
      register(effect, state, nowMs);
      break;
    default:
      takeAtRegistry(effect, state);
  }
}

type EndpointEffect = Extract<Effect, { readonly endpoint: string }>;
type VersionEffect = Extract<Effect, { readonly kind: "alias" | "remove" }>;

function takeAtEndpoint(effect: EndpointEffect, state: CloudState, nowMs: number): void {
  const endpoint = state.endpoints[effect.endpoint];
  if (endpoint === undefined) return;
  const { deployed, split } = endpoint;
  if (effect.kind === "deploy") {
    if (deployed.some(({ id }) => id === effect.deployed.id)) return;
    const added = { ...effect.deployed, deployedAt: new Date(nowMs).toISOString() };
    change(endpoint, { deployed: [...deployed, added] }, state, nowMs);
  } else if (effect.kind === "undeploy") {
    if (split[effect.deployedModelId] !== undefined) return;
    change(endpoint, { deployed: deployed.filter(({ id }) => id !== effect.deployedModelId) }, state, nowMs);
  } else if (effect.etag === endpoint.etag) {
    const served = Object.entries(effect.split).filter(([, percent]) => percent > 0);
    change(endpoint, { split: Object.fromEntries(served) }, state, nowMs);
  }
}

/** Gives the endpoint a new etag, and keeps what was there for a stale read. */
export function change(
  endpoint: FakeEndpointState,
  changed: Partial<Pick<EndpointState, "split" | "deployed">>,
  state: CloudState,
  nowMs: number,
): void {
  const { etag, split, deployed } = endpoint;
  endpoint.before = { etag, split, deployed };
  state.count += 1;
  Object.assign(endpoint, changed, { etag: `etag-${state.count}` });
  if (changed.split !== undefined) endpoint.history = [...endpoint.history, { atMs: nowMs, split: changed.split }];
}

function takeAtRegistry(effect: VersionEffect, state: CloudState): void {
  const model = state.models[effect.model];
  if (!model?.versions.some(({ reference }) => reference.version === effect.version)) return;
  if (effect.kind === "remove") {
    model.versions = model.versions.filter(({ reference }) => reference.version !== effect.version);
    return;
  }
  model.versions = model.versions.map((version) => {
    const kept = version.aliases.filter((alias) => !effect.aliases.includes(alias));
    const isHere = version.reference.version === effect.version;
    return { ...version, aliases: isHere ? [...kept, ...effect.aliases] : kept };
  });
}

/** The first version of a model is its default. */
function register({ model: name, version }: Extract<Effect, { kind: "register" }>, state: CloudState, nowMs: number) {
  const model = state.models[name] ?? { versions: [], next: 1 };
  const aliases = model.next === 1 ? ["default"] : [];
  const reference = { model: name, version: String(model.next) };
  const added = { ...version, aliases, reference, createdAt: new Date(nowMs).toISOString() };
  state.models[name] = { versions: [...model.versions, added], next: model.next + 1 };
}
