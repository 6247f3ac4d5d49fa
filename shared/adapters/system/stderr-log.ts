import type { Clock } from "../../ports/clock.ts";
import type { Activity, Log } from "../../ports/log.ts";
import { nameOf, progressText } from "./progress-text.ts";

const TERMINAL_INTERVAL_MS = 100;
const PIPE_INTERVAL_MS = 30_000;

export interface LogOptions {
  readonly isVerbose: boolean;
  /** Standard error without. */
  readonly stream?: LogStream;
}

type LogStream = Pick<NodeJS.WriteStream, "isTTY" | "columns"> & { write(text: string): unknown };

/** Prose on stderr: on a terminal progress rewrites one line, elsewhere a heartbeat line every 30 s. */
export function stderrLog(clock: Clock, { isVerbose, stream = process.stderr }: LogOptions): Log {
  const intervalMs = stream.isTTY ? TERMINAL_INTERVAL_MS : PIPE_INTERVAL_MS;
  const watch = stopwatch(clock);
  let lastShownMs = Number.NEGATIVE_INFINITY;
  let isLineOpen = false;

  const line = (message: string): void => {
    stream.write(`${isLineOpen ? CLEARED : ""}${oneLine(message)}\n`);
    isLineOpen = false;
  };

  return {
    info: line,
    detail: (message) => {
      if (isVerbose) line(message);
    },
    progress: (activity, done, total) => {
      const { nowMs, startedMs, doneBefore } = watch(activity, done, total);
      if (done >= total) {
        if (isLineOpen) stream.write(CLEARED);
        isLineOpen = false;
        return;
      }
      if (nowMs - Math.max(lastShownMs, startedMs) < intervalMs) return;
      lastShownMs = nowMs;
      const text = progressText({ activity, done, total, doneBefore, elapsedMs: nowMs - startedMs });
      if (!stream.isTTY) return line(text);
      // A line that wraps could not be rewritten.
      stream.write(`${CLEARED}${text.slice(0, Math.max(1, (stream.columns ?? 80) - 1))}`);
      isLineOpen = true;
    },
  };
}

const CLEARED = "\r\x1b[K";

/** Reasons quote names and texts of a pull request, which would be workflow commands at the start of a job's line. */
function oneLine(message: string): string {
  return message
    .replaceAll(/\p{Cc}/gu, "?")
    .replaceAll("##[", "##\u200b[")
    .replace(/^\s*:(?=:)/u, "$&\u200b");
}

interface Watched {
  readonly startedMs: number;
  readonly doneBefore: number;
}

/** Since when each activity has been going on; one whose count falls has begun again. */
function stopwatch(clock: Clock): (activity: Activity, done: number, total: number) => Watched & { nowMs: number } {
  const watched = new Map<string, Watched & { readonly lastDone: number }>();
  return (activity, done, total) => {
    const name = nameOf(activity);
    const nowMs = clock.elapsedMs();
    const known = watched.get(name);
    const since = known !== undefined && known.lastDone <= done ? known : { startedMs: nowMs, doneBefore: done };
    if (done >= total) watched.delete(name);
    else watched.set(name, { ...since, lastDone: done });
    return { ...since, nowMs };
  };
}
