import { type Cursor, type Flags, notAPattern } from "./cursor.ts";

export interface Group {
  /** Its number from 1 on, or null when it captures nothing. */
  readonly number: number | null;
}

const FLAGS: Readonly<Record<string, keyof Flags>> = { i: "foldCase", m: "multiLine", s: "dotAll", U: "swapGreed" };
const NAME = /^\w+$/;
const CLOSE = 0x3e;

/** From an opening parenthesis on; `(?i)` is no group but sets flags for the rest of the one around it. */
export function parseGroupStart(cursor: Cursor): Group | "flags" {
  if (cursor.text(cursor.at, cursor.at + 2) !== "(?") {
    cursor.at++;
    return { number: ++cursor.groupCount };
  }
  if (cursor.text(cursor.at, cursor.at + 4) === "(?P<") return parseNamedGroup(cursor);
  return parseFlags(cursor) ? { number: null } : "flags";
}

function parseNamedGroup(cursor: Cursor): Group {
  const start = cursor.at;
  const first = cursor.points.indexOf(0x3c, start) + 1;
  const end = cursor.points.indexOf(CLOSE, first);
  const name = cursor.text(first, end);
  if (end < 0 || end - first !== name.length || !NAME.test(name)) {
    throw notAPattern(`invalid named capture group: ${cursor.text(start, end < 0 ? Infinity : end + 1)}`);
  }
  cursor.at = end + 1;
  return { number: ++cursor.groupCount };
}

/** True when a group follows: `(?i:…)`. */
function parseFlags(cursor: Cursor): boolean {
  const start = cursor.at;
  const text = cursor.text(start, Infinity);
  const written = /^\(\?(?<on>[imsU]*)(?<off>-[imsU]+)?(?<end>[:)])/.exec(text)?.groups;
  if (written === undefined) throw notAPattern(`invalid perl operator: ${/^\(\?[imsU]*-?[imsU]*.?/s.exec(text)![0]}`);
  const { on = "", off = "", end = "" } = written;
  const flags: Record<keyof Flags, boolean> = { ...cursor.flags };
  for (const letter of on) flags[FLAGS[letter]!] = true;
  for (const letter of off.slice(1)) flags[FLAGS[letter]!] = false;
  cursor.flags = flags;
  cursor.at = start + 2 + on.length + off.length + 1;
  return end === ":";
}
