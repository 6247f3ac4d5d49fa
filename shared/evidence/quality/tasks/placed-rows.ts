import type { Spill } from "../../../ports/spill.ts";
import type { ClassTotals } from "../../../statistics/metrics/binary/rank-tally.ts";
import type { RankedRows } from "../../../statistics/order/ranked.ts";
import { placementsByRow, placementsOf } from "../../../statistics/paired/placements.ts";
import { type SpilledPlacements, spilledPlacements } from "../../../statistics/paired/spilled-placements.ts";
import type { KeptRows } from "../kept/kept-rows.ts";

/** Rows' placements by one model, handed over in the order of the scores and read in that of the rows. */
export function placedRows(rows: KeptRows, totals: ClassTotals, spill: Spill): SpilledPlacements {
  return rows.areHeld() ? heldPlacements(totals) : spilledPlacements(totals, spill);
}

/** So many rows are sorted in memory, and come as one part. */
function heldPlacements(totals: ClassTotals): SpilledPlacements {
  let byRow: Float64Array = new Float64Array(0);
  return {
    add(part: RankedRows) {
      byRow = placementsByRow(placementsOf(part, totals));
    },
    read: (firstRow, labels) => byRow.subarray(firstRow, firstRow + labels.length),
  };
}
