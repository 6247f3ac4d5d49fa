import type { Message } from "../protos/json.ts";
import { refusal } from "../status.ts";
import type { OperationDocument } from "./documents.ts";
import { type ListRequest, pageOf } from "./listing.ts";
import { type MethodHandler, method, seen } from "./method.ts";
import { operationMessage } from "./operation-message.ts";
import { operationNamed } from "./operations.ts";

interface Named {
  readonly name?: string;
}

const MAX_WAIT_MS = 60_000;

/** google.longrunning.Operations, over the operations of every resource. */
export const OPERATION_METHODS: Readonly<Record<string, MethodHandler>> = {
  GetOperation: method<Named>({
    isMutation: false,
    resource: ({ name }) => name,
    answer: ({ name = "" }, call) => operationMessage(operationNamed(name, seen(call.world.operations, call))),
  }),
  ListOperations: method<ListRequest & Named>({
    isMutation: false,
    resource: ({ name }) => name,
    answer(request, call) {
      const { name = "" } = request;
      const under = [...seen(call.world.operations, call).entries()].map(([, each]) => each);
      const { items, nextPageToken } = pageOf(request, {
        of: `${name}/operations`,
        documents: under.filter((each) => each.name.startsWith(`${name}/`)),
        fields: { done: { kind: "text", comparators: ["=", "!="], read: ({ result }) => String(result !== null) } },
        orders: { createTime: ({ createTime }) => createTime },
      });
      return { operations: items.map(operationMessage), nextPageToken };
    },
  }),
  WaitOperation: method<Named & { timeout?: string }>({
    isMutation: false,
    resource: ({ name }) => name,
    async answer({ name = "", timeout }, { world, operations }) {
      const askedMs = timeout === undefined ? MAX_WAIT_MS : Number.parseFloat(timeout) * 1000;
      await operations.wait(name, Math.min(askedMs, MAX_WAIT_MS));
      return operationMessage(operationNamed(name, world.operations));
    },
  }),
  CancelOperation: method<Named>({
    isMutation: true,
    resource: ({ name }) => name,
    answer({ name = "" }, { operations }): Message {
      operations.cancel(name);
      return {};
    },
  }),
  DeleteOperation: method<Named>({
    isMutation: true,
    resource: ({ name }) => name,
    answer({ name = "" }, { world }): Message {
      checkDone(operationNamed(name, world.operations));
      world.operations.delete(name);
      return {};
    },
  }),
};

function checkDone({ name, result }: OperationDocument): void {
  if (result === null) throw refusal("FAILED_PRECONDITION", `The operation "${name}" is running: cancel it first.`);
}
