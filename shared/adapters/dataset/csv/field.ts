import type { Cursor } from "../text/numbers.ts";
import type { Window } from "../text/window.ts";

/** One field, its quotation marks taken off. */
export interface Field {
  /** Only valid until the window moves. */
  readonly text: Uint8Array;
  readonly isQuoted: boolean;
  /** Whether something stands between its closing quotation mark and what ends the field. */
  readonly isMalformed: boolean;
  /** Line ends inside it. */
  readonly newlines: number;
  /** The comma or newline after it. */
  readonly terminator: number;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** Reads the field at the cursor and moves behind its terminator; null, moving nothing, when the window ends before. */
export function readField(cursor: Cursor): Field | null {
  const { bytes, at: start } = cursor;
  if (bytes[start] === QUOTE) return readQuoted(cursor);
  const terminator = skipField(cursor);
  if (terminator < 0) return null;
  const text = bytes.subarray(start, contentEnd(bytes, start, cursor.at - 1));
  return { text, isQuoted: false, isMalformed: false, newlines: 0, terminator };
}

/** Moves behind the field's terminator and answers it; −1, moving nothing, when the window ends before. */
function skipField(cursor: Cursor): number {
  const { bytes, end } = cursor;
  let at = cursor.at;
  for (;;) {
    if (at >= end) return -1;
    const byte = bytes[at++]!;
    if (byte === COMMA || byte === NEWLINE) {
      cursor.at = at;
      return byte;
    }
  }
}

/** A byte of each kind in all four places of a word. */
const COMMAS = 0x2c2c2c2c;
const LOW_BITS = 0x7f7f7f7f;
const HIGH_BITS = 0x80808080;
const ONES = 0x01010101;

/**
 * Moves over fields that are not quoted, at most so many, and answers how many; −1 when the window ends before. Four bytes
 * at a time where none of them is less than a comma, as newlines and quotation marks are: most of a wide table is columns
 * that nobody asks for.
 */
export function skipFields(window: Window, most: number): number {
  const { bytes, view, at: start, end } = window;
  let at = start;
  let fields = 0;
  while (fields < most) {
    const word = view.getInt32(at, true);
    const more = fields + commasIn(word);
    if (((word - COMMAS) & ~word & HIGH_BITS) === 0 && more < most) {
      fields = more;
      at += 4;
      continue;
    }
    const byte = bytes[at]!;
    if (byte === QUOTE && (at === start || bytes[at - 1] === COMMA)) break;
    if (at >= end) return -1;
    at++;
    if (byte === COMMA || byte === NEWLINE) fields++;
    if (byte === NEWLINE) break;
  }
  window.at = at;
  return fields;
}

/** An exclusive or makes 0 of a comma alone, and of all bytes 0 alone leaves its high bit unset here. */
function commasIn(word: number): number {
  const others = word ^ COMMAS;
  const isComma = ~(((others & LOW_BITS) + LOW_BITS) | others | LOW_BITS);
  return Math.imul(isComma >>> 7, ONES) >>> 24;
}

function readQuoted(cursor: Cursor): Field | null {
  const { bytes, at: start, end } = cursor;
  let at = start + 1;
  let newlines = 0;
  let doubled = 0;
  for (; ; at++) {
    // What follows a quotation mark says whether it closes: it has to be there.
    if (at + 1 >= end) return null;
    if (bytes[at] === NEWLINE) newlines++;
    if (bytes[at] !== QUOTE) continue;
    if (bytes[at + 1] !== QUOTE) break;
    doubled++;
    at++;
  }
  const quoted = bytes.subarray(start + 1, at);
  const closed = at + 1;
  cursor.at = closed;
  const terminator = skipField(cursor);
  if (terminator < 0) {
    cursor.at = start;
    return null;
  }
  const isMalformed = contentEnd(bytes, closed, cursor.at - 1) > closed;
  const text = doubled === 0 ? quoted : undoubled(quoted, doubled);
  return { text, isQuoted: true, isMalformed, newlines, terminator };
}

/** A carriage return belongs to the newline that it stands before. */
function contentEnd(bytes: Uint8Array, start: number, terminator: number): number {
  const isReturn = bytes[terminator] === NEWLINE && terminator > start && bytes[terminator - 1] === RETURN;
  return isReturn ? terminator - 1 : terminator;
}

function undoubled(quoted: Uint8Array, doubled: number): Uint8Array {
  const text = new Uint8Array(quoted.length - doubled);
  for (let from = 0, to = 0; from < quoted.length; from++, to++) {
    text[to] = quoted[from]!;
    if (quoted[from] === QUOTE) from++;
  }
  return text;
}
