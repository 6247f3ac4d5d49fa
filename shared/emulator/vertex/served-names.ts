import type { NamesOf } from "../monitoring/series.ts";
import type { Store } from "../state/store.ts";
import type { EndpointDocument } from "./documents.ts";

/** How people called the endpoint and the model that answered; what is gone has no name any more. */
export function servedNames(store: Store): NamesOf {
  const endpoints = store.table<EndpointDocument>("endpoints");
  return ({ endpoint, deployedModelId }) => {
    const found = endpoints.get(endpoint);
    const deployed = found?.deployedModels.find(({ id }) => id === deployedModelId);
    return { endpoint: found?.displayName ?? "", model: deployed?.displayName ?? "" };
  };
}
