import type { Endpoint, Split } from "../../shared/ports/endpoint.ts";
import type { Registry } from "../../shared/ports/registry.ts";
import type { CloudCall, CloudFaults } from "./cloud/faults.ts";
import { type FakeGround, type FakeTime, virtualTime } from "./cloud/ground.ts";
import { type CloudState, change, emptyState } from "./cloud/state.ts";
import { type Answering, fakeEndpoint } from "./endpoint.ts";
import { fakeRegistry } from "./registry.ts";

export interface FakeCloudOptions {
  /** Those that are there, by what follows `endpoints/`: "1" without. */
  readonly endpoints?: readonly string[];
  readonly time?: FakeTime;
  readonly faults?: CloudFaults;
  /** Where each prediction goes: from 0 to 1. */
  readonly random?: () => number;
  readonly operationMs?: number;
  readonly answering?: Answering;
}

/** Endpoints and a registry of one project and region, in memory. */
export interface FakeCloud {
  /** Whether or not it has been made. */
  endpoint(id: string): Endpoint;
  readonly registry: Registry;
  readonly state: CloudState;
  readonly calls: readonly CloudCall[];
  /** What telemetry and others are made from. */
  readonly ground: FakeGround;
  readonly console: Console;
}

/** What people do behind our back. */
export interface Console {
  share(endpoint: string, split: Split): void;
  /** Changes the etag and nothing that is served. */
  touch(endpoint: string): void;
  undeploy(endpoint: string, deployedModelId: string): void;
}

const PARENT = "projects/p/locations/europe-west4";
const OPERATION_MS = 60_000;

export function fakeCloud(options: FakeCloudOptions = {}): FakeCloud {
  const { time = virtualTime(), faults = () => null, random = () => 0, operationMs = OPERATION_MS } = options;
  const state = emptyState((options.endpoints ?? ["1"]).map((id) => `${PARENT}/endpoints/${id}`));
  const ground: FakeGround = { state, time, faults, calls: [], random, operationMs };
  return {
    endpoint: (id) => fakeEndpoint(`${PARENT}/endpoints/${id}`, ground, options.answering),
    registry: fakeRegistry(PARENT, ground),
    state,
    calls: ground.calls,
    ground,
    console: consoleOf(ground),
  };
}

function consoleOf({ state, time }: FakeGround): Console {
  const at = (endpoint: string) => state.endpoints[endpoint]!;
  const without = (split: Split, id: string): Split =>
    Object.fromEntries(Object.entries(split).filter(([each]) => each !== id));
  return {
    share: (endpoint, split) => change(at(endpoint), { split }, state, time.nowMs()),
    touch: (endpoint) => change(at(endpoint), {}, state, time.nowMs()),
    undeploy: (endpoint, deployedModelId) => {
      const { deployed, split } = at(endpoint);
      const left = deployed.filter(({ id }) => id !== deployedModelId);
      change(at(endpoint), { deployed: left, split: without(split, deployedModelId) }, state, time.nowMs());
    },
  };
}
