import type {
  DeployedModel,
  DeploymentWish,
  Endpoint,
  EndpointOperation,
  EndpointState,
  PredictAnswer,
  PredictRequest,
  Split,
} from "../../shared/ports/endpoint.ts";
import type { Absent, NotDone, Outcome, Running } from "../../shared/ports/outcome.ts";
import { Crash } from "./cloud/faults.ts";
import { ask, type FakeGround, reading, refusal, settling, writing } from "./cloud/ground.ts";
import type { FakeEndpointState } from "./cloud/state.ts";

/** What a deployed model answers, and how long it takes. */
export type Answering = (deployed: DeployedModel, request: PredictRequest) => Outcome<Answered>;

export interface Answered {
  readonly predictions: readonly unknown[];
  readonly latencyMs: number;
}

/** An endpoint in memory, held to the same contract as Vertex AI's adapter. */
export function fakeEndpoint(name: string, ground: FakeGround, answering: Answering = echo): Endpoint {
  return {
    name,
    read: () =>
      reading({ method: "endpoint.read", resource: name, read: (isStale) => read(name, isStale, ground) }, ground),
    deploy: (wish) => deploy(name, wish, ground),
    undeploy: (deployedModelId) => undeploy(name, deployedModelId, ground),
    settle: (operation, waitMs) => settle(name, { ...operation, waitMs }, ground),
    share: (split, etag) => share(name, { split, etag }, ground),
    predict: async (request) => {
      const { call, fault } = ask({ method: "endpoint.predict", resource: name }, ground);
      if (fault?.kind === "refuse") return refusal(fault.reason, call);
      if (fault?.kind === "crash") throw new Crash(call, fault.when);
      return predict(name, request, { ground, answering });
    },
  };
}

function read(name: string, isStale: boolean, { state }: FakeGround): Outcome<EndpointState> {
  const endpoint = state.endpoints[name];
  return endpoint === undefined ? missing(name) : done(shown(isStale ? endpoint.before : endpoint));
}

function settle(
  name: string,
  { kind, deployedModelId, operation, waitMs }: EndpointOperation & { readonly waitMs: number },
  ground: FakeGround,
): Promise<Outcome<EndpointState> | Running> {
  const effect = (): EndpointState | undefined => {
    const endpoint = ground.state.endpoints[name];
    const isThere = endpoint?.deployed.some(({ id }) => id === deployedModelId) ?? false;
    return endpoint !== undefined && isThere === (kind === "deploy") ? shown(endpoint) : undefined;
  };
  return settling({ method: "endpoint.settle", resource: name, operation, waitMs, effect }, ground);
}

interface Shared {
  readonly split: Split;
  readonly etag: string;
}

function share(name: string, { split, etag }: Shared, ground: FakeGround): Promise<Outcome<EndpointState>> {
  return writing(
    {
      method: "endpoint.share",
      resource: name,
      effect: { kind: "share", endpoint: name, split, etag },
      isOperation: false,
      instead: () => {
        const endpoint = ground.state.endpoints[name];
        return endpoint === undefined ? missing(name) : shareProblem(endpoint, split, etag);
      },
      answer: () => read(name, false, ground),
    },
    ground,
  );
}

function deploy(name: string, wish: DeploymentWish, ground: FakeGround): Promise<Outcome<EndpointOperation>> {
  const { deployedModelId, version, digest, title, machine } = wish;
  const displayName = `${title} ${digest}`;
  const deployed = { id: deployedModelId, version, digest, displayName, deployedAt: "", machine };
  const started = (operation: string | null): Outcome<EndpointOperation> =>
    done({ kind: "deploy", deployedModelId, operation });
  return writing(
    {
      method: "endpoint.deploy",
      resource: name,
      effect: { kind: "deploy", endpoint: name, deployed },
      isOperation: true,
      instead: () => {
        if (ground.state.endpoints[name] === undefined) return missing(name);
        const holder = holderOf(name, deployedModelId, ground);
        if (holder !== undefined && isSameVersion(holder, deployed)) return started(null);
        if (holder !== undefined) return { kind: "conflict", message: `${deployedModelId} holds another version` };
        const versions = ground.state.models[version.model]?.versions ?? [];
        const isKnown = versions.some(({ reference }) => reference.version === version.version);
        return isKnown ? null : missing(`${version.model}@${version.version}`);
      },
      answer: started,
    },
    ground,
  );
}

/** Who has the id, or will have it when what is under way has ended. */
function holderOf(name: string, id: string, { state }: FakeGround): DeployedModel | undefined {
  const underWay = Object.values(state.operations).flatMap(({ hasEnded, effect }) =>
    !hasEnded && effect.kind === "deploy" && effect.endpoint === name ? [effect.deployed] : [],
  );
  return [...state.endpoints[name]!.deployed, ...underWay].find((deployed) => deployed.id === id);
}

function isSameVersion(one: DeployedModel, other: DeployedModel): boolean {
  return one.version.model === other.version.model && one.version.version === other.version.version;
}

function undeploy(name: string, deployedModelId: string, ground: FakeGround): Promise<Outcome<EndpointOperation>> {
  return writing(
    {
      method: "endpoint.undeploy",
      resource: name,
      effect: { kind: "undeploy", endpoint: name, deployedModelId },
      isOperation: true,
      instead: () => {
        const endpoint = ground.state.endpoints[name];
        if (!endpoint?.deployed.some(({ id }) => id === deployedModelId))
          return missing(`${deployedModelId} of ${name}`);
        if (endpoint.split[deployedModelId] === undefined) return null;
        return refusal("state", { method: "endpoint.undeploy", resource: deployedModelId });
      },
      answer: (operation) => done({ kind: "undeploy", deployedModelId, operation }),
    },
    ground,
  );
}

function shareProblem({ etag: now, deployed }: FakeEndpointState, split: Split, etag: string): NotDone | null {
  const invalid = refusal("invalid", { method: "endpoint.share", resource: JSON.stringify(split) });
  const percents = Object.values(split);
  const total = percents.reduce((sum, percent) => sum + percent, 0);
  if (etag === "" || percents.some((percent) => !Number.isInteger(percent) || percent < 0)) return invalid;
  if (percents.length > 0 && total !== 100) return invalid;
  if (etag !== now) return { kind: "conflict", message: `the etag is ${now}, not ${etag}` };
  return Object.keys(split).every((id) => deployed.some((each) => each.id === id)) ? null : invalid;
}

interface Asking {
  readonly ground: FakeGround;
  readonly answering: Answering;
}

function predict(name: string, request: PredictRequest, { ground, answering }: Asking): Outcome<PredictAnswer> {
  const endpoint = ground.state.endpoints[name];
  if (endpoint === undefined) return missing(name);
  const { split, deployed } = endpoint;
  const chosen = drawn(split, 100 * ground.random());
  const asked = deployed.find(({ id }) => id === chosen);
  if (asked === undefined) return refusal("state", { method: "endpoint.predict", resource: name });
  const outcome = answering(asked, request);
  if (outcome.kind !== "done") return outcome;
  return done({ ...outcome.value, deployedModelId: asked.id, version: asked.version });
}

function drawn(split: Split, at: number): string | undefined {
  let upTo = 0;
  return Object.entries(split).find(([, percent]) => {
    upTo += percent;
    return at < upTo;
  })?.[0];
}

function shown({ etag, split, deployed }: EndpointState): EndpointState {
  return { etag, split, deployed };
}

function echo(_: DeployedModel, { instances }: PredictRequest): Outcome<Answered> {
  return done({ predictions: instances, latencyMs: 1 });
}

function done<Value>(value: Value): Outcome<Value> {
  return { kind: "done", value };
}

function missing(what: string): Absent {
  return { kind: "absent", message: `${what} is not there` };
}
