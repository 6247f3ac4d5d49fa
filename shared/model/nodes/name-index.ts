import { NAME_CELLS, type NodeColumns, type Stretch } from "./columns.ts";
import { isSame, type Text } from "./names.ts";

/** Which node of a stretch has a name. */
export interface NameIndex {
  /** The last place of the name that lies there, or −1. */
  find(text: Text, start: number, end: number, hash: number): number;
  /** Places whose name stands at an earlier one too. */
  readonly repeated: readonly number[];
}

/** Fewer than one name in a thousand takes so many steps; a hostile file makes all names of one hash. */
const MOST_STEPS = 64;

export type NameIndexer = (stretch: Stretch) => NameIndex;

/** Indexes one stretch at a time, in the same memory: an index is good until that of another stretch is asked for. */
export function nameIndexer(columns: NodeColumns): NameIndexer {
  let slots = new Int32Array(0);
  let latest: { readonly stretch: Stretch; readonly index: NameIndex } | undefined;
  return (stretch) => {
    if (latest?.stretch !== stretch) {
      const size = 2 ** Math.ceil(Math.log2(stretch.count * 2 + 2));
      if (slots.length < size) slots = new Int32Array(size);
      const index = openIndex(columns, stretch, slots.subarray(0, size).fill(-1)) ?? mappedIndex(columns, stretch);
      latest = { stretch, index };
    }
    return latest.index;
  };
}

/** Over the names as they lie in the file, so that no string is made; null where too many of them are alike. */
function openIndex({ text, names }: NodeColumns, { first, count }: Stretch, slots: Int32Array): NameIndex | null {
  const mask = slots.length - 1;
  const repeated: number[] = [];

  /** The slot of the name, or the empty one where it would stand, or −1. */
  const slotOf = (from: Text, start: number, end: number, hash: number): number => {
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let step = 0; step < MOST_STEPS; step++, slot = (slot + 1) & mask) {
      const place = slots[slot]!;
      if (place < 0) return slot;
      const cell = (first + place) * NAME_CELLS;
      if (names[cell + 2] !== hash || names[cell + 1]! - names[cell]! !== end - start) continue;
      if (isSame(from, start, end, text, names[cell]!)) return slot;
    }
    return -1;
  };

  for (let place = 0; place < count; place++) {
    const cell = (first + place) * NAME_CELLS;
    const slot = slotOf(text, names[cell]!, names[cell + 1]!, names[cell + 2]!);
    if (slot < 0) return null;
    if (slots[slot]! >= 0) repeated.push(place);
    slots[slot] = place;
  }
  return {
    repeated,
    find(from, start, end, hash) {
      const slot = slotOf(from, start, end, hash);
      return slot < 0 ? -1 : slots[slot]!;
    },
  };
}

/** Strings, whose hash nobody can foresee. */
function mappedIndex({ text, names }: NodeColumns, { first, count }: Stretch): NameIndex {
  const places = new Map<string, number>();
  const repeated: number[] = [];
  for (let place = 0; place < count; place++) {
    const cell = (first + place) * NAME_CELLS;
    const name = asString(text, names[cell]!, names[cell + 1]!);
    if (places.has(name)) repeated.push(place);
    places.set(name, place);
  }
  return { repeated, find: (from, start, end) => places.get(asString(from, start, end)) ?? -1 };
}

function asString(text: Text, start: number, end: number): string {
  return Buffer.from(text.buffer, text.byteOffset + start, end - start).toString("latin1");
}
