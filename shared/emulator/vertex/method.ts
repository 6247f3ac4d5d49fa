import type { Injection } from "../faults/faults.ts";
import type { Message } from "../protos/json.ts";
import type { Reading, Table } from "../state/store.ts";
import type { Operations } from "./operations.ts";
import type { World } from "./world.ts";

/** One method of Vertex AI, over messages in their JSON form. */
export interface MethodHandler {
  readonly isMutation: boolean;
  /** What the call is about, for faults and the log. */
  resource(request: Message): string;
  answer(request: Message, call: Call): Message | Promise<Message>;
}

/** What a method is handed beside its request. */
export interface Call {
  readonly world: World;
  readonly operations: Operations;
  readonly injection: Injection;
  /** Goes back beside the answer, as headers or metadata. */
  header(name: string, value: string): void;
}

/** A table as this call is to see it. */
export function seen<T>(table: Table<T>, { injection }: Call): Reading<T> {
  return injection.isStale ? table.before() : table;
}

/** A handler whose request is of the message that its .proto file says. */
export function method<Request extends object>(handler: {
  readonly isMutation: boolean;
  readonly resource: (request: Request) => string | undefined;
  readonly answer: (request: Request, call: Call) => Message | Promise<Message>;
}): MethodHandler {
  return {
    isMutation: handler.isMutation,
    resource: (request) => handler.resource(request as Request) ?? "",
    answer: (request, call) => handler.answer(request as Request, call),
  };
}
