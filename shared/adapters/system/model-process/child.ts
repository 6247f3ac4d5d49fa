import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Duplex, Readable } from "node:stream";
import type { Log } from "../../../ports/log.ts";
import { parseAnswer } from "./answer.ts";
import type { Ending } from "./ending.ts";
import { modelEnvironment } from "./environment.ts";
import { encodeFrame, frameReader, GarbledFrame } from "./frame.ts";
import { HOST_VARIABLE } from "./lifeline.ts";
import { memoryKills, watchMemory } from "./memory.ts";
import type { Answer, Message, Question } from "./messages.ts";
import { type Output, pipeOutput } from "./output.ts";

export interface ChildOptions {
  /** Flags for Node, then the worker's program and its arguments. */
  readonly command: readonly string[];
  readonly memoryBytes: number;
  readonly answerBytes: number;
  readonly log: Log;
}

export interface ChildEvents {
  readonly answered: (answer: Message<Answer>) => void;
  /** Once, and nothing is answered after it. */
  readonly ended: (ending: Ending) => void;
}

/** One process with one model in it. It knows nothing of calls: it sends, receives, and tells how it ended. */
export interface ModelChild {
  send(question: Message<Question>): void;
  /** Ends the process and all that it started; the reason is the ending that is told. */
  end(ending: Ending): void;
  /** When the process is gone, and its scratch folder with it. */
  readonly gone: Promise<void>;
}

/** How long the pipes of a process that has exited may stay open: whatever it started holds them. */
const DRAIN_MS = 1_000;
const running = new Set<ChildProcess>();

export function startChild(options: ChildOptions, events: ChildEvents): ModelChild {
  const scratch = mkdtempSync(join(tmpdir(), "model-release-"));
  const killsBefore = memoryKills();
  const child = spawn(process.execPath, options.command, {
    cwd: scratch,
    env: { ...modelEnvironment(process.env, scratch), [HOST_VARIABLE]: String(process.pid) },
    // A group of its own, so that whatever the model starts is killed with it.
    detached: true,
    // The fourth is CHANNEL: 0, 1 and 2 belong to whatever the model prints.
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const [, stdout, stderr, channel] = child.stdio as unknown as [null, Readable, Readable, Duplex];
  const output = pipeOutput([stdout, stderr], options.log);
  const { promise: gone, resolve: setGone } = Promise.withResolvers<void>();
  remember(child);

  let isTold = false;
  const tell = (ending: Ending): void => {
    if (isTold) return;
    isTold = true;
    watchdog?.[Symbol.dispose]();
    events.ended(ending);
  };
  const end = (ending: Ending): void => {
    tell(ending);
    killGroup(child);
  };
  const watchdog =
    child.pid === undefined
      ? undefined
      : watchMemory(child.pid, options.memoryBytes, (bytes) => end(overLimit(bytes, options.memoryBytes)));

  receiveFrames(channel, options.answerBytes, {
    receive: (message) => {
      if (!isTold) events.answered({ ...message, said: parseAnswer(message.said) });
    },
    garbled: (reason) => end({ kind: "garbled", reason }),
  });
  child.on("error", (cause) => tell({ kind: "unstartable", cause }));
  child.on("exit", () => {
    killGroup(child);
    setTimeout(() => channel.destroy(), DRAIN_MS).unref();
  });
  child.on("close", (exitCode, signal) => {
    running.delete(child);
    tell(naturalEnding({ exitCode, signal, output, killsBefore }));
    void rm(scratch, { recursive: true, force: true }).then(setGone, setGone);
  });
  return { send: (question) => write(channel, encodeFrame(question)), end, gone };
}

function receiveFrames(
  channel: Duplex,
  maxBytes: number,
  on: { receive: (message: Message<unknown>) => void; garbled: (reason: string) => void },
): void {
  const reader = frameReader(maxBytes, on.receive);
  channel.on("data", (chunk: Uint8Array) => {
    try {
      reader.push(chunk);
    } catch (error) {
      if (!(error instanceof GarbledFrame)) throw error;
      on.garbled(error.message);
      channel.removeAllListeners("data").resume();
    }
  });
  // A channel breaks when its process ends, which is told by the process itself.
  channel.on("error", () => {});
}

function write(channel: Duplex, parts: readonly Uint8Array[]): void {
  channel.cork();
  for (const part of parts) if (part.length > 0) channel.write(part);
  channel.uncork();
}

interface Exit {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly output: Output;
  readonly killsBefore: number | null;
}

function naturalEnding({ exitCode, signal, output, killsBefore }: Exit): Ending {
  const lastLine = output.lastLine();
  const kills = memoryKills();
  if (signal === "SIGKILL" && kills !== null && killsBefore !== null && kills > killsBefore) {
    return { kind: "outOfMemory", evidence: "the kernel killed it at the limit of its control group" };
  }
  const exhausted = output.exhaustedLine();
  if (exhausted !== null) return { kind: "outOfMemory", evidence: exhausted };
  if (signal !== null) return { kind: "killed", signal, lastLine };
  return { kind: "exited", exitCode: exitCode ?? 0, lastLine };
}

function overLimit(residentBytes: number, limitBytes: number): Ending {
  const evidence = `it held ${mebibytes(residentBytes)}, where ${mebibytes(limitBytes)} are the limit`;
  return { kind: "outOfMemory", evidence };
}

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MiB`;
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
}

/** A host that ends without disposing takes its models along; one that is killed is noticed by the models themselves. */
function remember(child: ChildProcess): void {
  if (running.size === 0 && !process.listeners("exit").includes(killAll)) process.on("exit", killAll);
  running.add(child);
}

function killAll(): void {
  for (const child of running) killGroup(child);
}
