import type { Failure } from "../../../../failure.ts";
import { type Cursor, foldIf, notAPattern } from "./cursor.ts";
import { PERL_CLASSES, unicodeClass } from "./named-classes.ts";
import { negated } from "./ranges.ts";
import { MAX_CODE_POINT, type Ranges } from "./syntax.ts";

const CONTROLS: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, a: 7, f: 12, v: 11 };

/** A backslash and what belongs to it, where it stands for code points. */
export function parseEscape(cursor: Cursor): Ranges {
  const named = parseNamedClass(cursor);
  if (named !== null) return named;
  const point = parseEscapedPoint(cursor);
  return foldIf(cursor.flags, [point, point]);
}

/** `\d`, `\W`, `\pL`, `\P{Greek}`; null when it is none. */
export function parseNamedClass(cursor: Cursor): Ranges | null {
  if (cursor.text(cursor.at, cursor.at + 1) !== "\\") return null;
  const letter = cursor.text(cursor.at + 1, cursor.at + 2);
  const lower = letter.toLowerCase();
  if (lower === "p" && letter !== "") return parseUnicodeClass(cursor, letter === "P");
  const perl = PERL_CLASSES.get(lower);
  if (perl === undefined) return null;
  cursor.at += 2;
  return withSign(foldIf(cursor.flags, perl), letter !== lower);
}

function parseUnicodeClass(cursor: Cursor, isUpper: boolean): Ranges {
  const start = cursor.at;
  const written = parseClassName(cursor);
  const isNegated = written.startsWith("^");
  const ranges = unicodeClass(isNegated ? written.slice(1) : written);
  if (ranges === null) throw notAPattern(`invalid character class range: ${cursor.text(start, cursor.at)}`);
  return withSign(foldIf(cursor.flags, ranges), isNegated !== isUpper);
}

function parseClassName(cursor: Cursor): string {
  const first = cursor.at + 2;
  if (first >= cursor.points.length)
    throw notAPattern(`invalid character class range: ${cursor.text(cursor.at, first)}`);
  if (cursor.text(first, first + 1) !== "{") {
    cursor.at = first + 1;
    return cursor.text(first, first + 1);
  }
  const close = cursor.points.indexOf(0x7d, first);
  if (close < 0) throw notAPattern(`invalid character class range: ${cursor.text(cursor.at, Infinity)}`);
  cursor.at = close + 1;
  return cursor.text(first + 1, close);
}

export function withSign(ranges: Ranges, isNegated: boolean): Ranges {
  return isNegated ? negated(ranges) : ranges;
}

/** `\n`, `\x{41}`, `\.`, `\101`. */
export function parseEscapedPoint(cursor: Cursor): number {
  const start = cursor.at;
  const point = cursor.points[start + 1];
  if (point === undefined) throw notAPattern("trailing \\");
  const char = String.fromCodePoint(point);
  cursor.at = start + 2;
  if (char === "x") return parseHex(cursor, start);
  const octal = /^(?:0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(cursor.text(start + 1, start + 4))?.[0];
  if (octal !== undefined) {
    cursor.at = start + 1 + octal.length;
    return Number.parseInt(octal, 8);
  }
  const control = Object.hasOwn(CONTROLS, char) ? CONTROLS[char] : undefined;
  if (control !== undefined) return control;
  if (point < 0x80 && !/[0-9A-Za-z]/.test(char)) return point;
  throw badEscape(cursor, start, cursor.at);
}

function parseHex(cursor: Cursor, start: number): number {
  const braced = /^\{([0-9A-Fa-f]+)\}/.exec(cursor.text(cursor.at, cursor.at + 20));
  const digits = braced?.[1] ?? /^[0-9A-Fa-f]{2}/.exec(cursor.text(cursor.at, cursor.at + 2))?.[0];
  const point = digits === undefined ? Infinity : Number.parseInt(digits, 16);
  if (point > MAX_CODE_POINT) {
    const read = /^(?:\{[0-9A-Fa-f]{1,6}|\{?.)?/s.exec(cursor.text(cursor.at, cursor.at + 20))![0];
    throw badEscape(cursor, start, cursor.at + read.length);
  }
  cursor.at += braced?.[0].length ?? 2;
  return point;
}

function badEscape(cursor: Cursor, start: number, end: number): Failure {
  return notAPattern(`invalid escape sequence: ${cursor.text(start, end)}`);
}
