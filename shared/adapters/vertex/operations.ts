import type { EndpointServiceClient } from "@google-cloud/aiplatform/build/src/v1/endpoint_service_client.js";
import type { NotDone, Outcome, Running } from "../../ports/outcome.ts";
import { operationFault } from "./fault.ts";
import { attempts, type Ground, refusalOf } from "./ground.ts";
import { METHODS, type MethodName } from "./methods.ts";
import { operationRefusal } from "./refusal.ts";

/** An operation by the name that Vertex AI gave it, whoever started it. */
interface Followed {
  /** Null where it was lost: then only its effect tells. */
  readonly name: string | null;
  readonly method: MethodName;
  readonly subject: string;
  readonly leftMs: number;
}

/** Whether an operation has ended well; what it failed with; or that it goes on. */
export async function follow(
  { name, method, subject, leftMs }: Followed,
  ground: Ground,
): Promise<NotDone | "ended" | "running"> {
  if (name === null) return "ended";
  const called = await attempts(
    { method: "getOperation", withinMs: leftMs },
    async (options) => {
      const client = await ground.clients.endpoints();
      await client.initialize();
      const [operation] = await client.operationsClient.getOperation({ name } as OperationRequest, options);
      return operation;
    },
    ground,
  );
  if (called.kind === "failed") {
    // Operations are forgotten after a while; what they did is not.
    return called.fault.code === "NOT_FOUND" ? "ended" : refusalOf(called.fault, "getOperation", name);
  }
  const { done, error } = called.value;
  if (error) return operationRefusal(operationFault(error), METHODS[method], subject);
  return done ? "ended" : "running";
}

/** The library's own type asks for a message's methods, which it does not need. */
type OperationRequest = Parameters<EndpointServiceClient["operationsClient"]["getOperation"]>[0];

interface Settling<Value> {
  readonly waitMs: number;
  readonly ground: Ground;
  readonly follow: (leftMs: number) => Promise<NotDone | "ended" | "running">;
  /** The effect, once it is to be seen. */
  readonly readBack: (leftMs: number) => Promise<Outcome<Value> | "not yet">;
}

const FIRST_POLL_MS = 100;
const MOST_POLL_MS = 10_000;

/** Our own deadline: the library's waiting ends after 900 s, whatever becomes of the operation. */
export async function untilSettled<Value>(settling: Settling<Value>): Promise<Outcome<Value> | Running> {
  const { waitMs, ground, follow, readBack } = settling;
  const { pace } = ground;
  const endMs = pace.nowMs() + waitMs;
  const leftMs = (): number => Math.max(0, endMs - pace.nowMs());
  let stage: NotDone | "ended" | "running" = "running";
  for (let polls = 0; ; polls++) {
    if (stage === "running") stage = await follow(leftMs());
    if (typeof stage !== "string") return stage;
    const effect = stage === "ended" ? await readBack(leftMs()) : "not yet";
    if (effect !== "not yet") return effect;
    if (leftMs() === 0) return { kind: "running" };
    const pollMs = Math.min(FIRST_POLL_MS * 1.5 ** Math.min(polls, 20), MOST_POLL_MS);
    await pace.wait(Math.min(pollMs, leftMs()));
  }
}
