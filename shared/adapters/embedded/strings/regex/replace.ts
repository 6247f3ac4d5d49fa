import { concatBytes } from "../bytes.ts";
import { codePointLength } from "../utf8.ts";
import { findGroups, findMatch, type Regex, type Subject } from "./regex.ts";

/** Bytes to copy, or the number of a group to insert. */
type RewritePart = Uint8Array | number;

export interface Rewrite {
  readonly parts: readonly RewritePart[];
  readonly lastGroup: number;
  /** A backslash before something else: RE2 stops there. */
  readonly isCut: boolean;
}

const BACKSLASH = 0x5c;

/** `\1` is the first group, `\0` the match, `\\` a backslash. */
export function parseRewrite(rewrite: Uint8Array): Rewrite {
  const parts: RewritePart[] = [];
  let lastGroup = 0;
  let from = 0;
  let isCut = false;
  for (let at = rewrite.indexOf(BACKSLASH); at >= 0; at = rewrite.indexOf(BACKSLASH, at + 2)) {
    const next = rewrite[at + 1] ?? 0;
    const group = next - 0x30;
    const isGroup = group >= 0 && group <= 9;
    if (isGroup) lastGroup = Math.max(lastGroup, group);
    if (isCut) continue;
    parts.push(rewrite.subarray(from, at));
    from = at + 2;
    if (isGroup) parts.push(group);
    else if (next === BACKSLASH) from = at + 1;
    else isCut = true;
  }
  if (!isCut) parts.push(rewrite.subarray(from));
  return { parts, lastGroup, isCut };
}

/** The text itself where nothing matches. */
export function replaceMatches(regex: Regex, subject: Subject, rewrite: Rewrite, everywhere: boolean): Uint8Array {
  const { text, checkDeadline } = subject;
  if (rewrite.lastGroup > regex.groupCount || (rewrite.isCut && !everywhere)) return text;
  const pieces: Uint8Array[] = [];
  let at = 0;
  let copied = -1;
  while (at <= text.length) {
    const match = findMatch(regex, subject, at);
    if (match === null) break;
    checkDeadline();
    const [begin, end] = match;
    if (begin === copied && begin === end) {
      // An empty match right after a match does not count: on by one character.
      at += at < text.length ? codePointLength(text, at) : 1;
      continue;
    }
    pieces.push(text.subarray(Math.max(0, copied), begin));
    pushRewritten(pieces, rewrite, text, rewrite.lastGroup === 0 ? match : findGroups(regex, subject, begin));
    at = copied = end;
    if (!everywhere) break;
  }
  return copied < 0 ? text : concatBytes([...pieces, text.subarray(copied)]);
}

function pushRewritten(pieces: Uint8Array[], { parts }: Rewrite, text: Uint8Array, places: ArrayLike<number>): void {
  for (const part of parts) {
    if (typeof part !== "number") pieces.push(part);
    else if (places[2 * part]! >= 0) pieces.push(text.subarray(places[2 * part]!, places[2 * part + 1]!));
  }
}
