import type { EndpointState } from "../../ports/endpoint.ts";
import type { Outcome } from "../../ports/outcome.ts";
import { endpointState } from "./endpoint-state.ts";
import { attempts, type EndpointGround, outcomeOf } from "./ground.ts";

export async function readEndpoint(endpoint: EndpointGround, withinMs = Infinity): Promise<Outcome<EndpointState>> {
  const { name, clients, place } = endpoint;
  const called = await attempts(
    { method: "getEndpoint", withinMs },
    async (options) => {
      const [told] = await (await clients.endpoints()).getEndpoint({ name }, options);
      return endpointState(told, place);
    },
    endpoint,
  );
  return outcomeOf(called, "getEndpoint", name);
}
