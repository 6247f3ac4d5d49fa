import { POWERS, quotient } from "./quotient.ts";

/** Bytes of a text file and where its reader stands. What lies at and after `end` is never part of the text. */
export interface Cursor {
  bytes: Uint8Array;
  at: number;
  end: number;
}

const ZERO = 0x30;
const MINUS = 0x2d;
const PLUS = 0x2b;
const POINT = 0x2e;
/** Without this bit, `e` is `E`. */
const LOWER = 0x20;
const EXPONENT = 0x65;
/** So many digits always fit an int32, and twice as many are added as two of them. */
const DIGITS = 9;
const MAX_DIGITS = 40;
/** A sum that comes to this may have been one more, and rounded. */
const EXACT = 2 ** 53;

/**
 * Reads digits with at most one point, and an exponent, and writes the nearest double. Most numbers are a whole number
 * and a power of ten that are both exact, and one division of these rounds once (Clinger 1990). Answers where the number
 * ends, or −1, having written nothing, when it takes the slow way. The byte at `cursor.end` must be no digit.
 */
export function scanNumber({ bytes, at: start }: Cursor, values: Float64Array, index: number): number {
  let at = start;
  const isNegative = bytes[at] === MINUS;
  if (isNegative) at++;
  const first = at;
  let end = at + DIGITS;
  let low = 0;
  // Less than 10 of digits alone.
  let digit = bytes[at]! ^ ZERO;
  for (; digit < 10 && at < end; digit = bytes[++at]! ^ ZERO) low = (low * 10 + digit) | 0;
  let digits = at - first;
  if (digits === 0) return -1;
  let high = 0;
  let point = -1;
  if (bytes[at] === POINT) {
    point = digits;
    end++;
    digit = bytes[++at]! ^ ZERO;
    for (; digit < 10 && at < end; digit = bytes[++at]! ^ ZERO) low = (low * 10 + digit) | 0;
    end += DIGITS;
    for (; digit < 10 && at < end; digit = bytes[++at]! ^ ZERO) high = (high * 10 + digit) | 0;
    digits = at - first - 1;
  }
  // Of few numbers: whole ones of more digits, or fractions of more than both parts hold.
  for (; (digit < 10 || (bytes[at] === POINT && point < 0)) && digits < MAX_DIGITS; digit = bytes[++at]! ^ ZERO) {
    if (digit >= 10) point = digits;
    else if (digits++ < 2 * DIGITS) high = (high * 10 + digit) | 0;
  }
  if (point === digits || digits === MAX_DIGITS) return -1;
  let decimals = point < 0 ? 0 : digits - point;
  if ((bytes[at]! | LOWER) === EXPONENT) {
    const exponent = exponentAt(bytes, at + 1);
    if (exponent === undefined) return -1;
    decimals -= exponent.value;
    at = exponent.end;
  }
  const dropped = digits > 2 * DIGITS ? digits - 2 * DIGITS : 0;
  const upper = digits <= DIGITS ? low : low * POWERS[digits - DIGITS - dropped]!;
  const places = decimals - dropped;
  if (upper + high < EXACT && dropped === 0 && places >= 0 && places < POWERS.length) {
    // Most numbers: written at once, because a value that a call may have answered is an object.
    const value = (upper + high) / POWERS[places]!;
    values[index] = isNegative ? -value : value;
    return at;
  }
  const value = decimalValue(upper, high, places, dropped > 0);
  if (Number.isNaN(value)) return -1;
  values[index] = isNegative ? -value : value;
  return at;
}

/** `(upper + high) / 10^places`, and a little more where digits were dropped; NaN where one rounding is not enough. */
function decimalValue(upper: number, high: number, places: number, isCut: boolean): number {
  if (places >= 0 && places < POWERS.length) return quotient(upper, high, places, isCut ? 1 : 0);
  const isExact = upper + high < EXACT && !isCut && -places > 0 && -places < POWERS.length;
  return isExact ? (upper + high) * POWERS[-places]! : Number.NaN;
}

function exponentAt(bytes: Uint8Array, start: number): { readonly value: number; readonly end: number } | undefined {
  const isNegative = bytes[start] === MINUS;
  const first = isNegative || bytes[start] === PLUS ? start + 1 : start;
  let value = 0;
  let end = first;
  for (let digit = bytes[end]! - ZERO; digit >= 0 && digit <= 9; digit = bytes[++end]! - ZERO) {
    if (end - first > 4) return undefined;
    value = value * 10 + digit;
  }
  return end === first ? undefined : { value: isNegative ? -value : value, end };
}
