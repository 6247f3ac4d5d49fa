import { Socket } from "node:net";
import { toFailure } from "../../../failure.ts";
import type { LoadedModel, Runtime } from "../../../ports/runtime.ts";
import { encodeFrame, frameReader } from "./frame.ts";
import { endWithHost, killOwnGroup } from "./lifeline.ts";
import { type Answer, CHANNEL, type Loaded, type Message, NO_TENSORS, type Question } from "./messages.ts";

interface Reply {
  readonly said: Answer;
  readonly tensors: Message<Answer>["tensors"];
}

const READ_BYTES = 2 ** 20;

/**
 * The other end of `processRuntime`, inside the model's own process: loads one model, answers for it, and ends when the
 * host does.
 */
export function serveRuntime(runtime: Runtime): void {
  endWithHost();
  const waiting: Message<Question>[] = [];
  let model: LoadedModel | null = null;
  let concurrency = 1;
  let working = 0;

  const answer = async ({ said, tensors }: Message<Question>): Promise<Reply> => {
    if (said.kind === "predict") return { said: { kind: "predicted" }, tensors: await model!.predict(tensors) };
    concurrency = said.concurrency;
    model = await runtime.load(said);
    return { said: { kind: "loaded", ...loadedOf(model) }, tensors: NO_TENSORS };
  };
  const work = async (question: Message<Question>): Promise<void> => {
    const reply = await answer(question).catch(failed);
    // The next prediction may block this thread, and a slow one must not hold back the answer before it.
    await write(channel, { id: question.id, ...reply });
    working -= 1;
    begin();
  };
  const begin = (): void => {
    while (working < concurrency && waiting.length > 0) {
      working += 1;
      void work(waiting.shift()!);
    }
  };
  // The host is our own code: its frames are as large as its callers' tensors.
  const reader = frameReader(Number.MAX_SAFE_INTEGER, (message) => {
    waiting.push(message as Message<Question>);
    begin();
  });
  const buffer = Buffer.allocUnsafeSlow(READ_BYTES);
  const callback = (length: number): boolean => {
    reader.push(buffer.subarray(0, length));
    return true;
  };
  const channel = new Socket({ fd: CHANNEL, onread: { buffer, callback } });
  channel.resume();
  channel.on("close", killOwnGroup);
  channel.on("error", killOwnGroup);
}

function loadedOf({ signature, device, tensorFloat32, version }: LoadedModel): Loaded {
  return { signature, device, version, ...(tensorFloat32 === undefined ? {} : { tensorFloat32 }) };
}

function failed(thrown: unknown): Reply {
  const { code, message, fix } = toFailure(thrown);
  // A defect's stack goes where the model's own output goes: the host shows it when asked for details.
  if (code === "internal" && thrown instanceof Error) process.stderr.write(`${thrown.stack}\n`);
  return { said: { kind: "failed", code, message, fix }, tensors: NO_TENSORS };
}

/** Resolves when all of it has left this process. */
function write(channel: Socket, message: Message<Answer>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const parts = encodeFrame(message).filter(({ length }) => length > 0);
  channel.cork();
  for (const [index, part] of parts.entries())
    channel.write(part, index === parts.length - 1 ? () => resolve() : undefined);
  channel.uncork();
  return promise;
}
