import { Failure } from "../../failure.ts";

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
/** Without a prototype, so that `__proto__` is a key like any other. */
export interface JsonObject {
  readonly [key: string]: Json;
}

interface Cursor {
  readonly text: string;
  readonly where: string;
  at: number;
  values: number;
}

const MAX_DEPTH = 32;
/** A statement that fills the largest bundle lists some 70,000 files in four values each. */
const MAX_VALUES = 400_000;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\r\n]*/y;

/**
 * JSON of which every reader sees the same: a duplicate key, which JSON.parse answers with the last and others with
 * the first, is refused, and so are depth and counts that no signature needs.
 */
export function parseStrictJson(bytes: Uint8Array, where: string): Json {
  const cursor: Cursor = { text: decode(bytes, where), where, at: 0, values: 0 };
  const value = readValue(cursor, 0);
  if (peek(cursor) !== undefined) throw malformed(cursor, "has text after its end");
  return value;
}

function decode(bytes: Uint8Array, where: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new Failure("signature-unreadable", `${where} is not UTF-8 text`, { fix: "Sign the artifact again.", cause });
  }
}

function readValue(cursor: Cursor, depth: number): Json {
  if (depth > MAX_DEPTH) throw malformed(cursor, `nests deeper than ${MAX_DEPTH} levels`);
  if (++cursor.values > MAX_VALUES) throw malformed(cursor, `holds more than ${MAX_VALUES} values`);
  switch (peek(cursor)) {
    case "{":
      return readObject(cursor, depth);
    case "[":
      return readArray(cursor, depth);
    case '"':
      return readString(cursor);
    case "t":
      return readWord(cursor, "true", true);
    case "f":
      return readWord(cursor, "false", false);
    case "n":
      return readWord(cursor, "null", null);
    default:
      return readNumber(cursor);
  }
}

function readObject(cursor: Cursor, depth: number): JsonObject {
  const object: Record<string, Json> = Object.create(null);
  cursor.at++;
  if (take(cursor, "}")) return object;
  do {
    if (peek(cursor) !== '"') throw malformed(cursor, "lacks a key");
    const key = readString(cursor);
    if (Object.hasOwn(object, key)) throw malformed(cursor, `repeats the key ${JSON.stringify(key.slice(0, 80))}`);
    if (!take(cursor, ":")) throw malformed(cursor, "lacks a colon");
    object[key] = readValue(cursor, depth + 1);
  } while (take(cursor, ","));
  if (!take(cursor, "}")) throw malformed(cursor, "has an unfinished object");
  return object;
}

function readArray(cursor: Cursor, depth: number): readonly Json[] {
  const array: Json[] = [];
  cursor.at++;
  if (take(cursor, "]")) return array;
  do array.push(readValue(cursor, depth + 1));
  while (take(cursor, ","));
  if (!take(cursor, "]")) throw malformed(cursor, "has an unfinished array");
  return array;
}

function readString(cursor: Cursor): string {
  const start = cursor.at;
  let end = start;
  do end = cursor.text.indexOf('"', end + 1);
  while (end !== -1 && isEscaped(cursor.text, end));
  if (end === -1) throw malformed(cursor, "has an unfinished string");
  cursor.at = end + 1;
  try {
    return JSON.parse(cursor.text.slice(start, end + 1));
  } catch {
    cursor.at = start;
    throw malformed(cursor, "has a string with a bad escape or a control character");
  }
}

function isEscaped(text: string, quote: number): boolean {
  let backslashes = 0;
  while (text[quote - 1 - backslashes] === "\\") backslashes++;
  return backslashes % 2 === 1;
}

function readNumber(cursor: Cursor): number {
  NUMBER.lastIndex = cursor.at;
  const digits = NUMBER.exec(cursor.text)?.[0];
  if (digits === undefined) throw malformed(cursor, "is not JSON");
  cursor.at += digits.length;
  return Number(digits);
}

function readWord<T>(cursor: Cursor, word: string, value: T): T {
  if (!cursor.text.startsWith(word, cursor.at)) throw malformed(cursor, "is not JSON");
  cursor.at += word.length;
  return value;
}

/** The next character that is not white space. */
function peek(cursor: Cursor): string | undefined {
  SPACE.lastIndex = cursor.at;
  cursor.at += SPACE.exec(cursor.text)?.[0].length ?? 0;
  return cursor.text[cursor.at];
}

function take(cursor: Cursor, character: string): boolean {
  const found = peek(cursor) === character;
  if (found) cursor.at++;
  return found;
}

function malformed(cursor: Cursor, problem: string): Failure {
  return new Failure("signature-unreadable", `${cursor.where} ${problem}, at character ${cursor.at + 1}`, {
    fix: "Sign the artifact again, and keep the bundle as the signer wrote it.",
  });
}
