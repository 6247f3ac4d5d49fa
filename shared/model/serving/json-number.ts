import { BYTE, type Cursor, failureAt, shownBytes, startsWith, unexpected } from "./json-cursor.ts";

/** The number read last. One object is filled again and again: a request has millions of them. */
export interface NumberToken {
  /** The nearest double. */
  value: number;
  /** Whether it is written without fraction and exponent, as integers are. */
  isInteger: boolean;
  start: number;
  end: number;
}

/** What the serving API reads beyond JSON; its reader knows the short forms too. */
const NOT_FINITE = ["NaN", "Infinity", "Inf"] as const;
const ZERO = 0x30;
const NINE = 0x39;
const POINT = 0x2e;
const LETTER_E = 0x65;
const LETTER_I = 0x49;
const LETTER_N = 0x4e;
/** Set in the code of a small letter, not set in its capital's. */
const LOWER_CASE = 0x20;
/** Powers that a double holds exactly: with at most 15 digits one division or product is the nearest double. */
const EXACT_DIGITS = 15;
const POWERS = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);

export function numberToken(): NumberToken {
  return { value: 0, isInteger: false, start: 0, end: 0 };
}

/** Whether a number, finite or not, may begin with this byte. */
export function beginsNumber(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  return (byte >= ZERO && byte <= NINE) || byte === BYTE.minus || byte === LETTER_I || byte === LETTER_N;
}

/** Moves past the number that begins here. */
export function readNumber(cursor: Cursor, token: NumberToken): void {
  token.start = cursor.at;
  const isNegative = cursor.bytes[cursor.at] === BYTE.minus;
  if (isNegative) cursor.at += 1;
  const first = cursor.bytes[cursor.at];
  const isDigit = first !== undefined && first >= ZERO && first <= NINE;
  const magnitude = isDigit ? readMagnitude(cursor, token) : readNotFinite(cursor, token);
  token.value = isNegative ? -magnitude : magnitude;
  token.end = cursor.at;
}

/** The number as it is written. */
export function numberText({ bytes }: Cursor, { start, end }: NumberToken): string {
  return shownBytes(bytes.subarray(start, end));
}

function readMagnitude(cursor: Cursor, token: NumberToken): number {
  const { bytes } = cursor;
  const start = cursor.at;
  let mantissa = readDigits(cursor, 0);
  if (bytes[start] === ZERO && cursor.at > start + 1) throw unexpected({ ...cursor, at: start }, "a nonzero digit");
  let digits = cursor.at - start;
  let exponent = 0;
  token.isInteger = true;
  if (bytes[cursor.at] === POINT) {
    const from = ++cursor.at;
    mantissa = readDigits(cursor, mantissa);
    exponent = from - cursor.at;
    if (exponent === 0) throw unexpected(cursor, "a digit");
    digits -= exponent;
    token.isInteger = false;
  }
  if ((bytes[cursor.at]! | LOWER_CASE) === LETTER_E) {
    exponent += readExponent(cursor);
    token.isInteger = false;
  }
  const exact = digits <= EXACT_DIGITS ? scaled(mantissa, exponent) : null;
  return exact ?? nearestDouble({ ...cursor, at: start }, cursor.at);
}

function nearestDouble(cursor: Cursor, end: number): number {
  const value = Number(shownBytes(cursor.bytes.subarray(cursor.at, end)));
  if (Number.isFinite(value)) return value;
  const fix = "Write Infinity or -Infinity, or a number that a double can hold.";
  throw failureAt(cursor, "document-invalid", "the number here is too large", fix);
}

function readNotFinite(cursor: Cursor, token: NumberToken): number {
  const word = NOT_FINITE.find((candidate) => startsWith(cursor, candidate));
  if (word === undefined) throw unexpected(cursor, "a number");
  cursor.at += word.length;
  token.isInteger = false;
  return word === "NaN" ? Number.NaN : Number.POSITIVE_INFINITY;
}

/** Goes on from the digits before; beyond 15 the result is not used. */
function readDigits(cursor: Cursor, before: number): number {
  const { bytes } = cursor;
  let at = cursor.at;
  let value = before;
  for (let byte = bytes[at]; byte !== undefined && byte >= ZERO && byte <= NINE; byte = bytes[++at]) {
    value = value * 10 + (byte - ZERO);
  }
  cursor.at = at;
  return value;
}

function readExponent(cursor: Cursor): number {
  const sign = cursor.bytes[++cursor.at];
  if (sign === 0x2b || sign === BYTE.minus) cursor.at += 1;
  const from = cursor.at;
  const value = readDigits(cursor, 0);
  if (cursor.at === from) throw unexpected(cursor, "a digit");
  return sign === BYTE.minus ? -value : value;
}

/** Null where the product would be rounded twice. */
function scaled(mantissa: number, exponent: number): number | null {
  if (exponent === 0) return mantissa;
  const power = POWERS[Math.abs(exponent)];
  if (power === undefined) return null;
  return exponent < 0 ? mantissa / power : mantissa * power;
}
