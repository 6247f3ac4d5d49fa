import type { Split } from "../../../shared/ports/endpoint.ts";
import type { Intent } from "../../../shared/rollout/intent.ts";
import type { FakeEndpointState } from "../../fakes/cloud/state.ts";
import { ENDPOINT } from "../../shared/rollout/releases.ts";
import { LEASE, type PortCall, type World } from "../../shared/rollout/world-parts.ts";

/** What one call of a run has changed, and what has changed since the call before. */
export interface Change {
  readonly call: PortCall;
  readonly hasChanged: boolean;
  readonly splits: readonly { readonly atMs: number; readonly split: Split }[];
  readonly lease: LeaseSeen | null;
  /** The newest commit that the run may know of; null where it knows them all. */
  readonly upTo: number | null;
}

/** What never is so, whoever does what in whatever order: looked at after every call of every run. */
export interface Never {
  readonly id: string;
  readonly says: string;
  problemsOf(change: Change, world: World): readonly string[];
}

export interface LeaseSeen {
  readonly holder: string | null;
  readonly expiresMs: number;
  readonly fence: number;
  readonly intent: Intent | null;
}

/** Everything that changes an endpoint or the registry. */
export const WRITES = /^(endpoint|staging)\.(share|deploy|undeploy)$|^registry\.(upload|alias|remove)$/;

const NAMES = new WeakMap<World, string>();

export function endpointOf(world: World): FakeEndpointState {
  const name = NAMES.get(world) ?? world.cloud.endpoint(ENDPOINT).name;
  NAMES.set(world, name);
  return world.cloud.state.endpoints[name]!;
}

const READ = new WeakMap<Uint8Array, LeaseSeen>();

export function leaseOf({ buckets }: World): LeaseSeen | null {
  const bytes = buckets.contents.get(`models/${LEASE}`);
  if (bytes === undefined) return null;
  const seen = READ.get(bytes) ?? (JSON.parse(Buffer.from(bytes).toString()) as LeaseSeen);
  READ.set(bytes, seen);
  return seen;
}

/** Of what we deployed, or are about to; null for what others did. */
export function digestIn(id: string, { cloud }: World): string | null {
  for (const { effect } of Object.values(cloud.state.operations)) {
    if (effect.kind === "deploy" && effect.deployed.id === id) return effect.deployed.digest;
  }
  return null;
}

/** The split before the newest. */
export function splitBefore(world: World): Split {
  return endpointOf(world).history.at(-2)?.split ?? {};
}

/** Where a run knows a commit to be; -1 where a forced push took it away. */
export function placeOf(commit: string, { main }: World): number {
  return main.commits.findIndex(({ hash }) => hash === commit);
}
