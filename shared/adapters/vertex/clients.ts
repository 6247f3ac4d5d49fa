import definitions from "@google-cloud/aiplatform/build/protos/protos.json" with { type: "json" };
import type { EndpointServiceClient } from "@google-cloud/aiplatform/build/src/v1/endpoint_service_client.js";
import type { ModelServiceClient } from "@google-cloud/aiplatform/build/src/v1/model_service_client.js";
import type { PredictionServiceClient } from "@google-cloud/aiplatform/build/src/v1/prediction_service_client.js";
import type { Address, Place } from "./address.ts";
import { CALLED_METHODS } from "./called-methods.ts";
import type { Credentials } from "./credentials.ts";
import { lending, type ProtoTree, trimmed } from "./proto-tree.ts";

/** Google's own clients of one region, each made when it is first needed. */
export interface Clients extends AsyncDisposable {
  endpoints(): Promise<EndpointServiceClient>;
  models(): Promise<ModelServiceClient>;
  predictions(): Promise<PredictionServiceClient>;
}

export function vertexClients({ project }: Place, address: Address, credentials: Credentials): Clients {
  const options = once(() => clientOptions(project, address, credentials));
  const made: { close(): Promise<void> }[] = [];
  const make = <Client extends { close(): Promise<void> }>(load: () => Promise<ClientClass<Client>>) =>
    once(async () => {
      const [Client, given] = await Promise.all([load(), options()]);
      const client = lending(DEFINITIONS, needed(), () => new Client(given));
      made.push(client);
      return client;
    });
  return {
    // By file: the package's root would load every service.
    endpoints: make(
      async () =>
        (await import("@google-cloud/aiplatform/build/src/v1/endpoint_service_client.js")).EndpointServiceClient,
    ),
    models: make(
      async () => (await import("@google-cloud/aiplatform/build/src/v1/model_service_client.js")).ModelServiceClient,
    ),
    predictions: make(
      async () =>
        (await import("@google-cloud/aiplatform/build/src/v1/prediction_service_client.js")).PredictionServiceClient,
    ),
    [Symbol.asyncDispose]: async () => {
      // One that never found its credentials has no connection, and says so when it is closed.
      await Promise.allSettled(made.splice(0).map((client) => client.close()));
    },
  };
}

// The very object that the clients find when they require the file.
const DEFINITIONS = definitions as ProtoTree;
let trimmedOnce: ProtoTree | null = null;

function needed(): ProtoTree {
  trimmedOnce ??= trimmed(DEFINITIONS, CALLED_METHODS);
  return trimmedOnce;
}

type ClientOptions = NonNullable<ConstructorParameters<typeof EndpointServiceClient>[0]>;
type ClientClass<Client> = new (options: ClientOptions) => Client;

async function clientOptions(project: string, address: Address, credentials: Credentials): Promise<ClientOptions> {
  const { host, port, isLocal } = address;
  const where = { apiEndpoint: host, port, projectId: project };
  if (!isLocal) {
    const auth = await credentials.auth();
    // Asked for first: a client that finds no credentials rejects promises that nobody holds, which ends the process.
    await auth.getClient();
    return { ...where, auth: auth as NonNullable<ClientOptions["auth"]> };
  }
  const { credentials: channel } = await import("@grpc/grpc-js");
  return { ...where, sslCreds: channel.createInsecure(), universeDomain: "googleapis.com" };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => {
    made ??= make().catch((error) => {
      // What failed may succeed another time.
      made = null;
      throw error;
    });
    return made;
  };
}
