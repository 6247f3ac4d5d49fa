import { exactly } from "./printf.ts";

const INTEGER = /^[+-]?\d+$/;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const HEXADECIMAL = /^([+-]?)0x([0-9a-f]*)\.?([0-9a-f]*)(?:p([+-]?\d+))?$/i;
const INFINITE = /^([+-]?)inf(?:inity)?$/i;
const NOT_A_NUMBER = /^[+-]?nan(?:\(\w*\))?$/i;
const SPACE_AROUND = /^[ \t-\r]+|[ \t-\r]+$/g;

function trimmed(text: string): string {
  return text.replace(SPACE_AROUND, "");
}

/** Decimal digits within the limits, white space around them; null when it is anything else. */
export function parseInteger(text: string, lowest: bigint, highest: bigint): bigint | null {
  const digits = trimmed(text);
  // Unsigned types take no minus, not even that of a zero.
  if (!INTEGER.test(digits) || (lowest === 0n && digits.startsWith("-")) || digits.length > MAX_DIGITS) return null;
  const value = BigInt(digits.replace("+", ""));
  return value < lowest || value > highest ? null : value;
}

/** What C reads as a double, all of it; null when it is none. */
export function parseFloat64(text: string): number | null {
  const written = trimmed(text);
  if (DECIMAL.test(written)) return Number(written);
  const infinite = INFINITE.exec(written);
  if (infinite !== null) return infinite[1] === "-" ? -Infinity : Infinity;
  return NOT_A_NUMBER.test(written) ? Number.NaN : parseHexadecimal(written);
}

/** As a float32, rounded once: by way of a double some would be rounded twice. */
export function parseFloat32(text: string): number | null {
  const value = parseFloat64(text);
  if (value === null || !isMidpoint(value)) return value === null ? null : Math.fround(value);
  const order = compareDecimal(trimmed(text), value);
  const nudged = value + order * Math.abs(value) * Number.EPSILON;
  return Math.fround(order === 0 ? value : nudged);
}

/** Beyond every type's digits: leading zeros may be many, but not without end. */
const MAX_DIGITS = 1000;

function parseHexadecimal(written: string): number | null {
  const [, sign, whole = "", fraction = "", power = "0"] = HEXADECIMAL.exec(written) ?? [];
  const digits = whole + fraction;
  if (sign === undefined || digits === "" || digits.length > MAX_DIGITS) return null;
  const size = Number(BigInt(`0x${digits}`)) * 2 ** (Number(power) - 4 * fraction.length);
  return sign === "-" ? -size : size;
}

const double = new DataView(new ArrayBuffer(8));

/** Halfway between two neighbouring float32 numbers. */
function isMidpoint(value: number): boolean {
  double.setFloat64(0, value);
  return (double.getUint32(4) & 0x1fffffff) === 0x10000000;
}

/** 1 where the decimal number is larger in size than the double nearest to it, −1 where smaller. */
function compareDecimal(written: string, value: number): number {
  const [, whole = "", fraction = "", power = "0"] = /^[+-]?(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(written) ?? [];
  const exponent = Number(power) - fraction.length;
  if (whole.length + fraction.length + Math.abs(exponent) > MAX_DIGITS) return 0;
  const [mantissa, binary] = exactly(Math.abs(value));
  const left = BigInt(`0${whole}${fraction}`) * tenTo(exponent) * twoTo(-binary);
  const right = mantissa * tenTo(-exponent) * twoTo(binary);
  const direction = left > right ? 1 : left < right ? -1 : 0;
  return value < 0 ? -direction : direction;
}

function tenTo(exponent: number): bigint {
  return 10n ** BigInt(Math.max(0, exponent));
}

function twoTo(exponent: number): bigint {
  return 2n ** BigInt(Math.max(0, exponent));
}
