import type { Bucket } from "../ports/bucket.ts";
import type { Endpoint } from "../ports/endpoint.ts";
import type { Conflict } from "../ports/outcome.ts";
import type { Registry } from "../ports/registry.ts";
import { isHeld } from "./lease.ts";
import type { RolloutPorts } from "./ports.ts";
import type { Run } from "./run.ts";

/** Whoever stood still for so long that the lease may be somebody else's writes nothing: it looks again first. */
export function guarded(run: Run, ports: RolloutPorts): RolloutPorts {
  const held = <Given extends readonly unknown[], Answer>(write: (...given: Given) => Promise<Answer>) => {
    return async (...given: Given): Promise<Answer | Conflict> => (isHeld(run.lease, ports) ? write(...given) : LAPSED);
  };
  const endpoint = (unguarded: Endpoint): Endpoint => ({
    ...unguarded,
    deploy: held(unguarded.deploy),
    undeploy: held(unguarded.undeploy),
    share: held(unguarded.share),
  });
  const { upload, alias, remove } = ports.registry;
  const registry: Registry = { ...ports.registry, upload: held(upload), alias: held(alias), remove: held(remove) };
  const { bucket } = ports;
  const removing: Bucket = {
    ...bucket,
    remove: async (request) => (isHeld(run.lease, ports) ? bucket.remove(request) : UNCHANGED),
  };
  return {
    ...ports,
    bucket: removing,
    registry,
    endpoint: endpoint(ports.endpoint),
    staging: (id) => endpoint(ports.staging(id)),
  };
}

const UNCHANGED = { status: "conflict", serverTimeMs: 0 } as const;
const LAPSED: Conflict = { kind: "conflict", message: "the lease may have run out before it was written" };
