import { Failure } from "../../../failure.ts";

/** How a model's process came to its end. */
export type Ending =
  | { readonly kind: "exited"; readonly exitCode: number; readonly lastLine: string }
  | { readonly kind: "killed"; readonly signal: string; readonly lastLine: string }
  | { readonly kind: "outOfMemory"; readonly evidence: string }
  | { readonly kind: "hung"; readonly activity: string; readonly deadlineMs: number }
  | { readonly kind: "garbled"; readonly reason: string }
  | { readonly kind: "unstartable"; readonly cause: unknown }
  | { readonly kind: "disposed" };

/** What an ended process means for the call that it was working at. */
export function failureOf(ending: Ending, directory: string): Failure {
  const model = `The process of the model ${directory}`;
  switch (ending.kind) {
    case "exited":
      return new Failure("model-crashed", `${model} ended with exit code ${ending.exitCode}${said(ending.lastLine)}.`, {
        fix: "Run `model-release predict --verbose` with this input to see what the model printed before it ended.",
      });
    case "killed":
      return new Failure("model-killed", `${model} was killed by ${ending.signal}${said(ending.lastLine)}.`, {
        fix: KILLED[ending.signal] ?? "Run again; if it happens again, look for who sent the signal.",
      });
    case "outOfMemory":
      return new Failure("model-out-of-memory", `${model} ran out of memory: ${ending.evidence}.`, {
        fix: "Send smaller batches, or run on a machine with more memory.",
      });
    case "hung":
      return new Failure("model-hung", `${model} was still ${ending.activity} after ${seconds(ending.deadlineMs)}.`, {
        fix: "Look for a loop that never ends in the model, or send smaller batches.",
      });
    case "garbled":
      return new Failure("model-protocol", `${model} broke the protocol: ${ending.reason}.`, {
        fix: "Report this with the model: something in it wrote to a channel that is not its own.",
      });
    case "unstartable":
      return new Failure("io", `${model} could not be started.`, {
        fix: "Look for a limit on processes or memory on this machine.",
        cause: ending.cause,
      });
    case "disposed":
      return new Failure("internal", `The model ${directory} was used after it had been disposed.`, {
        fix: "Report this as a defect of model-release.",
      });
  }
}

const CRASH = "Report this to the makers of the runtime: a crash in native code is a defect, whatever the model does.";
const KILLED: Readonly<Record<string, string>> = {
  SIGSEGV: CRASH,
  SIGBUS: CRASH,
  SIGABRT: CRASH,
  SIGILL: "Run on a processor that this build of the runtime was made for.",
  SIGFPE: CRASH,
  SIGKILL: "Look for what kills processes on this machine: most often it is the kernel when memory runs out.",
};

function said(lastLine: string): string {
  return lastLine === "" ? "" : `, and said last: ${lastLine.slice(0, 300)}`;
}

function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} s`;
}
