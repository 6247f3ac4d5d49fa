import type { Spill } from "../../../ports/spill.ts";
import type { ClassTotals } from "../../../statistics/metrics/binary/rank-tally.ts";
import type { RankedRows } from "../../../statistics/order/ranked.ts";
import { placementsByRow, placementsOf } from "../../../statistics/paired/placements.ts";
import { type SpilledPlacements, spilledPlacements } from "../../../statistics/paired/spilled-placements.ts";
import type { Model } from "../curves.ts";
import type { KeptRows, Rooms } from "../kept-rows.ts";

/** Rows' placements by one model, handed over in the order of the scores and read in that of the rows. */
export function placedRows({ rows, model }: Placed, totals: ClassTotals, spill: Spill): SpilledPlacements {
  return rows.rows() > rows.runRows ? spilledPlacements(totals, spill) : heldPlacements(rows.rooms, model, totals);
}

interface Placed {
  readonly rows: KeptRows;
  readonly model: Model;
}

/** So many rows are sorted in memory, and come as one part. */
function heldPlacements(rooms: Rooms, model: Model, totals: ClassTotals): SpilledPlacements {
  let byRow: Float64Array = new Float64Array(0);
  return {
    add(part: RankedRows) {
      const { length } = part.rows;
      byRow = placementsByRow(placementsOf(part, totals, { values: rooms.ranked(length) }), rooms[model](length));
    },
    read: (firstRow, labels) => byRow.subarray(firstRow, firstRow + labels.length),
  };
}
