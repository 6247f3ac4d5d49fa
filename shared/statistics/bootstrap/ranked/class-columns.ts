import type { UnrankedRows } from "../../order/ranked.ts";
import { type RankedSample, rankedSample } from "./ranked-sample.ts";

/** A sample's rows in the order of their scores, each one's weight in the column of its class: counted without a branch. */
export interface ClassColumns extends Pick<RankedSample, "places" | "isTied"> {
  readonly positive: Float64Array;
  readonly negative: Float64Array;
}

export function rankedClasses(rows: UnrankedRows): ClassColumns {
  return classColumnsOf(rankedSample(rows));
}

export function classColumnsOf({ labels, weights, places, isTied }: RankedSample): ClassColumns {
  const [positive, negative] = [new Float64Array(labels.length), new Float64Array(labels.length)];
  for (let i = 0; i < labels.length; i++) {
    const column = labels[i] === 1 ? positive : negative;
    column[i] = weights === undefined ? 1 : weights[i]!;
  }
  return { places, isTied, positive, negative };
}
