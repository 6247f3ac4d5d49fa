import type { Spill } from "../../../ports/spill.ts";
import type { RankedRows } from "../../../statistics/order/ranked.ts";
import type { GroupRows } from "../group-rows.ts";
import type { ScoredBatch } from "../scored-batch.ts";
import { keptBlocks } from "./kept-blocks.ts";
import { orders, runRowsIn } from "./orders.ts";
import type { Ranking } from "./ranking.ts";
import { type RowNumbers, rowNumbers } from "./row-numbers.ts";

/** The rows of one group, to be gone through again. */
export interface KeptRows {
  readonly rows: () => number;
  /** In their order, block by block; each is gone when any group's next one is asked for. */
  readonly parts: () => Iterable<GroupRows>;
  /** From the lowest to the highest; each part is gone when any group's next one is asked for. */
  readonly ranked: (ranking: Ranking) => AsyncIterable<RankedRows>;
  /** Room for a number to each row. */
  readonly numbers: RowNumbers;
}

/** Every row is kept once, with the slices that it belongs to: in memory while there are few, then on disk. */
export interface Keeper {
  /** The next rows, all of one block. */
  readonly add: (block: ScoredBatch) => void;
  readonly all: KeptRows;
  readonly slices: readonly KeptRows[];
}

const MEMORY_BYTES = 24 * 2 ** 20;

export function keeper(slices: number, spill: Spill, memoryBytes = MEMORY_BYTES): Keeper {
  // Half of it: sorting a run of them, and what is remembered of their ranks, take as much again.
  const blocks = keptBlocks(slices, spill, memoryBytes / 2);
  const runRows = runRowsIn(memoryBytes);
  const order = orders(blocks, spill, runRows);
  const numbers = rowNumbers(spill, { most: memoryBytes / Float64Array.BYTES_PER_ELEMENT, runRows });
  const groupOf = (slice: number | null): KeptRows => ({
    rows: () => blocks.rows(slice),
    parts: () => blocks.parts(slice),
    ranked: (ranking) => order(slice, ranking),
    numbers,
  });
  return { add: blocks.add, all: groupOf(null), slices: Array.from({ length: slices }, (_, slice) => groupOf(slice)) };
}
