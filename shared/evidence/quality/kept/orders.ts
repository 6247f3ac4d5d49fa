import type { Spill } from "../../../ports/spill.ts";
import { BLOCK_ROWS } from "../../../statistics/block-rows.ts";
import { mergeRuns } from "../../../statistics/order/merge-runs.ts";
import { type RankedRows, ranked } from "../../../statistics/order/ranked.ts";
import { rowsBetween } from "../../../statistics/order/row-parts.ts";
import type { KeptBlocks } from "./kept-blocks.ts";
import { type Order, orderOf, rankWithin } from "./ranked-within.ts";
import type { Ranking } from "./ranking.ts";
import { type RunRoom, runRoom, runsOf } from "./runs.ts";
import { spilledRun } from "./spilled-run.ts";

/**
 * A group's rows by what a task ranks them by; the slice `null` is all rows. Each part is gone when any group's next one is
 * asked for.
 */
export type Orders = (slice: number | null, ranking: Ranking) => AsyncIterable<RankedRows>;

/** What sorting takes for a row: a label, a weight and a score. */
const SORTED_BYTES = 24;

/** Whole blocks. */
export function runRowsIn(memoryBytes: number): number {
  return BLOCK_ROWS * Math.max(1, Math.floor(memoryBytes / SORTED_BYTES / BLOCK_ROWS));
}

/**
 * Rows that a run has room for are sorted once, and a slice's are among them in their order. More are sorted in runs, group
 * by group, and the runs are merged.
 */
export function orders(blocks: KeptBlocks, spill: Spill, runRows: number): Orders {
  const within = rankWithin();
  let room: RunRoom | null = null;
  let current: { readonly ranking: Ranking; readonly order: Order } | null = null;
  const areHeld = (slice: number | null): boolean => blocks.rows(slice) <= runRows;

  function* sortedRuns(slice: number | null, ranking: Ranking): Generator<RankedRows> {
    current = null;
    room ??= runRoom(Math.min(runRows, blocks.rows(null)));
    for (const { rows, firstRow } of runsOf(blocks.parts(slice), ranking, room))
      yield ranked(rows, firstRow, room.sorting);
  }

  /** Of all rows, once for all groups. */
  function orderBy(ranking: Ranking): Order | null {
    if (current?.ranking === ranking) return current.order;
    for (const rows of sortedRuns(null, ranking)) current = { ranking, order: orderOf(rows) };
    return current?.order ?? null;
  }

  function* heldBy(slice: number | null, ranking: Ranking): Generator<RankedRows> {
    if (!areHeld(null)) yield* sortedRuns(slice, ranking);
    else {
      const order = orderBy(ranking)!;
      yield slice === null ? order.rows : within(order, blocks.members(slice), blocks.rows(slice));
    }
  }

  return async function* rankedBy(slice: number | null, ranking: Ranking): AsyncGenerator<RankedRows> {
    if (blocks.rows(slice) === 0) return;
    if (areHeld(slice)) for (const rows of heldBy(slice, ranking)) yield* inParts(rows);
    else yield* mergeRuns(Array.from(sortedRuns(slice, ranking), (run) => spilledRun(run, spill)));
  };
}

/** What several tallies look at one after the other stays in the processor's cache. */
const PART_ROWS = 8192;

function* inParts(all: RankedRows): Generator<RankedRows> {
  const { length } = all.rows;
  for (let from = 0; from < length; from += PART_ROWS) yield rowsBetween(all, from, Math.min(from + PART_ROWS, length));
}
