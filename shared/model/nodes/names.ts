/** Bytes that names lie in. */
export type Text = Uint8Array;

/** What one pass over a name tells. The same object each time: it is read at once. */
interface Scanned {
  hash: number;
  /** Where the node's name ends: at the first colon. */
  nameEnd: number;
  isLegal: boolean;
  isAscii: boolean;
}

const scanned: Scanned = { hash: 0, nameEnd: 0, isLegal: false, isAscii: true };

const FIRST = 1;
const LATER = 2;
const COLON = 0x3a;
export const CONTROL = 0x5e;
const PRIME = 0x01000193;

/** What TensorFlow allows at the beginning of a node's name, and behind it. */
const ALLOWED = new Uint8Array(256);
for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.") {
  ALLOWED[character.charCodeAt(0)] = FIRST | LATER;
}
for (const character of "_\\/>-") ALLOWED[character.charCodeAt(0)] = LATER;

export function scanName(text: Text, start: number, end: number): Readonly<Scanned> {
  let hash = 0;
  let bits = 0;
  let allowed = start < end ? ALLOWED[text[start]!]! & FIRST : 0;
  if (allowed !== 0) allowed = LATER;
  for (let at = start; at < end; at++) {
    const byte = text[at]!;
    bits |= byte;
    allowed &= ALLOWED[byte]!;
    hash = Math.imul(hash ^ byte, PRIME);
  }
  scanned.hash = hash;
  scanned.isLegal = allowed !== 0;
  scanned.isAscii = bits < 0x80;
  return scanned;
}

/** `node`, `node:1`, `^control` in a graph; `node:output:0`, `argument:1` in a function. */
export function scanInput(text: Text, start: number, end: number): Readonly<Scanned> {
  let hash = 0;
  let bits = 0;
  let at = start < end && text[start] === CONTROL ? start + 1 : start;
  for (; at < end && text[at] !== COLON; at++) {
    const byte = text[at]!;
    bits |= byte;
    hash = Math.imul(hash ^ byte, PRIME);
  }
  scanned.nameEnd = at;
  for (; at < end; at++) bits |= text[at]!;
  scanned.hash = hash;
  scanned.isAscii = bits < 0x80;
  return scanned;
}

export function isSame(text: Text, start: number, end: number, other: Text, otherStart: number): boolean {
  for (let at = start, beside = otherStart; at < end; at++, beside++) if (text[at] !== other[beside]) return false;
  return true;
}
