import type { IntegerSink, NumberSink, Sink, TextSink } from "../columns/sinks.ts";
import type { Cursor } from "../text/numbers.ts";
import { scanNumber } from "../text/numbers.ts";
import { integerOf, NOT_UTF8, writeMissing, writeText } from "../text/values.ts";
import { skipSpaces } from "./spaces.ts";
import { type Lines, reporter } from "./state.ts";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const MINUS = 0x2d;
const ZERO = 0x30;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const LITERALS = ["null", "true", "false"].map((word) => Buffer.from(word));
/** A number as RFC 8259 has it, before what may follow it. */
const NUMERAL = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?=[,\]} \t\r\n])/;
const MAX_NUMERAL = 64;
const REMEMBERED = 1 << 12;
const scratch = new Float64Array(1);

/**
 * Reads the value at the cursor, which moves behind it; false where it takes a parser: an object, a list or number of
 * another form, a value of another kind than the sink's.
 */
export function readValue(lines: Lines, sink: Sink | null): boolean {
  const { window } = lines;
  const byte = window.bytes[window.at]!;
  if (byte === MINUS || isDigit(byte)) return readNumber(lines, sink);
  if (byte === QUOTE) return readString(lines, sink);
  if (byte === OPEN_LIST) return sink?.kind === "number" && readList(lines, sink);
  return readLiteral(lines, sink);
}

function readString(lines: Lines, sink: Sink | null): boolean {
  const { window } = lines;
  const { bytes, at: start } = window;
  let end = start + 1;
  let hasEscapes = false;
  for (; bytes[end] !== QUOTE; end++) {
    if (bytes[end]! < 0x20) return false;
    if (bytes[end] === BACKSLASH) {
      hasEscapes = true;
      end++;
    }
  }
  window.at = end + 1;
  if (sink !== null && (sink.kind !== "text" || sink.width > 1)) return false;
  if (hasEscapes) return readEscaped(lines, sink, bytes.subarray(start, end + 1));
  if (sink !== null) take(lines, sink, sink.intern(bytes, start + 1, end));
  return true;
}

/** The text between two quotation marks; false where its escapes are wrong, or its bytes no UTF-8. */
function readEscaped(lines: Lines, sink: TextSink | null, quoted: Uint8Array): boolean {
  const written = lines.written(quoted, 0, quoted.length);
  const text = written === null ? null : (lines.unescaped.get(written) ?? unescaped(written));
  if (written === null || text === null) return false;
  if (lines.unescaped.size < REMEMBERED) lines.unescaped.set(written, text);
  if (sink !== null) take(lines, sink, text);
  return true;
}

function unescaped(quoted: Uint8Array): Uint8Array | null {
  try {
    return Buffer.from(JSON.parse(Buffer.from(quoted).toString("utf8")), "utf8");
  } catch {
    return null;
  }
}

function readNumber(lines: Lines, sink: Sink | null): boolean {
  const { window, row } = lines;
  const start = window.at;
  if (sink === null) return numberInto(window, scratch, 0);
  if (sink.width > 1) return false;
  if (sink.kind === "number") return numberInto(window, sink.values, row * sink.stride + sink.offset);
  if (!numberInto(window, scratch, 0)) return false;
  if (sink.kind === "integer") return takeInteger(lines, sink, start);
  if (sink.takesAnything) take(lines, sink, sink.intern(window.bytes, start, window.at));
  return sink.takesAnything;
}

/** JSON knows no zeros before a number. */
function numberInto(window: Cursor, values: Float64Array, index: number): boolean {
  const { bytes, at } = window;
  const first = bytes[at] === MINUS ? at + 1 : at;
  if (bytes[first] === ZERO && isDigit(bytes[first + 1]!)) return false;
  const end = scanNumber(window, values, index);
  if (end < 0) return parsedInto(window, values, index);
  window.at = end;
  return true;
}

/** The few numbers whose last bit takes a parser. */
function parsedInto(window: Cursor, values: Float64Array, index: number): boolean {
  const text = numeralAt(window.bytes, window.at);
  if (text === undefined || !Number.isFinite(Number(text))) return false;
  values[index] = Number(text);
  window.at += text.length;
  return true;
}

function numeralAt(bytes: Uint8Array, at: number): string | undefined {
  return NUMERAL.exec(Buffer.from(bytes.subarray(at, at + MAX_NUMERAL)).toString("latin1"))?.[0];
}

function takeInteger({ window, row }: Lines, sink: IntegerSink, start: number): boolean {
  const number = scratch[0]!;
  const isSafe = Number.isSafeInteger(number) && (number >= 0 || !sink.isUnsigned);
  const value = isSafe ? BigInt(number) : integerOf(numeralAt(window.bytes, start) ?? "", sink.isUnsigned);
  if (value === undefined) return false;
  sink.missing[row] = 0;
  sink.values[row * sink.stride + sink.offset] = BigInt.asIntN(64, value);
  return true;
}

function readList({ window, row }: Lines, sink: NumberSink): boolean {
  for (let index = 0; index < sink.width; index++) {
    if (skipSpaces(window) !== (index === 0 ? OPEN_LIST : COMMA)) return false;
    window.at++;
    const byte = skipSpaces(window);
    if (byte !== MINUS && !isDigit(byte)) return false;
    if (!numberInto(window, sink.values, row * sink.stride + sink.offset + index)) return false;
  }
  return skipSpaces(window) === CLOSE_LIST && window.at++ >= 0;
}

function readLiteral(lines: Lines, sink: Sink | null): boolean {
  const { window, row } = lines;
  const { bytes, at } = window;
  const found = LITERALS.findIndex((word) => word.every((byte, index) => bytes[at + index] === byte));
  if (found < 0) return false;
  window.at = at + LITERALS[found]!.length;
  if (sink === null) return true;
  if (found === 0) writeMissing(sink, row);
  else if (sink.width > 1 || sink.kind === "integer" || (sink.kind === "text" && !sink.takesAnything)) return false;
  else writeText(sink, row, bytes.subarray(at, window.at));
  return true;
}

function take(lines: Lines, sink: TextSink, value: Uint8Array | null): void {
  sink.values[lines.row * sink.stride + sink.offset] = value;
  if (value === null) reporter(lines)(sink, NOT_UTF8);
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= ZERO + 9;
}
