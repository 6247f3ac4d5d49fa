import { setTimeout as pause } from "node:timers/promises";
import type { Faults } from "../faults/faults.ts";
import type { Message } from "../protos/json.ts";
import type { RequestLog } from "../request-log.ts";
import { type Refusal, refusal, type Status, type StatusName, statusOf } from "../status.ts";
import type { Call } from "./method.ts";
import type { AnsweredMethod } from "./methods.ts";
import type { Operations } from "./operations.ts";
import type { World } from "./world.ts";

/** What every call goes through, by whichever protocol it came. */
export interface Answering {
  readonly world: World;
  readonly operations: Operations;
  readonly faults: Faults;
  readonly requestLog: RequestLog;
}

export interface Asked {
  readonly request: Message;
  readonly token: string | null;
  readonly header: Call["header"];
}

/** Fault, effect, answer, log: the answer, or the refusal that stands for it. */
export async function answer({ method, handler }: AnsweredMethod, asked: Asked, parts: Answering): Promise<Message> {
  const { world, faults, requestLog } = parts;
  const startedMs = performance.now();
  const resource = handler.resource(asked.request);
  const record = (status: StatusName): void =>
    requestLog.record({
      time: world.now(),
      surface: "vertex",
      method: method.name,
      resource,
      isMutation: handler.isMutation,
      status,
      durationMs: performance.now() - startedMs,
    });
  try {
    const injection = faults.on({ surface: "vertex", method: method.name, resource, token: asked.token });
    if (injection.delayMs > 0) await pause(injection.delayMs, undefined, { ref: false });
    if (injection.refusal !== null) throw thrown(injection.refusal);
    const call: Call = { world, operations: parts.operations, injection, header: asked.header };
    const given = handler.answer(asked.request, call);
    const message = given instanceof Promise ? await given : given;
    if (injection.lostAnswer !== null) throw thrown(injection.lostAnswer);
    record("OK");
    return message;
  } catch (error) {
    record(statusOf(error).code);
    throw error;
  }
}

function thrown({ code, message, details }: Status): Refusal {
  return refusal(code, message, details);
}
