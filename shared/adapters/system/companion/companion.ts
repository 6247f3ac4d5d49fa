import { Worker } from "node:worker_threads";
import { Failure } from "../../../failure.ts";
import type { Companion } from "../../../ports/companion.ts";
import type { Said, Told } from "./messages.ts";

export interface CompanionWish<Question> {
  /** The file of the thread's program. */
  readonly program: string;
  readonly question: Question;
  /** Ends the thread: nobody waits for its answer any more. */
  readonly signal: AbortSignal;
}

/** So many values wait at the thread: enough that it never waits for us, few enough to forget their memory. */
const MOST_WAITING = 4;

export function startCompanion<Question, Value, Answer>(wish: CompanionWish<Question>): Companion<Value, Answer> {
  const worker = new Worker(wish.program, { workerData: wish.question });
  const tell = (told: Told<Value>): void => worker.postMessage(told);
  const answer = Promise.withResolvers<Answer>();
  // Who never asks for it is told by `take`.
  answer.promise.catch(() => {});
  let waiting = 0;
  let room = Promise.withResolvers<void>();

  const end = (failure: Failure): void => answer.reject(failure);
  worker.on("message", (said: Said<Answer>) => {
    if (said.kind === "answered") answer.resolve(said.answer);
    else if (said.kind === "failed") end(new Failure(said.failure.code, said.failure.message, said.failure));
    else {
      waiting--;
      room.resolve();
    }
  });
  const endedBy = (cause: unknown): void => end(ended(cause));
  worker.on("messageerror", endedBy).on("error", endedBy);
  worker.on("exit", (exitCode) => endedBy(`exit code ${exitCode}`));
  const interrupt = (): void => void worker.terminate();
  if (wish.signal.aborted) interrupt();
  wish.signal.addEventListener("abort", interrupt);

  return {
    async take(value) {
      tell({ kind: "take", value });
      waiting++;
      while (waiting >= MOST_WAITING) {
        room = Promise.withResolvers();
        await Promise.race([room.promise, answer.promise]);
      }
    },
    async finish() {
      tell({ kind: "finish" });
      return answer.promise;
    },
    async [Symbol.asyncDispose]() {
      wish.signal.removeEventListener("abort", interrupt);
      await worker.terminate();
    },
  };
}

function ended(cause: unknown): Failure {
  const what = cause instanceof Error ? cause.message : String(cause);
  return new Failure("internal", `a thread that measures beside us ended before it answered: ${what}`, {
    fix: "Run it again, on a machine with more memory if that is what it lacked; if it recurs, report it.",
    cause,
  });
}
