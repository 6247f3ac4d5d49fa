import { Failure, type Problem } from "../failure.ts";
import { type LedgerEntry, type LedgerLine, lineText, nextLine, parseLine } from "./line.ts";

/** All that became of one endpoint, oldest first: each line holds the hash of the line before. */
export type Chain = readonly LedgerLine[];

export interface ReadChain {
  readonly lines: Chain;
  /** What stood behind the last newline: a line that was cut off while it was written, which is none. */
  readonly torn: string | null;
}

/** A release an hour fills half of it in ten years. */
const MOST_CHARACTERS = 128 * 2 ** 20;
/** A file that is no ledger at all is wrong in every line: nobody reads on, and each takes a while to be worded. */
const MOST_PROBLEMS = 200;
const TORN_FIX = "Leave it: whoever writes next drops it.";

/** The lines of a file, or a Failure that names the first that is not as it was written. */
export function parseChain(text: string, file: string): ReadChain {
  const lines: LedgerLine[] = [];
  for (const read of linesOf(text, file)) {
    if (read instanceof Failure) throw read;
    lines.push(read);
  }
  return { lines, torn: tailOf(text) };
}

/** The lines before the first that is not as it was written. */
export interface SoundChain {
  readonly lines: Chain;
  /** What is wrong with that one; null where none is. */
  readonly broken: Failure | null;
}

export function soundChain(text: string, file: string): SoundChain {
  const lines: LedgerLine[] = [];
  for (const read of linesOf(text, file)) {
    if (read instanceof Failure) return { lines, broken: read };
    lines.push(read);
  }
  return { lines, broken: null };
}

/** The inverse of `parseChain`. */
export function chainText(lines: Chain): string {
  return lines.map((line) => `${lineText(line)}\n`).join("");
}

/** The chain with what a writer has to say at its end. */
export function appended(chain: Chain, entries: readonly LedgerEntry[]): Chain {
  const lines = [...chain];
  for (const entry of entries) lines.push(nextLine(entry, lines.at(-1)));
  return lines;
}

/** Everything that is wrong with a file: a line that was changed does not hide another one. */
export function problemsOf(text: string, file: string): readonly Problem[] {
  const problems: Problem[] = [];
  let number = 0;
  for (const read of linesOf(text, file)) {
    number += 1;
    if (problems.length === MOST_PROBLEMS) return [...problems, unread(file, number)];
    if (read instanceof Failure) problems.push({ file, line: number, column: 1, message: read.message, fix: read.fix });
  }
  if (tailOf(text) !== null) {
    problems.push({ file, line: number + 1, column: 1, message: "the last line is cut off", fix: TORN_FIX });
  }
  return problems;
}

function* linesOf(text: string, file: string): Generator<LedgerLine | Failure> {
  if (text.length > MOST_CHARACTERS) throw tooLong(file);
  const texts = text.split("\n").slice(0, -1);
  // Undefined before the first line; null behind one that nobody can read, which any line may follow.
  let last: LedgerLine | null | undefined;
  for (const [index, each] of texts.entries()) {
    const read = readLine(each, last, `${file}:${index + 1}`);
    last = read instanceof Failure ? null : read;
    yield read;
  }
}

function readLine(text: string, last: LedgerLine | null | undefined, where: string): LedgerLine | Failure {
  try {
    const line = parseLine(text, where);
    if (last !== null) refuseUnlinked(line, last, where);
    return line;
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown;
    throw thrown;
  }
}

function refuseUnlinked(line: LedgerLine, last: LedgerLine | undefined, where: string): void {
  const isNext = line.previous === (last?.hash ?? null) && line.sequence === (last?.sequence ?? 0) + 1;
  if (isNext && (last === undefined || (line.endpoint === last.endpoint && line.time >= last.time))) return;
  const message = last === undefined ? "lines before this one are gone" : "this line does not follow the one before";
  throw new Failure("ledger-invalid", `${where}: ${message}`, {
    fix: "Restore the file from the commit before: git log -p shows what was taken out, and by whom.",
  });
}

function unread(file: string, line: number): Problem {
  const message = `${MOST_PROBLEMS} lines before this one are wrong: from here on none was looked at`;
  return { file, line, column: 1, message, fix: "Mend those first, and verify again." };
}

function tailOf(text: string): string | null {
  return text.slice(text.lastIndexOf("\n") + 1) || null;
}

function tooLong(file: string): Failure {
  return new Failure("limit-exceeded", `${file} is larger than ${MOST_CHARACTERS} characters`, {
    fix: "Move the file aside and begin a new one, with `model-release adopt`.",
  });
}
