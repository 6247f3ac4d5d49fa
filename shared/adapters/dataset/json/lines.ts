import { writeMissing } from "../text/values.ts";
import { readParsed } from "./parsed.ts";
import { isSpace, skipSpaces } from "./spaces.ts";
import { type Lines, reporter } from "./state.ts";
import { readValue } from "./value.ts";

const NEWLINE = 0x0a;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
/** Of a key that no column has. */
const UNKNOWN = -1;
/** Of a key that takes a parser. */
const UNREADABLE = -2;

/** Reads one line into row `row` of the sinks; false, having moved nothing, when its end is not in the window. */
export function readLine(lines: Lines, row: number): boolean {
  const { window } = lines;
  if (!skipBlankLines(lines)) return false;
  const { bytes, at: start, end } = window;
  const found = bytes.indexOf(NEWLINE, start);
  if (found < 0 || found >= end) return false;
  lines.lines[row] = lines.line;
  if (lines.isRead) {
    const { count } = lines.problems;
    lines.row = row;
    if (!readPlain(lines)) {
      // What was said of the line is taken back: it is read again, another way.
      lines.problems.rewind(count);
      readParsed(lines, row, bytes.subarray(start, found));
    }
  }
  window.at = found + 1;
  lines.line++;
  return true;
}

/** Moves over lines of spaces; false when the window ends before that is known. */
function skipBlankLines(lines: Lines): boolean {
  const { window } = lines;
  for (let at = window.at; at < window.end; at++) {
    const byte = window.bytes[at]!;
    if (byte === NEWLINE) {
      window.at = at + 1;
      lines.line++;
    } else if (!isSpace(byte)) return true;
  }
  return false;
}

/** Reads an object of plain values from the cursor on; false when it holds more than that, or is none. */
function readPlain(lines: Lines): boolean {
  const { window, sinks } = lines;
  if (skipSpaces(window) !== OPEN) return false;
  let byte = COMMA;
  let columns = 0;
  for (let expected = 0; byte === COMMA; ) {
    const column = readKey(lines, expected);
    if (column === UNREADABLE || !readValue(lines, column === UNKNOWN ? null : sinks[column]!)) return false;
    if (column !== UNKNOWN && takeKey(lines, column)) columns++;
    expected = column + 1;
    byte = skipSpaces(window);
  }
  window.at++;
  if (byte !== CLOSE || skipSpaces(window) !== NEWLINE) return false;
  if (columns < sinks.length) clearMissing(lines);
  return true;
}

/** The column of the key after the brace or comma at the cursor, which moves to the key's value. */
function readKey(lines: Lines, expected: number): number {
  const { window, keys } = lines;
  const key = keys[expected];
  if (key === undefined || key === null || !isAt(window.bytes, key, window.at + 1)) return findKey(lines);
  window.at += key.length + 1;
  skipSpaces(window);
  return expected;
}

function isAt(bytes: Uint8Array, key: Uint8Array, at: number): boolean {
  for (let index = 0; index < key.length; index++) if (bytes[at + index] !== key[index]) return false;
  return true;
}

function findKey({ window, places }: Lines): number {
  const { bytes } = window;
  window.at++;
  if (skipSpaces(window) !== QUOTE) return UNREADABLE;
  const start = window.at + 1;
  let end = start;
  for (; bytes[end] !== QUOTE; end++) if (bytes[end] === BACKSLASH || bytes[end]! < 0x20) return UNREADABLE;
  window.at = end + 1;
  if (skipSpaces(window) !== COLON) return UNREADABLE;
  window.at++;
  skipSpaces(window);
  return places.get(Buffer.from(bytes.subarray(start, end)).toString("latin1")) ?? UNKNOWN;
}

/** False where the line has the key already: nobody knows which value counts. */
function takeKey(lines: Lines, column: number): boolean {
  const { given, line, sinks } = lines;
  const sink = sinks[column]!;
  const isFirst = given[column] !== line;
  if (!isFirst && sink !== null) reporter(lines)(sink, { what: "it is there twice", fix: "Keep one of the two." });
  given[column] = line;
  return isFirst;
}

function clearMissing({ sinks, given, line, row }: Lines): void {
  for (let column = 0; column < sinks.length; column++) {
    const sink = sinks[column]!;
    if (sink !== null && given[column] !== line) writeMissing(sink, row);
  }
}
