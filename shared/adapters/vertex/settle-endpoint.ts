import type { EndpointOperation, EndpointState } from "../../ports/endpoint.ts";
import type { Outcome, Running } from "../../ports/outcome.ts";
import type { EndpointGround } from "./ground.ts";
import { follow, untilSettled } from "./operations.ts";
import { readEndpoint } from "./read-endpoint.ts";

/** Waits until the endpoint itself shows what was started: an operation may say done before reading does. */
export function settleEndpoint(
  operation: EndpointOperation,
  waitMs: number,
  endpoint: EndpointGround,
): Promise<Outcome<EndpointState> | Running> {
  const { kind, deployedModelId } = operation;
  const method = kind === "deploy" ? "deployModel" : "undeployModel";
  const subject = `${deployedModelId} of ${endpoint.name}`;
  return untilSettled({
    waitMs,
    ground: endpoint,
    follow: (leftMs) => follow({ name: operation.operation, method, subject, leftMs }, endpoint),
    readBack: async (leftMs) => {
      const read = await readEndpoint(endpoint, leftMs);
      if (read.kind !== "done") return read;
      const isThere = read.value.deployed.some(({ id }) => id === deployedModelId);
      return isThere === (kind === "deploy") ? read : "not yet";
    },
  });
}
