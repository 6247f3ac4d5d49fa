import type { RankedRows } from "../../../statistics/order/ranked.ts";

/** What lies below one of the values that rows were sorted by. */
export interface RankedPoint {
  readonly value: number;
  readonly positive: number;
  readonly negative: number;
}

/** Places along all rows in their order, exact wherever they are, and few enough to draw. */
export interface RankedPoints {
  /** The next rows from the lowest value to the highest. */
  readonly add: (part: RankedRows) => void;
  /** From the lowest value to the highest; behind it, what all rows come to. */
  readonly points: () => readonly RankedPoint[];
}

/** How far one weight of each class takes us along the way, which is 1 long. */
export interface Paces {
  readonly positive: number;
  readonly negative: number;
}

/** Two points a step, one on each side: a leap of many equal values keeps both its ends. */
const STEPS = 98;

export function rankedPoints(paces: Paces): RankedPoints {
  const kept: RankedPoint[] = [];
  // Not an object's fields: on Node 24, once in many thousand runs, two walks' objects shared their numbers.
  const at = Float64Array.of(Number.NaN, 0, 0, 0, 0, 0);
  const keep = (point: RankedPoint): void => {
    if (kept.at(-1)?.value !== point.value) kept.push(point);
  };
  return {
    add: (part) => goOn(at, part, { paces, keep }),
    points() {
      const value = at[WALK.value]!;
      if (Number.isNaN(value)) return [];
      keep({ value, positive: at[WALK.belowPositive]!, negative: at[WALK.belowNegative]! });
      return [...kept, { value, positive: at[WALK.positive]!, negative: at[WALK.negative]! }];
    },
  };
}

/** Where each number of a walk lies. */
const WALK = {
  /** That the last rows tie at; NaN before the first row. */
  value: 0,
  /** What has been passed, with those rows and without. */
  positive: 1,
  negative: 2,
  belowPositive: 3,
  belowNegative: 4,
  /** How far along the next point is due. */
  next: 5,
} as const;

interface Way {
  readonly paces: Paces;
  readonly keep: (point: RankedPoint) => void;
}

/**
 * In local variables, because numbers of an array or an object took twice as long and more; each read by its index, because
 * what an iterator gives is an object for each row.
 */
function goOn(at: Float64Array, { scores, labels, weights }: RankedRows, { paces, keep }: Way): void {
  const { positive: stride, negative: otherStride } = paces;
  let value = at[WALK.value]!;
  let positive = at[WALK.positive]!;
  let negative = at[WALK.negative]!;
  let belowPositive = at[WALK.belowPositive]!;
  let belowNegative = at[WALK.belowNegative]!;
  let next = at[WALK.next]!;
  for (let i = 0; i < scores.length; i++) {
    const weight = weights === undefined ? 1 : weights[i]!;
    if (weight === 0) continue;
    if (scores[i] !== value) {
      const way = positive * stride + negative * otherStride;
      if (way >= next) {
        if (!Number.isNaN(value)) keep({ value, positive: belowPositive, negative: belowNegative });
        keep({ value: scores[i]!, positive, negative });
        next = way + 1 / STEPS;
      }
      value = scores[i]!;
      belowPositive = positive;
      belowNegative = negative;
    }
    positive += labels[i]! * weight;
    negative += (1 - labels[i]!) * weight;
  }
  at.set([value, positive, negative, belowPositive, belowNegative, next]);
}
