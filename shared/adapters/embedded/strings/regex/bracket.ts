import { type Cursor, foldIf, notAPattern } from "./cursor.ts";
import { parseEscapedPoint, parseNamedClass, withSign } from "./escape.ts";
import { POSIX_CLASSES } from "./named-classes.ts";
import { normalized } from "./ranges.ts";
import type { Ranges } from "./syntax.ts";

const OPEN = 0x5b;
const CLOSE = 0x5d;
const CARET = 0x5e;
const HYPHEN = 0x2d;
const BACKSLASH = 0x5c;
const COLON = 0x3a;

/** `[…]`, from its opening bracket on. */
export function parseBracket(cursor: Cursor): Ranges {
  const start = cursor.at++;
  const isNegated = cursor.points[cursor.at] === CARET;
  if (isNegated) cursor.at++;
  const ranges: number[] = [];
  for (let isFirst = true; isFirst || cursor.points[cursor.at] !== CLOSE; isFirst = false) {
    if (cursor.at >= cursor.points.length) throw notAPattern(`missing ]: ${cursor.text(start, Infinity)}`);
    for (const bound of parseItem(cursor, start)) ranges.push(bound);
  }
  cursor.at++;
  return withSign(normalized(ranges), isNegated);
}

function parseItem(cursor: Cursor, start: number): Ranges {
  if (cursor.points[cursor.at] === OPEN && cursor.points[cursor.at + 1] === COLON) {
    const posix = parsePosixClass(cursor);
    if (posix !== null) return posix;
  }
  return parseNamedClass(cursor) ?? foldIf(cursor.flags, parseSpan(cursor, start));
}

/** `[:alpha:]`; where no `:]` follows, the bracket is a plain one. */
function parsePosixClass(cursor: Cursor): Ranges | null {
  const [written, sign, name] = /^\[:(\^?)(.*?):\]/s.exec(cursor.text(cursor.at, Infinity)) ?? [];
  if (written === undefined) return null;
  const ranges = POSIX_CLASSES.get(name!);
  if (ranges === undefined) throw notAPattern(`invalid character class range: ${written}`);
  cursor.at += written.length;
  return withSign(foldIf(cursor.flags, ranges), sign === "^");
}

/** One character, or two with a hyphen between them; a hyphen at the end stands for itself. */
function parseSpan(cursor: Cursor, start: number): Ranges {
  const from = cursor.at;
  const first = parsePoint(cursor, start);
  const next = cursor.points[cursor.at + 1];
  if (cursor.points[cursor.at] !== HYPHEN || next === undefined || next === CLOSE) return [first, first];
  cursor.at++;
  const last = parsePoint(cursor, start);
  if (last < first) throw notAPattern(`invalid character class range: ${cursor.text(from, cursor.at)}`);
  return [first, last];
}

function parsePoint(cursor: Cursor, start: number): number {
  const point = cursor.points[cursor.at];
  if (point === undefined) throw notAPattern(`missing ]: ${cursor.text(start, Infinity)}`);
  if (point === BACKSLASH) return parseEscapedPoint(cursor);
  cursor.at++;
  return point;
}
