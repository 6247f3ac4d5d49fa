import type { TiedRows } from "./ranked-sample.ts";

/** The AUC of the rows that were drawn. */
export function drawnAuc({ labels, weights, places, isTied }: TiedRows, counts: Uint8Array): number {
  let area = 0;
  let positive = 0;
  let negative = 0;
  let tiedPositive = 0;
  let tiedNegative = 0;
  for (let i = 0; i < places.length; i++) {
    if (isTied[i] === 0) {
      area += tiedPositive * (negative + tiedNegative / 2);
      positive += tiedPositive;
      negative += tiedNegative;
      tiedPositive = 0;
      tiedNegative = 0;
    }
    const count = counts[places[i]!]!;
    const ofPositive = count & -labels[i]!;
    const ofNegative = count - ofPositive;
    tiedPositive += weights === undefined ? ofPositive : ofPositive * weights[i]!;
    tiedNegative += weights === undefined ? ofNegative : ofNegative * weights[i]!;
  }
  area += tiedPositive * (negative + tiedNegative / 2);
  return area / ((positive + tiedPositive) * (negative + tiedNegative));
}
