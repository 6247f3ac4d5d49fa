import type { ClassColumns } from "./class-columns.ts";

/** The AUC of the rows that were drawn. Plain variables: an array pattern took twice as long. */
export function drawnAuc(rows: ClassColumns, counts: Uint8Array): number {
  const { places, isTied, positive: ofPositive, negative: ofNegative } = rows;
  let area = 0;
  let positive = 0;
  let negative = 0;
  let tiedP = 0;
  let tiedN = 0;
  for (let i = 0; i < places.length; i++) {
    if (isTied[i] === 0) {
      area += tiedP * (negative + tiedN / 2);
      positive += tiedP;
      negative += tiedN;
      tiedP = 0;
      tiedN = 0;
    }
    const count = counts[places[i]!]!;
    tiedP += count * ofPositive[i]!;
    tiedN += count * ofNegative[i]!;
  }
  area += tiedP * (negative + tiedN / 2);
  return area / ((positive + tiedP) * (negative + tiedN));
}
