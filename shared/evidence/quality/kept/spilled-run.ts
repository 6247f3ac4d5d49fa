import type { Spill } from "../../../ports/spill.ts";
import type { RankedRows } from "../../../statistics/order/ranked.ts";
import { emptyRows, rowsBetween } from "../../../statistics/order/row-parts.ts";

const PART_ROWS = 4096;

/** A sorted run on disk, to be read from its start any number of times. */
export function spilledRun(run: RankedRows, spill: Spill): Iterable<RankedRows> {
  const places = {
    scores: spill.append(bytesOf(run.scores)),
    labels: spill.append(run.labels),
    rows: spill.append(bytesOf(run.rows)),
    weights: run.weights === undefined ? null : spill.append(bytesOf(run.weights)),
  };
  const { length } = run.rows;
  return {
    *[Symbol.iterator]() {
      // One place of memory, because a merge is done with a part when it asks for the next one.
      const room = emptyRows(PART_ROWS, places.weights !== null);
      for (let from = 0; from < length; from += PART_ROWS) {
        const part = rowsBetween(room, 0, Math.min(PART_ROWS, length - from));
        for (const name of ["scores", "labels", "rows", "weights"] as const) {
          const [column, place] = [part[name], places[name]];
          if (column !== undefined) spill.read(place! + from * column.BYTES_PER_ELEMENT, bytesOf(column));
        }
        yield part;
      }
    },
  };
}

type Numbers = Uint8Array | Uint32Array | Float64Array;

function bytesOf(values: Numbers): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
