import type { RankedRows } from "../../../statistics/order/ranked.ts";
import { emptyRows, rowsBetween } from "../../../statistics/order/row-parts.ts";
import { lowestBit } from "./kept-block.ts";
import type { Members } from "./kept-blocks.ts";

/** All rows as they are ranked. */
export interface Order {
  readonly rows: RankedRows;
  /** For each row, how many are ranked before it. */
  readonly ranks: Uint32Array;
}

/** Ranks a slice without sorting anything. What was ranked before is gone. */
export type RankWithin = (order: Order, members: Iterable<Members>, count: number) => RankedRows;

const WORD_BITS = 32;

export function orderOf(rows: RankedRows): Order {
  const ranks = new Uint32Array(rows.rows.length);
  for (let rank = 0; rank < ranks.length; rank++) ranks[rows.rows[rank]!] = rank;
  return { rows, ranks };
}

/** A bit is set for the rank of each of the slice's rows; then the bits are read from the first on. */
export function rankWithin(): RankWithin {
  let isMember = new Uint32Array(0);
  /** For each rank that is the slice's, which of the slice's rows has it. */
  let ownRow = new Uint32Array(0);
  let room = emptyRows(0, false);
  return ({ rows, ranks }, members, count) => {
    if (ownRow.length < ranks.length) {
      [isMember, ownRow] = [new Uint32Array(Math.ceil(ranks.length / WORD_BITS)), new Uint32Array(ranks.length)];
    }
    if (room.rows.length < count) room = emptyRows(count, rows.weights !== undefined);
    mark(members, ranks, { isMember, ownRow });
    const own = rowsBetween(room, 0, count);
    takeMarked(rows, own, { isMember, ownRow });
    return own;
  };
}

interface Marks {
  readonly isMember: Uint32Array;
  readonly ownRow: Uint32Array;
}

function mark(members: Iterable<Members>, ranks: Uint32Array, { isMember, ownRow }: Marks): void {
  let next = 0;
  for (const { firstRow, places } of members) {
    for (let i = 0; i < places.length; i++) {
      const rank = ranks[firstRow + places[i]!]!;
      isMember[rank >>> 5]! |= 1 << rank;
      ownRow[rank] = next++;
    }
  }
}

/** And leaves no mark. */
function takeMarked(all: RankedRows, own: RankedRows, { isMember, ownRow }: Marks): void {
  let next = 0;
  for (let word = 0; word < isMember.length; word++) {
    for (let bits = isMember[word]!; bits !== 0; bits &= bits - 1) {
      const rank = WORD_BITS * word + lowestBit(bits);
      own.scores[next] = all.scores[rank]!;
      own.labels[next] = all.labels[rank]!;
      if (own.weights !== undefined) own.weights[next] = all.weights![rank]!;
      own.rows[next++] = ownRow[rank]!;
    }
    isMember[word] = 0;
  }
}
