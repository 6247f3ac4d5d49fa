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
export async function answer(answered: AnsweredMethod, asked: Asked, parts: Answering): Promise<Message> {
  const record = recorder(answered, asked, parts);
  try {
    const message = await withFaults(answered, asked, parts);
    record("OK");
    return message;
  } catch (error) {
    record(statusOf(error).code);
    throw error;
  }
}

type RecordStatus = (status: StatusName) => void;

function recorder(
  { method, handler }: AnsweredMethod,
  { request }: Asked,
  { world, requestLog }: Answering,
): RecordStatus {
  const startedMs = performance.now();
  const time = world.now();
  const resource = handler.resource(request);
  const { isMutation } = handler;
  return (status) => {
    const durationMs = performance.now() - startedMs;
    requestLog.record({ time, surface: "vertex", method: method.name, resource, isMutation, status, durationMs });
  };
}

async function withFaults({ method, handler }: AnsweredMethod, asked: Asked, parts: Answering): Promise<Message> {
  const { request, token, header } = asked;
  const { world, operations, faults } = parts;
  const resource = handler.resource(request);
  const injection = faults.on({ surface: "vertex", method: method.name, resource, token });
  if (injection.delayMs > 0) await pause(injection.delayMs, undefined, { ref: false });
  if (injection.refusal !== null) throw thrown(injection.refusal);
  const message = await handler.answer(request, { world, operations, injection, header });
  if (injection.lostAnswer !== null) throw thrown(injection.lostAnswer);
  return message;
}

function thrown({ code, message, details }: Status): Refusal {
  return refusal(code, message, details);
}
