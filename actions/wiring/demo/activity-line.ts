import type { ActivityLine } from "../../../shared/ports/stage.ts";

type Stream = Pick<NodeJS.WriteStream, "isTTY" | "columns"> & { write(text: string): unknown };

const PATIENCE_MS = 1_000;
const BEAT_MS = 250;
const LONGEST = 95;
const CLEARED = "\r\x1b[K";

/** On a terminal one line that is written anew; elsewhere a line for each thing that takes longer than a second. */
export function activityLine(stream: Stream = process.stderr): ActivityLine & Disposable {
  let activity: { readonly what: string; readonly sinceMs: number; isShown: boolean } | null = null;
  const rest = (): void => {
    if (activity?.isShown && stream.isTTY) stream.write(CLEARED);
    activity = null;
  };
  const show = (): void => {
    if (activity === null) return;
    const seconds = Math.floor((performance.now() - activity.sinceMs) / 1000);
    if (seconds * 1000 < PATIENCE_MS || (activity.isShown && !stream.isTTY)) return;
    activity.isShown = true;
    if (!stream.isTTY) return void stream.write(`   … ${cut(activity.what, LONGEST)}\n`);
    // A line that wraps could not be rewritten.
    stream.write(`${CLEARED}${cut(`   … ${activity.what}, ${seconds} s`, (stream.columns || 80) - 1)}`);
  };
  const timer = setInterval(show, BEAT_MS);
  timer.unref();
  return {
    say(what) {
      rest();
      activity = { what: what.replaceAll(/\p{Cc}/gu, " "), sinceMs: performance.now(), isShown: false };
    },
    rest,
    [Symbol.dispose]() {
      clearInterval(timer);
      rest();
    },
  };
}

function cut(line: string, width: number): string {
  return line.length <= width ? line : `${line.slice(0, width - 1)}…`;
}
