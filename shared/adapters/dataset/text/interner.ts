import { isUtf8 } from "node:buffer";

/** Answers bytes of its own that equal `bytes[start, end)`; null when they are not UTF-8. */
export type Intern = (bytes: Uint8Array, start: number, end: number) => Uint8Array | null;

const SLOTS = 1 << 11;
/** Longer texts seldom repeat. */
const MAX_BYTES = 64;
/** Of so many texts of a column one in eight has to be an earlier one's, or none is looked for any more. */
const LOOKED_AT = 1 << 14;
const REPEATING = 1 / 8;
const NOTHING = new Uint8Array(0);

/**
 * To be kept for one column. Categories repeat few texts: the latest of each slot is answered again instead of copied. Of
 * names and numbers that do not repeat, remembering is what would cost most.
 */
export function createInterner(): Intern {
  const slots = new Array<Uint8Array>(SLOTS).fill(NOTHING);
  // Texts that do not repeat are told from those in the slots without a look at them, which is slow when memory is cold.
  const hashes = new Int32Array(SLOTS);
  let looked = 0;
  let found = 0;
  return (bytes, start, end) => {
    if (end - start > MAX_BYTES) return copied(bytes, start, end);
    if (looked === LOOKED_AT && found < LOOKED_AT * REPEATING) return copied(bytes, start, end);
    if (looked < LOOKED_AT) looked++;
    let hash = end - start;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + bytes[at]!) | 0;
    const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
    if (hashes[slot] === hash && equals(slots[slot]!, bytes, { start, end })) {
      if (looked < LOOKED_AT) found++;
      return slots[slot]!;
    }
    const text = copied(bytes, start, end);
    if (text === null) return null;
    slots[slot] = text;
    hashes[slot] = hash;
    return text;
  };
}

function copied(bytes: Uint8Array, start: number, end: number): Uint8Array | null {
  const copy = new Uint8Array(end - start);
  let isAscii = true;
  for (let at = start, to = 0; at < end; at++, to++) {
    const byte = bytes[at]!;
    copy[to] = byte;
    if (byte > 0x7f) isAscii = false;
  }
  return isAscii || isUtf8(copy) ? copy : null;
}

function equals(known: Uint8Array, bytes: Uint8Array, { start, end }: { start: number; end: number }): boolean {
  if (known.length !== end - start) return false;
  for (let index = 0; index < known.length; index++) if (known[index] !== bytes[start + index]) return false;
  return true;
}
