import type { Spill } from "../../../ports/spill.ts";
import { heldRows, type RowStore, rowStore } from "../../../statistics/order/row-store.ts";
import { scratch } from "../scratch.ts";

/** Room for a number to each row of a group: in memory as far as that goes, else on disk. */
export interface RowNumbers {
  /** For as long as it is referred to. */
  readonly lasting: (rows: number) => RowStore;
  /** Until it is asked for again. */
  readonly passing: (rows: number) => RowStore;
}

/** However many groups there are, what lasts takes no more than `most` numbers, and what passes no more than a run. */
export function rowNumbers(spill: Spill, { most, runRows }: { most: number; runRows: number }): RowNumbers {
  const room = scratch();
  let left = most;
  return {
    lasting(rows) {
      if (rows > left) return rowStore(spill);
      left -= rows;
      return heldRows(new Float64Array(rows));
    },
    passing: (rows) => (rows > runRows ? rowStore(spill) : heldRows(room(rows))),
  };
}
