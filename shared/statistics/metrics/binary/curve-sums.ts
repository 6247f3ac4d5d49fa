import type { RankedRows } from "../../order/ranked.ts";
import { orNull } from "../sums.ts";
import type { RankMetrics } from "./rows.ts";

/** How much there is of each class. */
interface Totals {
  readonly positive: number;
  readonly negative: number;
}

/** What the curves over all thresholds come to, from the lowest score to the highest. */
export interface CurveSums {
  readonly add: (part: RankedRows) => void;
  readonly metrics: () => Omit<RankMetrics, "eceEqualMass">;
}

/** Rows of equal score are one step of the curves, whatever their order. Where each number of the state lies. */
const STATE = {
  tiedScore: 0,
  tiedPositive: 1,
  tiedNegative: 2,
  /** Below the tie: weights as sums of two doubles, because those of a million rows lose digits that the last ones need. */
  positive: 3,
  positiveRest: 4,
  negative: 5,
  negativeRest: 6,
  area: 7,
  precisions: 8,
  /** The largest difference between both classes' shares, times both totals. */
  farthest: 9,
  size: 10,
} as const;

/** A row that ties with none, behind the last one. */
const END: RankedRows = { scores: Float64Array.of(Number.NaN), labels: new Uint8Array(1), rows: new Uint32Array(1) };

export function curveSums(totals: Totals): CurveSums {
  const state = new Float64Array(STATE.size);
  state[STATE.tiedScore] = Number.NaN;
  return {
    add: (part) => addPart(state, part, totals),
    metrics() {
      const ended = state.slice();
      addPart(ended, END, totals);
      const [area, precisions, farthest] = ended.subarray(STATE.area) as unknown as [number, number, number];
      const pairs = totals.positive * totals.negative;
      return {
        auc: orNull(area / pairs),
        averagePrecision: orNull(precisions / totals.positive),
        ks: orNull(farthest / pairs),
      };
    },
  };
}

/**
 * In local variables: fields of an object, or what a closure holds, took four times as long. From an array of doubles, so
 * that no engine takes them for small integers until they are none.
 */
function addPart(state: Float64Array, { scores, labels, weights }: RankedRows, totals: Totals): void {
  const { positive: allPositive, negative: allNegative } = totals;
  let tiedScore = state[STATE.tiedScore]!;
  let tiedPositive = state[STATE.tiedPositive]!;
  let tiedNegative = state[STATE.tiedNegative]!;
  let positive = state[STATE.positive]!;
  let positiveRest = state[STATE.positiveRest]!;
  let negative = state[STATE.negative]!;
  let negativeRest = state[STATE.negativeRest]!;
  let area = state[STATE.area]!;
  let precisions = state[STATE.precisions]!;
  let farthest = state[STATE.farthest]!;
  for (let i = 0; i < scores.length; i++) {
    const weight = weights === undefined ? 1 : weights[i]!;
    if (weight === 0) continue;
    if (scores[i] !== tiedScore) {
      area += tiedPositive * (negative + negativeRest + tiedNegative / 2);
      const reached = allPositive - positive - positiveRest;
      const above = reached + (allNegative - negative - negativeRest);
      // Without a branch, which no processor could foresee.
      precisions += (tiedPositive * reached) / (above === 0 ? 1 : above);
      const morePositive = positive + tiedPositive;
      positiveRest += tiedPositive - (morePositive - positive);
      positive = morePositive;
      const moreNegative = negative + tiedNegative;
      negativeRest += tiedNegative - (moreNegative - negative);
      negative = moreNegative;
      const apart = Math.abs(positive * allNegative - negative * allPositive);
      if (apart > farthest) farthest = apart;
      tiedScore = scores[i]!;
      tiedPositive = 0;
      tiedNegative = 0;
    }
    tiedPositive += labels[i]! * weight;
    tiedNegative += (1 - labels[i]!) * weight;
  }
  state.set([tiedScore, tiedPositive, tiedNegative, positive, positiveRest, negative, negativeRest]);
  state.set([area, precisions, farthest], STATE.area);
}
