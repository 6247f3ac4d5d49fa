/** Ten bins of equally many rows, in the order of the scores; of those left over, one goes to each of the first bins. */
export interface EqualMassBins {
  /** The next row's weight × (score − label). */
  readonly add: (gap: number) => void;
  /** Σ over the bins of |Σ gap|. */
  readonly gap: () => number;
}

const BINS = 10;

export function equalMassBins(rows: number): EqualMassBins {
  const size = Math.floor(rows / BINS);
  const larger = rows % BINS;
  let bin = 0;
  let left = sizeOf(0);
  let inBin = 0;
  let inAll = 0;

  function sizeOf(index: number): number {
    return index < larger ? size + 1 : size;
  }

  return {
    add(gap) {
      if (left === 0) {
        inAll += Math.abs(inBin);
        inBin = 0;
        bin++;
        left = sizeOf(bin);
      }
      inBin += gap;
      left--;
    },
    gap: () => inAll + Math.abs(inBin),
  };
}
