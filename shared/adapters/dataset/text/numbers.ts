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
  let low = 0;
  let digit = bytes[at]! - ZERO;
  while (digit >= 0 && digit <= 9 && at - first < DIGITS) {
    low = (low * 10 + digit) | 0;
    digit = bytes[++at]! - ZERO;
  }
  let digits = at - first;
  if (digits === 0) return -1;
  let high = 0;
  let point = -1;
  for (; digits < MAX_DIGITS; at++) {
    const byte = bytes[at]!;
    digit = byte - ZERO;
    if (digit >= 0 && digit <= 9) {
      if (digits < DIGITS) low = (low * 10 + digit) | 0;
      else if (digits < 2 * DIGITS) high = (high * 10 + digit) | 0;
      digits++;
    } else if (byte === POINT && point < 0) point = digits;
    else break;
  }
  if (point === digits || digits === MAX_DIGITS) return -1;
  let decimals = point < 0 ? 0 : digits - point;
  if ((bytes[at]! | LOWER) === EXPONENT) {
    const exponent = exponentAt(bytes, at + 1);
    if (exponent === undefined) return -1;
    decimals -= exponent.value;
    at = exponent.end;
  }
  // Most numbers are of so few digits that nothing is called for them.
  const whole = digits <= DIGITS ? low : digits <= 2 * DIGITS ? low * POWERS[digits - DIGITS]! + high : Number.NaN;
  const value =
    whole < EXACT && decimals >= 0 && decimals < POWERS.length
      ? whole / POWERS[decimals]!
      : decimalValue({ low, high, digits, decimals });
  if (Number.isNaN(value)) return -1;
  values[index] = isNegative ? -value : value;
  return at;
}

interface Decimal {
  /** The first nine digits, or all. */
  readonly low: number;
  /** The next nine. */
  readonly high: number;
  readonly digits: number;
  readonly decimals: number;
}

/** NaN where one rounding is not enough. */
function decimalValue({ low, high, digits, decimals }: Decimal): number {
  const dropped = Math.max(0, digits - 2 * DIGITS);
  const places = decimals - dropped;
  const upper = digits <= DIGITS ? low : low * POWERS[digits - DIGITS - dropped]!;
  const whole = upper + high;
  if (places < -22 || places > 22) return Number.NaN;
  if (whole >= EXACT || dropped > 0) {
    return places < 0 ? Number.NaN : quotient(upper, high, { decimals: places, unknown: dropped > 0 ? 1 : 0 });
  }
  return places < 0 ? whole * POWERS[-places]! : whole / POWERS[places]!;
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
