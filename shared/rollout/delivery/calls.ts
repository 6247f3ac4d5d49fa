import type { Endpoint } from "../../ports/endpoint.ts";
import type { PlanStepKind } from "../plan.ts";
import type { RolloutPorts } from "../ports.ts";
import { artifactUriOf } from "../wishes.ts";

/** One write, as it was sent to the platform: named as the step of a plan that asks for it. */
export interface Call {
  readonly kind: PlanStepKind | "remove";
  readonly resource: string;
}

type Watched = Pick<RolloutPorts, "endpoint" | "staging" | "registry" | "upload">;

/** Notes every write on its way. What only reads is none. */
export function countingCalls<Ports extends Watched>(ports: Ports, endpointId: string, calls: Call[]): Ports {
  const noted =
    <Given extends readonly unknown[], T>({ kind, resource }: Call, act: (...given: Given) => Promise<T>) =>
    (...given: Given): Promise<T> => {
      calls.push({ kind, resource });
      return act(...given);
    };
  const at = (endpoint: Endpoint, resource: string, deploy: PlanStepKind): Endpoint => ({
    ...endpoint,
    deploy: noted({ kind: deploy, resource }, endpoint.deploy),
    share: noted({ kind: "shift", resource }, endpoint.share),
    undeploy: noted({ kind: "undeploy", resource }, endpoint.undeploy),
  });
  const { registry, upload } = ports;
  return {
    ...ports,
    endpoint: at(ports.endpoint, endpointId, "deploy"),
    staging: (id: string) => at(ports.staging(id), id, "stage"),
    registry: {
      ...registry,
      upload: (wish) => noted({ kind: "register", resource: wish.model }, registry.upload)(wish),
      alias: (version, aliases) =>
        noted({ kind: "alias", resource: aliases.join(", ") }, registry.alias)(version, aliases),
      remove: (version, waitMs) =>
        noted({ kind: "remove", resource: `${version.model}@${version.version}` }, registry.remove)(version, waitMs),
    },
    upload: (manifest) => noted({ kind: "upload", resource: artifactUriOf(manifest) }, upload)(manifest),
  };
}
