import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";

const TERMINAL_INTERVAL_MS = 100;
const PIPE_INTERVAL_MS = 30_000;

export interface LogOptions {
  readonly isVerbose: boolean;
}

/** Prose on stderr: on a terminal progress rewrites one line, elsewhere a heartbeat line every 30 s. */
export function stderrLog(clock: Clock, options: LogOptions): Log {
  const { stderr } = process;
  const intervalMs = stderr.isTTY ? TERMINAL_INTERVAL_MS : PIPE_INTERVAL_MS;
  let lastShownMs = clock.elapsedMs();
  let isLineOpen = false;

  const line = (message: string): void => {
    stderr.write(`${isLineOpen ? "\r\x1b[K" : ""}${message}\n`);
    isLineOpen = false;
  };

  return {
    info: line,
    detail: (message) => {
      if (options.isVerbose) line(message);
    },
    progress: (activity, done, total) => {
      const isFinished = done >= total;
      if (isFinished && !isLineOpen) return;
      if (!isFinished && clock.elapsedMs() - lastShownMs < intervalMs) return;
      lastShownMs = clock.elapsedMs();
      const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
      if (!stderr.isTTY) return line(`${activity}: ${percent} %`);
      stderr.write(isFinished ? "\r\x1b[K" : `\r\x1b[K${activity}: ${percent} %`);
      isLineOpen = !isFinished;
    },
  };
}
