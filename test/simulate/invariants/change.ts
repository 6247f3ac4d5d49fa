import type { Split } from "../../../shared/ports/endpoint.ts";
import type { Intent } from "../../../shared/rollout/intent.ts";
import { ENDPOINT } from "../../shared/rollout/releases.ts";
import { LEASE, type PortCall, type World } from "../../shared/rollout/world-parts.ts";

/** What one call of a run has changed, and what has changed since the call before. */
export interface Change {
  readonly call: PortCall;
  readonly hasChanged: boolean;
  readonly splits: readonly { readonly atMs: number; readonly split: Split }[];
  readonly lease: LeaseSeen | null;
}

export function endpointOf(world: World) {
  return world.cloud.state.endpoints[world.cloud.endpoint(ENDPOINT).name]!;
}

export interface LeaseSeen {
  readonly holder: string | null;
  readonly expiresMs: number;
  readonly intent: Intent | null;
}

export function leaseOf({ buckets }: World): LeaseSeen | null {
  const bytes = buckets.contents.get(`models/${LEASE}`);
  return bytes === undefined ? null : (JSON.parse(Buffer.from(bytes).toString()) as LeaseSeen);
}

/** Of what we deployed, or are about to; null for what others did. */
export function digestIn(id: string, { cloud }: World): string | null {
  for (const { effect } of Object.values(cloud.state.operations)) {
    if (effect.kind === "deploy" && effect.deployed.id === id) return effect.deployed.digest;
  }
  return null;
}
