import { parentPort, workerData } from "node:worker_threads";
import { Failure } from "../../../failure.ts";
import type { Said, Told } from "./messages.ts";

/** What a companion does with what it takes. */
export interface Work<Value, Answer> {
  take(value: Value): void;
  finish(): Promise<Answer>;
}

/** A companion's whole life: begins with what it is asked, and ends with its answer. */
export function serveCompanion<Question, Value, Answer>(begin: (question: Question) => Work<Value, Answer>): void {
  const port = parentPort!;
  const say = (said: Said<Answer>): void => port.postMessage(said);
  const work = begin(workerData as Question);
  port.on("message", async (told: Told<Value>) => {
    try {
      if (told.kind === "finish") say({ kind: "answered", answer: await work.finish() });
      else {
        work.take(told.value);
        say({ kind: "took" });
      }
    } catch (thrown) {
      // Anything else ends the thread, which tells it as it is.
      if (!(thrown instanceof Failure)) throw thrown;
      const { code, message, fix, problems } = thrown;
      say({ kind: "failed", failure: { code, message, fix, problems } });
      port.close();
    }
  });
}
