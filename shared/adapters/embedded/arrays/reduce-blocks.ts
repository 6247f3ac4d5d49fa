import type { Blocks } from "./axes.ts";
import type { Reducer } from "./reducers.ts";
import type { Work, WorkNumbers } from "./work.ts";

/** After so many rows of float64 their sum is put aside, so that errors do not pile up. */
const LONG_COLUMN = 256;

/** Reduces the middle one of three axes, which is not empty, into `out`, which holds the results of nothing. */
export function reduceBlocks(data: Work, blocks: Blocks, reducer: Reducer, out: Work): void {
  if (out.length === 0) return;
  if (blocks.inner === 1 && reducer.row !== null) reduceRows(data as WorkNumbers, blocks, reducer.row, out);
  else reduceColumns(data, blocks, reducer, out);
}

function reduceRows(data: WorkNumbers, { outer, size }: Blocks, row: NonNullable<Reducer["row"]>, out: Work): void {
  for (let block = 0; block < outer; block++) out[block] = row(data, block * size, size);
}

/** Row after row is folded into accumulators. */
function reduceColumns(data: Work, { outer, size, inner }: Blocks, { fold, merge }: Reducer, out: Work): void {
  const totals = accumulators(data, inner);
  const isLong = data instanceof Float64Array && size > LONG_COLUMN;
  const part = isLong ? accumulators(data, inner) : totals;
  for (let block = 0; block < outer; block++) {
    const start = out.subarray(block * inner, (block + 1) * inner);
    totals.set(start as never);
    part.set(start as never);
    for (let row = 0; row < size; row++) {
      fold(part, 0, data, (block * size + row) * inner, inner);
      if (isLong && row % LONG_COLUMN === LONG_COLUMN - 1) {
        merge(totals, 0, part, 0, inner);
        part.set(start as never);
      }
    }
    if (isLong) merge(totals, 0, part, 0, inner);
    out.set(totals as never, block * inner);
  }
}

/** Floats are added up in double precision. */
function accumulators(data: Work, count: number): Work {
  if (data instanceof Float32Array) return new Float64Array(count);
  return new (data.constructor as new (length: number) => Work)(count);
}
