import type { Endpoint } from "../../ports/endpoint.ts";
import { deploy } from "./deploy.ts";
import { checkedEndpoint } from "./endpoint-id.ts";
import type { EndpointGround, Ground } from "./ground.ts";
import { parentOf } from "./names.ts";
import { predict } from "./predict.ts";
import { readEndpoint } from "./read-endpoint.ts";
import { settleEndpoint } from "./settle-endpoint.ts";
import { share } from "./share.ts";
import { undeploy } from "./undeploy.ts";

/** An endpoint by the number or name that follows `endpoints/`. */
export function vertexEndpoint(id: string, ground: Ground): Endpoint {
  const endpoint: EndpointGround = { ...ground, name: `${parentOf(ground.place)}/endpoints/${checkedEndpoint(id)}` };
  return {
    name: endpoint.name,
    read: () => readEndpoint(endpoint),
    deploy: (wish) => deploy(wish, endpoint),
    undeploy: (deployedModelId) => undeploy(deployedModelId, endpoint),
    settle: (operation, waitMs) => settleEndpoint(operation, waitMs, endpoint),
    share: (split, etag, mark) => share({ split, etag, mark: mark ?? null }, endpoint),
    predict: (request) => predict(request, endpoint),
  };
}
