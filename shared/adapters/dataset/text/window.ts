import { Failure } from "../../../failure.ts";
import type { Cursor } from "./numbers.ts";
import type { Source } from "./source.ts";

/** The part of a text file that is in memory. The byte at `end` is always 0, so that no number runs over it. */
export interface Window extends Cursor {
  /** The same bytes, to be read four at a time: so many may be read from wherever the text still goes on. */
  view: DataView;
  /** Where `bytes[0]` lies in the file. */
  offset: number;
  /** Keeps what begins at `at` and adds what follows it in the file; false when nothing does. */
  more(): Promise<boolean>;
  /** Settles the read that is under way. */
  close(): Promise<void>;
}

const CHUNK_BYTES = 1 << 20;
/** What an unfinished record may take before it needs a buffer of its own. */
const ROOM_BYTES = 1 << 16;
/** What ends a last line, the 0 behind it, and what is read with them. */
const BEHIND_BYTES = 8;
const MAX_RECORD_BYTES = 1 << 25;
const NEWLINE = 0x0a;

/** Two buffers: one is read from the disk while the other is parsed. `take` is shown every chunk once. */
export function windowOn(source: Source, from: number, take: (chunk: Uint8Array) => void = () => {}): Window {
  let position = from;
  let spare: Uint8Array = buffer(ROOM_BYTES);
  const read = (into: Uint8Array): Promise<number> =>
    source.read(into.subarray(ROOM_BYTES, ROOM_BYTES + CHUNK_BYTES), position);
  let pending = read(spare);
  // Whoever closes the window early never asks what became of it.
  pending.catch(() => {});
  const empty = buffer(ROOM_BYTES);
  const window: Window = {
    bytes: empty,
    view: viewOf(empty),
    at: ROOM_BYTES,
    end: ROOM_BYTES,
    offset: from - ROOM_BYTES,
    async more() {
      const length = await pending;
      if (length === 0) return closesLastLine(window);
      take(spare.subarray(ROOM_BYTES, ROOM_BYTES + length));
      const used = window.bytes;
      const rest = used.subarray(window.at, window.end);
      requireBounded(source.path, rest.length);
      place(window, spare, { rest, length });
      position += length;
      window.offset = position - window.end;
      spare = used.length === spare.length ? used : buffer(ROOM_BYTES);
      pending = read(spare);
      pending.catch(() => {});
      return true;
    },
    async close() {
      await pending.catch(() => {});
    },
  };
  return window;
}

/** A Buffer, whose `indexOf` looks at many bytes at once. */
function buffer(room: number): Uint8Array {
  return Buffer.alloc(room + CHUNK_BYTES + BEHIND_BYTES);
}

function viewOf({ buffer, byteOffset, length }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, length);
}

/** Puts the rest of the last chunk before the new one: in the room that was left there, or in a larger buffer. */
function place(window: Window, chunk: Uint8Array, { rest, length }: { rest: Uint8Array; length: number }): void {
  if (rest.length <= ROOM_BYTES) {
    chunk.set(rest, ROOM_BYTES - rest.length);
    [window.bytes, window.at, window.end] = [chunk, ROOM_BYTES - rest.length, ROOM_BYTES + length];
  } else {
    const larger = buffer(rest.length);
    larger.set(rest);
    larger.set(chunk.subarray(ROOM_BYTES, ROOM_BYTES + length), rest.length);
    [window.bytes, window.at, window.end] = [larger, 0, rest.length + length];
  }
  window.bytes[window.end] = 0;
  window.view = viewOf(window.bytes);
}

/** A last line that nothing ends is ended here, once. */
function closesLastLine(window: Window): boolean {
  if (window.at === window.end || window.bytes[window.end - 1] === NEWLINE) return false;
  window.bytes[window.end++] = NEWLINE;
  window.bytes[window.end] = 0;
  return true;
}

function requireBounded(path: string, restBytes: number): void {
  if (restBytes <= MAX_RECORD_BYTES) return;
  throw new Failure("limit-exceeded", `${path} has a row of more than ${MAX_RECORD_BYTES >> 20} MiB`, {
    fix: "Close the quotation marks that are open, or make the rows smaller.",
  });
}
