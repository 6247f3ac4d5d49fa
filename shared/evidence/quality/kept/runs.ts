import { type SortRoom, sortRoom } from "../../../statistics/order/radix-sort.ts";
import type { UnrankedRows } from "../../../statistics/order/ranked.ts";
import type { GroupRows } from "../group-rows.ts";
import { type Scratch, scratch } from "../scratch.ts";
import type { Ranking } from "./ranking.ts";

/** Consecutive rows of a group as they are sorted together. */
export interface Run {
  /** Those of the group before it. */
  readonly firstRow: number;
  readonly rows: UnrankedRows;
}

/** For the rows of one run. */
export interface RunRoom {
  readonly labels: Uint8Array;
  readonly scores: Float64Array;
  readonly weights: Scratch;
  readonly sorting: SortRoom;
}

export function runRoom(rows: number): RunRoom {
  return {
    labels: new Uint8Array(rows),
    scores: new Float64Array(rows),
    weights: scratch(),
    sorting: sortRoom(rows),
  };
}

/** As many rows as there is room for, run by run; each is gone when the next one is asked for. */
export function* runsOf(parts: Iterable<GroupRows>, { sortBy }: Ranking, room: RunRoom): Generator<Run> {
  const { labels, scores } = room;
  const most = labels.length;
  let weights: Float64Array | undefined;
  let [firstRow, filled] = [0, 0];
  const run = (): Run => ({
    firstRow,
    rows: {
      scores: scores.subarray(0, filled),
      labels: labels.subarray(0, filled),
      weights: weights?.subarray(0, filled),
    },
  });
  for (const part of parts) {
    if (filled + part.rows > most) {
      yield run();
      firstRow += filled;
      filled = 0;
    }
    const unranked = sortBy(part);
    scores.set(unranked.scores, filled);
    labels.set(unranked.labels, filled);
    if (unranked.weights !== undefined) {
      weights ??= room.weights(most);
      weights.set(unranked.weights, filled);
    }
    filled += part.rows;
  }
  if (filled > 0) yield run();
}
