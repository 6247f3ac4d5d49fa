/** Where the two distributions lie farthest apart: the distance of Kolmogorov and Smirnov. */
export interface Apart {
  readonly at: number;
  /** Of the scores, how many are at most this. */
  readonly share: number;
  readonly besideShare: number;
}

/** Neither may be empty. */
export function farthestApart(scores: readonly number[], beside: readonly number[]): Apart {
  const [one, other] = [Float64Array.from(scores).sort(), Float64Array.from(beside).sort()];
  let farthest: Apart = { at: one[0]!, share: 0, besideShare: 0 };
  let [i, j] = [0, 0];
  while (i < one.length && j < other.length) {
    const at = Math.min(one[i]!, other[j]!);
    while (i < one.length && one[i]! <= at) i++;
    while (j < other.length && other[j]! <= at) j++;
    const [share, besideShare] = [i / one.length, j / other.length];
    if (Math.abs(share - besideShare) > Math.abs(farthest.share - farthest.besideShare))
      farthest = { at, share, besideShare };
  }
  return farthest;
}
