import type { Spill } from "../../../ports/spill.ts";
import type { RankedRows } from "../../../statistics/order/ranked.ts";
import type { GroupRows } from "../group-rows.ts";
import type { ScoredBatch } from "../scored-batch.ts";
import { type KeptBlocks, keptBlocks } from "./kept-blocks.ts";
import { type Orders, orders } from "./orders.ts";
import type { Ranking } from "./ranking.ts";

/** The rows of one group, to be gone through again. */
export interface KeptRows {
  readonly rows: () => number;
  /** In their order, block by block; each is gone when any group's next one is asked for. */
  readonly parts: () => Iterable<GroupRows>;
  /** Whether they are few enough for memory. */
  readonly areHeld: () => boolean;
  /** From the lowest to the highest; each part is gone when any group's next one is asked for. */
  readonly ranked: (ranking: Ranking) => AsyncIterable<RankedRows>;
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
  const blocks = keptBlocks(slices, spill, memoryBytes);
  const order = orders(blocks, spill, memoryBytes);
  return {
    add: blocks.add,
    all: groupOf(null, blocks, order),
    slices: Array.from({ length: slices }, (_, slice) => groupOf(slice, blocks, order)),
  };
}

/** `null` is the group of all rows. */
function groupOf(slice: number | null, blocks: KeptBlocks, order: Orders): KeptRows {
  return {
    rows: () => blocks.rows(slice),
    parts: () => blocks.parts(slice),
    areHeld: () => order.areHeld(slice),
    ranked: (ranking) => order.ranked(slice, ranking),
  };
}
