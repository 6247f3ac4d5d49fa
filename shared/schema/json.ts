import { Failure } from "../failure.ts";
import { type Fault, type Parsed, parsedFrom, type SourceNode } from "./source.ts";
import { decodeText } from "./text.ts";

export interface JsonLimits {
  readonly maxBytes: number;
  readonly maxDepth: number;
  /** A value takes two characters and a hundred times the memory. */
  readonly maxValues: number;
}

interface Cursor {
  readonly text: string;
  readonly maxDepth: number;
  readonly maxValues: number;
  /** Places cost more memory than values: they are recorded in a second reading, once a problem asks for them. */
  readonly locate: boolean;
  at: number;
  depth: number;
  values: number;
}

interface Read {
  readonly value: unknown;
  readonly node: SourceNode;
}

const LIMITS: JsonLimits = { maxBytes: 2 ** 20, maxDepth: 64, maxValues: 2 ** 20 };
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
const WHITESPACE = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 §7 forbids exactly these inside a string.
const PLAIN_CHARACTERS = /[^"\\\u0000-\u001f]*/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** RFC 8259 to the letter, and refused beyond it: duplicate keys, numbers that would change, lone surrogates. */
export function parseJson(input: Uint8Array | string, file: string, limits: Partial<JsonLimits> = {}): Parsed {
  const { maxBytes, ...bounds } = { ...LIMITS, ...limits };
  const { text, faults } = decodeText(input, maxBytes);
  const source = { file, text };
  const read = (locate: boolean): Read => readDocument({ text, ...bounds, locate, at: 0, depth: 0, values: 0 });
  const nothing = { value: undefined, root: () => ({ start: 0, end: 0 }) };
  if (faults.length > 0) return parsedFrom(source, { ...nothing, faults });
  try {
    return parsedFrom(source, { value: read(false).value, root: () => read(true).node, faults: [] });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return parsedFrom(source, { ...nothing, faults: [error.cause as Fault] });
  }
}

function readDocument(cursor: Cursor): Read {
  const read = readValue(cursor);
  skip(cursor, WHITESPACE);
  if (cursor.at < cursor.text.length) stop(cursor, `${shown(cursor)} after the end of the document`);
  return read;
}

function readValue(cursor: Cursor): Read {
  skip(cursor, WHITESPACE);
  cursor.values += 1;
  if (cursor.values > cursor.maxValues) stop(cursor, `the document holds more than ${cursor.maxValues} values`);
  const start = cursor.at;
  switch (cursor.text[start]) {
    case "{":
      return nested(cursor, readObject);
    case "[":
      return nested(cursor, readArray);
    case '"':
      return leaf(cursor, start, readString(cursor));
    case "t":
      return leaf(cursor, start, readWord(cursor, "true", true));
    case "f":
      return leaf(cursor, start, readWord(cursor, "false", false));
    case "n":
      return leaf(cursor, start, readWord(cursor, "null", null));
    default:
      return leaf(cursor, start, readNumber(cursor));
  }
}

function leaf(cursor: Cursor, start: number, value: unknown): Read {
  return { value, node: { start, end: cursor.at } };
}

function nested(cursor: Cursor, read: (cursor: Cursor) => Read): Read {
  cursor.depth += 1;
  if (cursor.depth > cursor.maxDepth) stop(cursor, `the document is nested more than ${cursor.maxDepth} levels deep`);
  const result = read(cursor);
  cursor.depth -= 1;
  return result;
}

function readObject(cursor: Cursor): Read {
  const start = cursor.at++;
  const value: Record<string, unknown> = {};
  const children = cursor.locate ? new Map<string, SourceNode>() : undefined;
  if (!closes(cursor, "}")) {
    do {
      skip(cursor, WHITESPACE);
      const key = cursor.at;
      const name = readKey(cursor, value);
      skip(cursor, WHITESPACE);
      if (cursor.text[cursor.at] !== ":") stop(cursor, `${shown(cursor)} where a colon belongs`);
      cursor.at += 1;
      const member = readValue(cursor);
      value[name] = member.value;
      children?.set(name, { ...member.node, key });
    } while (continues(cursor, "}"));
  }
  return { value, node: { start, end: cursor.at, ...(children && { children }) } };
}

function readKey(cursor: Cursor, known: object): string {
  const start = cursor.at;
  if (cursor.text[start] !== '"') stop(cursor, `${shown(cursor)} where a key in double quotes belongs`);
  const name = readString(cursor);
  if (Object.hasOwn(known, name)) stopAt(start, `the key ${JSON.stringify(name)} is given twice`, "Keep one of them.");
  if (name === "__proto__") stopAt(start, "the key __proto__ is refused", "Take it out.");
  return name;
}

function readArray(cursor: Cursor): Read {
  const start = cursor.at++;
  const value: unknown[] = [];
  const children = cursor.locate ? new Map<string, SourceNode>() : undefined;
  if (!closes(cursor, "]")) {
    do {
      const item = readValue(cursor);
      children?.set(String(value.length), item.node);
      value.push(item.value);
    } while (continues(cursor, "]"));
  }
  return { value, node: { start, end: cursor.at, ...(children && { children }) } };
}

function closes(cursor: Cursor, bracket: string): boolean {
  skip(cursor, WHITESPACE);
  if (cursor.text[cursor.at] !== bracket) return false;
  cursor.at += 1;
  return true;
}

function continues(cursor: Cursor, bracket: string): boolean {
  if (closes(cursor, bracket)) return false;
  if (cursor.text[cursor.at] !== ",") stop(cursor, `${shown(cursor)} where a comma or ${bracket} belongs`);
  cursor.at += 1;
  return true;
}

function readString(cursor: Cursor): string {
  const start = cursor.at++;
  let value = "";
  for (;;) {
    value += skip(cursor, PLAIN_CHARACTERS);
    const character = cursor.text[cursor.at];
    if (character === "\\") value += readEscape(cursor);
    else if (character === '"') break;
    else if (character === undefined) stopAt(start, "the string that begins here does not end", "Close the string.");
    else stop(cursor, "a control character inside a string", "Write it as an escape such as \\n.");
  }
  cursor.at += 1;
  if (!value.isWellFormed())
    stopAt(start, "the string holds half of a surrogate pair", "Write both halves, or neither.");
  return value;
}

function readEscape(cursor: Cursor): string {
  const letter = cursor.text[cursor.at + 1] ?? "";
  const hex = /^u([0-9a-fA-F]{4})/.exec(cursor.text.slice(cursor.at + 1, cursor.at + 6));
  const value = hex ? String.fromCharCode(Number.parseInt(hex[1]!, 16)) : ESCAPES[letter];
  if (value === undefined) stop(cursor, `\\${letter} is no escape of JSON`);
  cursor.at += hex ? 6 : 2;
  return value;
}

function readWord<T>(cursor: Cursor, word: string, value: T): T {
  if (!cursor.text.startsWith(word, cursor.at)) stop(cursor, `${shown(cursor)} where a value belongs`);
  cursor.at += word.length;
  return value;
}

function readNumber(cursor: Cursor): number {
  const start = cursor.at;
  const digits = skip(cursor, NUMBER);
  if (digits === "") stop(cursor, `${shown(cursor)} where a value belongs`);
  const value = Number(digits);
  if (!Number.isFinite(value))
    stopAt(start, `${digits.slice(0, 40)} is too large for a number`, "Give a smaller number.");
  if (/^-?[0-9]+$/.test(digits) && !Number.isSafeInteger(value)) {
    stopAt(start, `${digits.slice(0, 40)} is too large to be kept exactly`, "Write it as a string.");
  }
  return value;
}

function skip(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at;
  const matched = pattern.exec(cursor.text)?.[0] ?? "";
  cursor.at += matched.length;
  return matched;
}

function shown(cursor: Cursor): string {
  const point = cursor.text.codePointAt(cursor.at);
  return point === undefined ? "the document ends" : `${JSON.stringify(String.fromCodePoint(point))} stands`;
}

function stop(cursor: Cursor, message: string, fix = "Write valid JSON here."): never {
  stopAt(cursor.at, message, fix);
}

function stopAt(offset: number, message: string, fix: string): never {
  const fault: Fault = { offset, message, fix };
  throw new Failure("document-invalid", message, { fix, cause: fault });
}
