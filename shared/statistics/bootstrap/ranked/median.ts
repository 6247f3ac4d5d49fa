import type { RankedSample } from "./ranked-sample.ts";

/** The weighted median of the rows that were drawn, `weight` in all: the mean of the two in the middle, if there are two. */
export function drawnMedian({ scores, weights, places }: RankedSample, weight: number, counts: Uint8Array): number {
  const half = weight / 2;
  let reached = 0;
  let lower = Number.NaN;
  for (let i = 0; i < places.length; i++) {
    const drawn = weights === undefined ? counts[places[i]!]! : counts[places[i]!]! * weights[i]!;
    if (drawn === 0) continue;
    // Half of all is below this value exactly when the lower of the two was found before.
    if (!Number.isNaN(lower)) return lower + (scores[i]! - lower) / 2;
    reached += drawn;
    if (!(reached >= half)) continue;
    lower = scores[i]!;
    if (reached - half > Number.EPSILON) return lower;
  }
  return lower;
}
