import { drawCounts, GROUP } from "./poisson-counts.ts";

/** How many times the rows are drawn again, and from which seed: an unsigned integer of 32 bits. */
export interface Resampling {
  readonly replicates: number;
  readonly seed: number;
}

/**
 * Every replicate in turn: how often each row was drawn there. `rows` are the rows' places in the whole data set. The
 * counts of a replicate are drawn once for all that is computed from them, and are gone when the next one's come.
 */
export function resample(
  rows: Uint32Array,
  { replicates, seed }: Resampling,
  tally: (counts: Uint8Array, replicate: number) => void,
): void {
  const counts = new Uint8Array(GROUP * rows.length);
  const drawn = Array.from({ length: GROUP }, (_, k) => counts.subarray(k * rows.length, (k + 1) * rows.length));
  for (let replicate = 0; replicate < replicates; replicate++) {
    if (replicate % GROUP === 0) drawCounts(rows, { seed, group: replicate / GROUP }, counts);
    tally(drawn[replicate % GROUP]!, replicate);
  }
}
