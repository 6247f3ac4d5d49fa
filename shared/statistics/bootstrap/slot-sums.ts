/** A value that each row of a sample adds to one of several sums. */
export interface SlotColumn {
  /** Row after row: which sum its value belongs to. */
  readonly slots: Uint32Array;
  readonly values: Float64Array;
}

/** How often each row was drawn → every sum; gone when they are asked for again. */
export type SlotSums = (counts: Uint8Array) => Float64Array;

/** Whatever is computed from sums over rows is resampled by them. No two columns add to the same sum. */
export function slotSums(columns: readonly SlotColumn[], slots: number): SlotSums {
  const sums = new Float64Array(slots);
  const sorted = columns.map((column) => bySlot(column, slots));
  return (counts) => {
    for (const column of sorted) addUp(column, counts, sums);
    return sums;
  };
}

/** A column's rows, those of one sum together: what is added up in a register takes a tenth of the time. */
interface SortedColumn {
  /** The sums that any row adds to, and where the rows of each end. */
  readonly slots: Uint32Array;
  readonly ends: Uint32Array;
  readonly rows: Uint32Array;
  readonly values: Float64Array;
}

/** Rows stay in their own order, so that sums round as if they had been added one after the other. */
function bySlot({ slots, values }: SlotColumn, count: number): SortedColumn {
  const ends = new Uint32Array(count);
  for (let row = 0; row < slots.length; row++) ends[slots[row]!]!++;
  const own = Uint32Array.from(ends.keys()).filter((slot) => ends[slot] !== 0);
  for (let slot = 1; slot < count; slot++) ends[slot]! += ends[slot - 1]!;
  const next = Uint32Array.from(ends, (_, slot) => (slot === 0 ? 0 : ends[slot - 1]!));
  const rows = new Uint32Array(slots.length);
  for (let row = 0; row < slots.length; row++) rows[next[slots[row]!]!++] = row;
  return {
    slots: own,
    ends: Uint32Array.from(own, (slot) => ends[slot]!),
    rows,
    values: Float64Array.from(rows, (row) => values[row]!),
  };
}

function addUp({ slots, ends, rows, values }: SortedColumn, counts: Uint8Array, sums: Float64Array): void {
  let entry = 0;
  for (let index = 0; index < slots.length; index++) {
    let sum = 0;
    for (const end = ends[index]!; entry < end; entry++) sum += counts[rows[entry]!]! * values[entry]!;
    sums[slots[index]!] = sum;
  }
}
