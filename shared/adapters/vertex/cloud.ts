import type { Endpoint } from "../../ports/endpoint.ts";
import type { Registry } from "../../ports/registry.ts";
import { checkedPlace, type Place, vertexAddress } from "./address.ts";
import { vertexClients } from "./clients.ts";
import { googleCredentials } from "./credentials.ts";
import { vertexEndpoint } from "./endpoint.ts";
import type { Ground } from "./ground.ts";
import { type Pace, realPace } from "./pace.ts";
import { vertexRegistry } from "./registry.ts";

export interface CloudOptions extends Place {
  /** The emulator's address, as `MODEL_RELEASE_VERTEX_API` has it. */
  readonly api?: string | undefined;
  readonly pace?: Pace;
}

/** Vertex AI in one project and region. Nothing of Google's is loaded before something is asked. */
export interface VertexCloud extends AsyncDisposable {
  /** By the number or name that follows `endpoints/`. */
  endpoint(id: string): Endpoint;
  readonly registry: Registry;
}

export function vertexCloud({ project, region, api, pace = realPace() }: CloudOptions): VertexCloud {
  const place = checkedPlace({ project, region });
  const address = vertexAddress(place, api);
  const credentials = googleCredentials();
  const clients = vertexClients(place, address, credentials);
  // The emulator takes no credentials, so there are none to renew.
  const renewCredentials = address.isLocal ? async () => {} : credentials.renew;
  const ground: Ground = { place, clients, pace, renewCredentials };
  return {
    endpoint: (id) => vertexEndpoint(id, ground),
    registry: vertexRegistry(ground),
    [Symbol.asyncDispose]: () => clients[Symbol.asyncDispose](),
  };
}
