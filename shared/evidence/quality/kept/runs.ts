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

export interface RunRooms {
  readonly scores: Scratch;
  readonly weights: Scratch;
  /** At least as many as a run has rows. */
  readonly labels: Uint8Array;
}

export function runRooms(rows: number): RunRooms {
  return { scores: scratch(), weights: scratch(), labels: new Uint8Array(rows) };
}

/** As many rows as there is room for, run by run; each is gone when the next one is asked for. */
export function* runsOf(
  parts: Iterable<GroupRows>,
  { sortBy }: Ranking,
  { rows, rooms }: { readonly rows: number; readonly rooms: RunRooms },
): Generator<Run> {
  const most = Math.min(rows, rooms.labels.length);
  const [scores, labels] = [rooms.scores(most), rooms.labels.subarray(0, most)];
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
      weights ??= rooms.weights(most);
      weights.set(unranked.weights, filled);
    }
    filled += part.rows;
  }
  if (filled > 0) yield run();
}
