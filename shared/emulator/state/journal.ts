import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { Failure } from "../../failure.ts";

/** What one change did, in order; no value is a deletion. */
export interface Change {
  readonly table: string;
  readonly key: string;
  readonly value?: unknown;
}

/** A file to which every change is appended as one line, so that a killed process leaves whole changes alone. */
export interface Journal {
  append(changes: readonly Change[]): void;
  close(): void;
}

const FILE = "state.jsonl";
/** Rewritten when it holds so many lines more than there are documents. */
const SPARE_LINES = 20_000;

/** Reads what there is, oldest change first, writes it again without what was replaced, and goes on from there. */
export function openJournal(folder: string, restore: (change: Change) => void, live: () => Iterable<Change>): Journal {
  const path = join(folder, FILE);
  if (existsSync(path)) for (const changes of linesOf(path)) changes.forEach(restore);
  let { descriptor, lines } = rewrite(path, live());
  let allowed = lines + SPARE_LINES;
  return {
    append(changes) {
      writeAll(descriptor, `${JSON.stringify(changes)}\n`);
      lines += 1;
      if (lines < allowed) return;
      closeSync(descriptor);
      ({ descriptor, lines } = rewrite(path, live()));
      allowed = 2 * lines + SPARE_LINES;
    },
    close() {
      fsyncSync(descriptor);
      closeSync(descriptor);
    },
  };
}

/** A last line without its end is a change that was being written when the process was killed: it never was. */
function* linesOf(path: string): Generator<readonly Change[]> {
  const bytes = readFileSync(path);
  let number = 1;
  for (let start = 0; ; number += 1) {
    const end = bytes.indexOf(0x0a, start);
    if (end === -1) return;
    yield changesOf(bytes.toString("utf8", start, end), `${path}:${number}`);
    start = end + 1;
  }
}

function changesOf(line: string, place: string): readonly Change[] {
  try {
    const changes: unknown = JSON.parse(line);
    if (Array.isArray(changes) && changes.every(isChange)) return changes;
  } catch {
    // Told below.
  }
  throw new Failure("document-invalid", `${place}: this line is no change of an emulator's state`, {
    fix: "Name another folder, or delete this one to begin anew.",
  });
}

function isChange(value: unknown): value is Change {
  if (typeof value !== "object" || value === null) return false;
  return "table" in value && typeof value.table === "string" && "key" in value && typeof value.key === "string";
}

/** Beside the old file and then over it: whoever is killed here leaves one of the two, whole. */
function rewrite(path: string, live: Iterable<Change>): { readonly descriptor: number; readonly lines: number } {
  const beside = `${path}.new`;
  const descriptor = openSync(beside, "w");
  let lines = 0;
  for (const change of live) {
    writeAll(descriptor, `${JSON.stringify([change])}\n`);
    lines += 1;
  }
  if (lines > 0) fsyncSync(descriptor);
  renameSync(beside, path);
  return { descriptor, lines };
}

/** All of it or nothing: half a line before the next one would be no change at all. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  const { size } = fstatSync(descriptor);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at, undefined, size + at);
  } catch (error) {
    ftruncateSync(descriptor, size);
    throw error;
  }
}
