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

interface State {
  readonly value: number;
  readonly next: number;
  /** Below the value that the last rows tie at. */
  readonly below: RankedPoint | null;
  readonly positive: number;
  readonly negative: number;
}

export function rankedPoints(paces: Paces): RankedPoints {
  const kept: RankedPoint[] = [];
  let state: State = { value: Number.NaN, next: 0, below: null, positive: 0, negative: 0 };
  const keep = (point: RankedPoint): void => {
    if (kept.at(-1)?.value !== point.value) kept.push(point);
  };
  return {
    add(part) {
      state = withPart(state, part, { paces, keep });
    },
    points() {
      const { below, positive, negative, value } = state;
      if (below !== null) keep(below);
      return below === null ? [] : [...kept, { value, positive, negative }];
    },
  };
}

interface Walk {
  readonly paces: Paces;
  readonly keep: (point: RankedPoint) => void;
}

/** In local variables, because fields of an object took several times as long. */
function withPart(state: State, { scores, labels, weights }: RankedRows, { paces, keep }: Walk): State {
  const { positive: stride, negative: otherStride } = paces;
  let { value, next, positive, negative } = state;
  let hasBelow = state.below !== null;
  let [belowPositive, belowNegative] = [state.below?.positive ?? 0, state.below?.negative ?? 0];
  for (let i = 0; i < scores.length; i++) {
    const weight = weights === undefined ? 1 : weights[i]!;
    if (weight === 0) continue;
    if (scores[i] !== value) {
      const at = positive * stride + negative * otherStride;
      if (at >= next) {
        if (hasBelow) keep({ value, positive: belowPositive, negative: belowNegative });
        keep({ value: scores[i]!, positive, negative });
        next = at + 1 / STEPS;
      }
      value = scores[i]!;
      belowPositive = positive;
      belowNegative = negative;
      hasBelow = true;
    }
    positive += labels[i]! * weight;
    negative += (1 - labels[i]!) * weight;
  }
  const below = hasBelow ? { value, positive: belowPositive, negative: belowNegative } : null;
  return { value, next, below, positive, negative };
}
