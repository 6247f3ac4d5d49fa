import type { Readable } from "node:stream";
import type { Log } from "../../../ports/log.ts";

/** A model may print for ever; what is shown of it ends here, and what is kept is the last line. */
const MAX_LINES = 1_000;
const MAX_LINE_CHARACTERS = 1_000;
const ERROR = /(^|\s)([A-Z]\w*)?(Error|Exception|Failure)\b[^:]*: /;
const EXHAUSTED = /JavaScript heap out of memory|Array buffer allocation failed|std::bad_alloc|Cannot allocate memory/;

export interface Output {
  /** The last line that names an error, else the last with anything on it: for the Failure of an ended process. */
  readonly lastLine: () => string;
  /** The first line that says that memory has run out, or null. */
  readonly exhaustedLine: () => string | null;
}

/** Passes on what a model prints, line by line and never raw: at a line's start `::` would be a workflow command. */
export function pipeOutput(streams: readonly Readable[], log: Log): Output {
  let exhausted: string | null = null;
  let lines = 0;
  let last = "";
  let error: string | null = null;

  const show = (raw: string): void => {
    const line = plain(raw);
    if (line.trim() === "") return;
    last = line;
    if (ERROR.test(line)) error = line;
    if (EXHAUSTED.test(line)) exhausted ??= line;
    lines += 1;
    if (lines < MAX_LINES) log.detail(`[model] ${line}`);
    else if (lines === MAX_LINES) log.detail("[model] … and more, which is not shown");
  };
  for (const stream of streams) readLines(stream, show);
  return { lastLine: () => error ?? last, exhaustedLine: () => exhausted };
}

/** A line is handed over at its end or at its limit; the rest of one that is too long is passed over. */
function readLines(stream: Readable, show: (line: string) => void): void {
  let open = "";
  let isOverlong = false;
  const close = (): void => {
    if (!isOverlong && open !== "") show(open);
    open = "";
    isOverlong = false;
  };
  stream.setEncoding("utf8");
  stream.on("data", (text: string) => {
    for (const [index, part] of text.split(/\r\n?|\n/).entries()) {
      if (index > 0) close();
      if (isOverlong) continue;
      open += part.slice(0, MAX_LINE_CHARACTERS + 1);
      if (open.length <= MAX_LINE_CHARACTERS) continue;
      show(`${open.slice(0, MAX_LINE_CHARACTERS)}…`);
      isOverlong = true;
    }
  });
  stream.on("end", close);
  // Its end is the process's own, which is told apart elsewhere.
  stream.on("error", close);
}

function plain(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a model's terminal escapes are shown, never obeyed.
  return line.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "?").replaceAll("##[", "##\u200b[");
}
