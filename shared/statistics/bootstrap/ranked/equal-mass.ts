import type { RankedSample } from "./ranked-sample.ts";

/** Weight × (score − label) of each row in its order. */
export function gapsOf({ scores, labels, weights }: RankedSample): Float64Array {
  return scores.map((score, i) => (weights === undefined ? 1 : weights[i]!) * (score - labels[i]!));
}

export interface Gaps {
  readonly places: Uint32Array;
  readonly gaps: Float64Array;
}

const BINS = 10;

/** Σ over ten bins of equally many drawn rows of |Σ weight × (score − label)|; `rows`: how many were drawn in all. */
export function drawnEqualMassGap({ places, gaps }: Gaps, rows: number, counts: Uint8Array): number {
  let bin = 0;
  let left = sizeOf(0, rows) | 0;
  let inBin = 0;
  let inAll = 0;
  for (let i = 0; i < places.length; i++) {
    let count = counts[places[i]!]!;
    // The last bin takes what is left, even if more rows come than were counted.
    while (count > left && bin < BINS - 1) {
      count -= left;
      inAll += Math.abs(inBin + left * gaps[i]!);
      inBin = 0;
      left = sizeOf(++bin, rows) | 0;
    }
    left -= count;
    inBin += count * gaps[i]!;
  }
  return inAll + Math.abs(inBin);
}

/** Of the rows left over, one goes to each of the first bins. As an integer of 32 bits, which takes half the time to count. */
function sizeOf(bin: number, rows: number): number {
  return (Math.floor(rows / BINS) + (bin < rows % BINS ? 1 : 0)) | 0;
}
