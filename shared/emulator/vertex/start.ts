import type { Answering } from "./answering.ts";
import { EFFECTS } from "./effects.ts";
import { grpcServer } from "./grpc.ts";
import { httpSurface } from "./http.ts";
import { listen } from "./listen.ts";
import { answeredMethods } from "./methods.ts";
import { runOperations } from "./operations.ts";

export interface RunningVertex extends AsyncDisposable {
  /** `127.0.0.1:P`, for gRPC and HTTP alike. */
  readonly address: string;
}

/** Takes up the operations that were running when the state was left, and answers. */
export async function startVertex(port: number, parts: Omit<Answering, "operations">): Promise<RunningVertex> {
  const operations = runOperations(parts.world, EFFECTS);
  const answering = { ...parts, operations };
  const methods = answeredMethods();
  const listening = await listen(port, grpcServer(methods, answering), [httpSurface(methods, answering)]);
  return {
    address: `127.0.0.1:${listening.port}`,
    async [Symbol.asyncDispose]() {
      await listening.close();
      await operations[Symbol.asyncDispose]();
    },
  };
}
