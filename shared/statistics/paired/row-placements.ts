import type { ClassTotals } from "../metrics/binary/rank-tally.ts";
import type { RankedRows } from "../order/ranked.ts";
import { rowsBetween } from "../order/row-parts.ts";
import type { RowStore } from "../order/row-store.ts";
import { type Below, NOTHING_BELOW, placementOfNegative, placementOfPositive, placementsOf } from "./placements.ts";

/** Rows' placements, handed over as they are ranked and read row by row, however many of them tie. */
export interface RowPlacements {
  /** The next rows from the lowest score to the highest. */
  readonly add: (part: RankedRows) => void;
  /** Once all were added: those of consecutive rows, in their own order; gone when others are asked for. */
  readonly read: (firstRow: number, labels: Uint8Array) => Float64Array;
}

/** Rows of one score. The one at the end of a part perhaps goes on in the next one. */
interface Tie {
  readonly score: number;
  readonly positive: number;
  readonly negative: number;
}

interface TiePlacements {
  readonly ofPositive: number;
  readonly ofNegative: number;
}

export function rowPlacements(totals: ClassTotals, placed: RowStore): RowPlacements {
  /** Of the ties that were open at the end of a part: their placements were not known when their rows were written. */
  const late: TiePlacements[] = [];
  let open: Tie | null = null;
  let room = new Float64Array(0);
  let below: Below = NOTHING_BELOW;

  function roomFor({ rows }: RankedRows): Float64Array {
    if (room.length < rows.length) room = new Float64Array(rows.length);
    return room.subarray(0, rows.length);
  }

  function closeOpen(): void {
    if (open === null) return;
    late.push({
      ofPositive: placementOfPositive(below.negative, open.negative, totals),
      ofNegative: placementOfNegative(below.positive, open.positive, totals),
    });
    below = { positive: below.positive + open.positive, negative: below.negative + open.negative };
    open = null;
  }

  function leaveOpen(rows: RankedRows): void {
    open = tieOf(rows, open);
    // A placement is hardly below 0: what is at most −1 names a tie.
    placed.write(rows.rows, roomFor(rows).fill(-1 - late.length));
  }

  function add(part: RankedRows): void {
    const { scores } = part;
    const first = open === null ? 0 : endOf(open.score, scores);
    if (first > 0) leaveOpen(rowsBetween(part, 0, first));
    if (first === scores.length) return;
    closeOpen();
    const last = startOfLastTie(scores);
    const closing = rowsBetween(part, first, last);
    const closed = placementsOf(closing, totals, { below, values: roomFor(closing) });
    below = closed.below;
    placed.write(closed.rows, closed.values);
    leaveOpen(rowsBetween(part, last, scores.length));
  }

  function read(firstRow: number, labels: Uint8Array): Float64Array {
    closeOpen();
    const values = placed.read(firstRow, labels.length);
    for (let row = 0; row < values.length; row++) {
      const value = values[row]!;
      if (value <= -1) values[row] = placementIn(late[-1 - value]!, labels[row]!);
    }
    return values;
  }
  return { add, read };
}

/** Where the rows of this score end, which come first if there are any. */
function endOf(score: number, scores: Float64Array): number {
  let end = 0;
  while (end < scores.length && scores[end] === score) end++;
  return end;
}

/** NaN ties with nothing, not even itself. */
function startOfLastTie(scores: Float64Array): number {
  let start = scores.length - 1;
  while (start > 0 && scores[start - 1] === scores[start]) start--;
  return start;
}

/** Added up row by row behind what was open, so that where parts are cut changes no bit. */
function tieOf({ scores, labels, weights }: RankedRows, open: Tie | null): Tie {
  let { positive, negative } = open ?? { positive: 0, negative: 0 };
  // A NaN has no rank, which leaves unknown how it and the rows behind it are placed.
  if (Number.isNaN(scores[0])) [positive, negative] = [Number.NaN, Number.NaN];
  for (let i = 0; i < scores.length; i++) {
    const weight = weights === undefined ? 1 : weights[i]!;
    positive += labels[i]! * weight;
    negative += (1 - labels[i]!) * weight;
  }
  return { score: scores[0]!, positive, negative };
}

function placementIn({ ofPositive, ofNegative }: TiePlacements, label: number): number {
  return label === 1 ? ofPositive : ofNegative;
}
