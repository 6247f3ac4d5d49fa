/** What a value lies between, with the confidence that was asked for. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** 0.9 of two sides is 0.95 of one: the probability that is left out at each end. */
export function tailOf(confidence: number): number {
  return (1 - confidence) / 2;
}
