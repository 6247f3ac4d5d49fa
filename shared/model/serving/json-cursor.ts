import { Failure, type FailureCode } from "../../failure.ts";

/** A place in a JSON document: every reader moves it past what it has read. */
export interface Cursor {
  readonly bytes: Uint8Array;
  readonly file: string;
  at: number;
  /** Keys and indices of the lists and objects that are open here. */
  readonly path: (string | number)[];
}

export const BYTE = {
  quote: 0x22,
  comma: 0x2c,
  minus: 0x2d,
  colon: 0x3a,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const;

/** TensorFlow's tensors have at most 254 dimensions; what wraps them needs a few more. */
const MAX_DEPTH = 260;
const WORDS = ["true", "false", "null"] as const;
const UTF8 = new TextDecoder("utf-8", { fatal: true });

export function cursorAt(bytes: Uint8Array, file: string): Cursor {
  const hasByteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { bytes, file, at: hasByteOrderMark ? 3 : 0, path: [] };
}

/** The next byte that is no white space, which stays unread; undefined at the end. */
export function peek(cursor: Cursor): number | undefined {
  const { bytes } = cursor;
  let at = cursor.at;
  let byte = bytes[at];
  while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) byte = bytes[++at];
  cursor.at = at;
  return byte;
}

/** Calls `readItem` at each item of the list that opens here; how many there were. */
export function readList(cursor: Cursor, readItem: () => void): number {
  const { path } = cursor;
  const level = open(cursor, BYTE.openList);
  let count = 0;
  if (!closes(cursor, BYTE.closeList)) {
    do {
      path[level] = count;
      readItem();
      count += 1;
    } while (continues(cursor, BYTE.closeList));
  }
  path.length = level;
  return count;
}

/** Calls `readMember` at each member's value of the object that opens here; no key may come twice. */
export function readObject(cursor: Cursor, readMember: (name: string, keyAt: number) => void): void {
  const { path } = cursor;
  const level = open(cursor, BYTE.openObject);
  const names = new Set<string>();
  if (!closes(cursor, BYTE.closeObject)) {
    do {
      if (peek(cursor) !== BYTE.quote) throw unexpected(cursor, "a key in double quotes");
      const keyAt = cursor.at;
      const name = readText(cursor);
      if (names.has(name)) {
        const again = `the key ${JSON.stringify(name)} is given twice`;
        throw notJson({ ...cursor, at: keyAt }, again, "Keep one of them.");
      }
      names.add(name);
      if (peek(cursor) !== BYTE.colon) throw unexpected(cursor, "a colon");
      cursor.at += 1;
      path[level] = name;
      readMember(name, keyAt);
    } while (continues(cursor, BYTE.closeObject));
  }
  path.length = level;
}

export function readText(cursor: Cursor): string {
  return decoded(cursor, stringSpan(cursor));
}

/** The UTF-8 bytes of a string, a view into the document where nothing in it is escaped. */
export function readTextBytes(cursor: Cursor): Uint8Array {
  const span = stringSpan(cursor);
  const text = decoded(cursor, span);
  return span.hasEscapes ? new TextEncoder().encode(text) : cursor.bytes.subarray(span.start, span.end);
}

export function readWord(cursor: Cursor): boolean | null {
  const found = WORDS.find((word) => startsWith(cursor, word));
  if (found === undefined) throw unexpected(cursor, "a value");
  cursor.at += found.length;
  return found === "null" ? null : found === "true";
}

export function startsWith({ bytes, at }: Cursor, word: string): boolean {
  for (let index = 0; index < word.length; index += 1) {
    if (bytes[at + index] !== word.charCodeAt(index)) return false;
  }
  return true;
}

/** A Failure at the cursor, with line and column. */
export function failureAt(cursor: Cursor, code: FailureCode, message: string, fix: string): Failure {
  const { file } = cursor;
  const { line, column } = placeOf(cursor);
  const problems = [{ file, line, column, message, fix }];
  return new Failure(code, `${file}:${line}:${column}: ${message}`, { fix, problems });
}

export function unexpected(cursor: Cursor, wanted: string): Failure {
  const { bytes, at } = cursor;
  const found = at < bytes.length ? JSON.stringify(shownBytes(bytes.subarray(at, at + 1))) : "the document's end";
  return notJson(cursor, `${found} stands where ${wanted} belongs`, "Write valid JSON here.");
}

export function shownBytes(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function notJson(cursor: Cursor, message: string, fix: string): Failure {
  return failureAt(cursor, "document-invalid", message, fix);
}

function open(cursor: Cursor, bracket: number): number {
  if (peek(cursor) !== bracket) throw unexpected(cursor, bracket === BYTE.openList ? "a list" : "an object");
  const level = cursor.path.length;
  if (level === MAX_DEPTH) throw notJson(cursor, `more than ${MAX_DEPTH} levels are nested here`, "Nest fewer lists.");
  cursor.at += 1;
  return level;
}

function closes(cursor: Cursor, bracket: number): boolean {
  if (peek(cursor) !== bracket) return false;
  cursor.at += 1;
  return true;
}

function continues(cursor: Cursor, bracket: number): boolean {
  const byte = peek(cursor);
  if (byte !== BYTE.comma && byte !== bracket) {
    throw unexpected(cursor, bracket === BYTE.closeList ? "a comma or ]" : "a comma or }");
  }
  cursor.at += 1;
  return byte === BYTE.comma;
}

interface StringSpan {
  readonly start: number;
  readonly end: number;
  readonly hasEscapes: boolean;
  readonly isAscii: boolean;
}

/** Moves past the string that opens here. */
function stringSpan(cursor: Cursor): StringSpan {
  const { bytes } = cursor;
  const start = cursor.at + 1;
  let at = start;
  let hasEscapes = false;
  let bits = 0;
  for (let byte = bytes[at]; byte !== BYTE.quote; byte = bytes[++at]) {
    if (byte === undefined) throw notJson(cursor, "the string that begins here does not end", "Close the string.");
    if (byte < 0x20) {
      cursor.at = at;
      throw notJson(cursor, "a control character stands inside a string", "Write it as an escape such as \\n.");
    }
    bits |= byte;
    if (byte === BYTE.backslash) {
      hasEscapes = true;
      at += 1;
    }
  }
  cursor.at = at + 1;
  return { start, end: at, hasEscapes, isAscii: bits < 0x80 };
}

function decoded(cursor: Cursor, { start, end, hasEscapes, isAscii }: StringSpan): string {
  const raw = cursor.bytes.subarray(start, end);
  const here = { ...cursor, at: start - 1 };
  const text = isAscii ? shownBytes(raw) : utf8(here, raw);
  const value = hasEscapes ? unescaped(here, text) : text;
  if (value.isWellFormed()) return value;
  throw notJson(here, "the string holds half of a surrogate pair", "Write both halves, or neither.");
}

function utf8(cursor: Cursor, raw: Uint8Array): string {
  try {
    return UTF8.decode(raw);
  } catch {
    const fix = 'Save the document as UTF-8, and give other bytes as {"b64": "…"}.';
    throw notJson(cursor, "the string that begins here is not UTF-8", fix);
  }
}

function unescaped(cursor: Cursor, text: string): string {
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    throw notJson(cursor, "the string that begins here has an escape that JSON does not know", "Write \\\\ for \\.");
  }
}

function placeOf({ bytes, at }: Cursor): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let next = bytes.indexOf(0x0a); next !== -1 && next < at; next = bytes.indexOf(0x0a, next + 1)) {
    line += 1;
    lineStart = next + 1;
  }
  // Columns are UTF-16 units. A document may be one line of many megabytes: beyond 64 KiB bytes stand for units.
  const before = bytes.subarray(lineStart, at);
  return { line, column: 1 + (before.length > 0x10000 ? before.length : shownBytes(before).length) };
}
