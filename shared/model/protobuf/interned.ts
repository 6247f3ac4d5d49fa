import type { Wire } from "./wire.ts";

/** One value for each stretch of equal bytes. */
export interface Interned<Value> {
  find(start: number, end: number): Value | undefined;
  keep(start: number, end: number, value: Value): void;
}

/** A power of two. A later stretch takes the place of an earlier one: a hostile file makes no chains, only misses. */
const SLOTS = 8192;

export function interner<Value>({ bytes, view }: Wire): Interned<Value> {
  const starts = new Int32Array(SLOTS);
  const lengths = new Int32Array(SLOTS);
  const values: (Value | undefined)[] = new Array(SLOTS).fill(undefined);
  return {
    find(start, end) {
      const slot = slotOf(view, start, end);
      if (lengths[slot] !== end - start) return undefined;
      for (let at = start, other = starts[slot]!; at < end; at++, other++) {
        if (bytes[at] !== bytes[other]) return undefined;
      }
      return values[slot];
    },
    keep(start, end, value) {
      const slot = slotOf(view, start, end);
      starts[slot] = start;
      lengths[slot] = end - start;
      values[slot] = value;
    },
  };
}

/** Four bytes at a time: this runs over half of a graph. */
function slotOf(view: DataView, start: number, end: number): number {
  let hash = end - start;
  let at = start;
  for (; at + 4 <= end; at += 4) hash = Math.imul(hash ^ view.getInt32(at, true), 0x01000193) ^ (hash >>> 15);
  for (; at < end; at++) hash = Math.imul(hash ^ view.getUint8(at), 0x01000193);
  return (hash ^ (hash >>> 13)) & (SLOTS - 1);
}
