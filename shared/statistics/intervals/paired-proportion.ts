import { normalQuantile } from "../distributions/normal.ts";
import { type Interval, tailOf } from "./interval.ts";

/** How two models answered the same rows. Only the rows that one of them alone had right tell them apart. */
export interface Agreement {
  readonly rows: number;
  readonly championOnly: number;
  readonly challengerOnly: number;
}

const HALVINGS = 60;

/**
 * Bounds of the difference of two paired shares: the differences that a score test would not refuse. Unlike Wald's they
 * hold for few rows that disagree. T. Tango, Statistics in Medicine 17, 1998.
 */
export function pairedProportionInterval(agreement: Agreement, confidence: number): Interval {
  const z = -normalQuantile(tailOf(confidence));
  const score = (difference: number): number => scoreOf(agreement, difference);
  return { lower: crossing(score, z), upper: crossing(score, -z) };
}

/** The score falls from the difference −1 to 1. */
function crossing(score: (difference: number) => number, level: number): number {
  let [low, high] = [-1, 1];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (score(middle) > level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function scoreOf({ rows, championOnly, challengerOnly }: Agreement, difference: number): number {
  const a = 2 * rows;
  const b = -challengerOnly - championOnly + (2 * rows - challengerOnly + championOnly) * difference;
  const c = -championOnly * difference * (1 - difference);
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  // The share that only the champion has right, were the difference this; the form that does not cancel.
  const share = b <= 0 ? (root - b) / (2 * a) : (-2 * c) / (root + b);
  const variance = rows * (2 * share + difference * (1 - difference));
  const apart = challengerOnly - championOnly - rows * difference;
  return variance > 0 ? apart / Math.sqrt(variance) : apart * Number.POSITIVE_INFINITY;
}
