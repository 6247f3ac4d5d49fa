import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Failure } from "../../failure.ts";
import type { StoredObjects } from "../stored-objects.ts";
import type { HttpSurface } from "../surface.ts";
import { openStorage, type StoragePorts } from "./storage.ts";

export interface StorageOptions extends StoragePorts {
  /** 0 picks one that is free. */
  readonly port: number;
  /** What else is answered at this address. */
  readonly surfaces?: readonly HttpSurface[];
}

export interface RunningStorage extends AsyncDisposable {
  /** `http://127.0.0.1:Q` */
  readonly address: string;
  readonly objects: StoredObjects;
}

/** On the loopback address alone. */
export async function startStorage({ port, surfaces = [], ...ports }: StorageOptions): Promise<RunningStorage> {
  const { surface, objects } = openStorage(ports);
  const all = [...surfaces, surface];
  const server = createServer((request, response) => {
    all.some((answers) => answers(request, response));
  });
  // An upload takes as long as it takes; who sends nothing at all is still let go.
  server.requestTimeout = 0;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", (error) => reject(unusable(port, error))).listen(port, "127.0.0.1", resolve);
  await promise;
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((ended) => server.close(ended));
      server.closeAllConnections();
      await closed;
    },
  };
}

function unusable(port: number, cause: Error): Failure {
  return new Failure("usage", `Port ${port} of 127.0.0.1 cannot be used: ${cause.message}`, {
    fix: "Name another port, or 0 for any that is free.",
    cause,
  });
}
